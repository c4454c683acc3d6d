"""A real plugin of the library, OpenAI's, against a server on this machine that speaks its protocol."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from claims.reader.answer import Fault, read_answer
from claims.reader.prompt import SCHEMA, instruction
from registry.reader.language_model import CallError, open_model
from tests.claims.reader.second import passages
from tests.registry.reader.models import silent

(PASSAGE,) = passages("Sandholm yard employs 420 people.")
MODEL = "local-model"


@dataclass
class Server:
    """What it was asked, and the status that it answers with."""

    status: int = 200
    asked: list[dict[str, Any]] = field(default_factory=list)

    def reply(self, body: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(body)
        if self.status != 200:
            return {"error": {"message": "no", "type": "error"}}
        content = silent(json.loads(body["messages"][-1]["content"]))
        return {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": MODEL,
            "choices": [
                {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}},
            ],
            "usage": {"prompt_tokens": 700, "completion_tokens": 30, "total_tokens": 730},
        }


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server, and a library that knows it under the name of a model."""
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            data = json.dumps(state.reply(body)).encode()
            self.send_response(state.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.send_header("x-should-retry", "false")  # the client would wait and try by itself
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        known = [
            {
                "model_id": MODEL,
                "model_name": MODEL,
                "api_base": f"http://127.0.0.1:{running.server_port}/v1",
                "supports_schema": True,
            }
        ]
        # JSON is YAML.
        (tmp_path / "extra-openai-models.yaml").write_text(json.dumps(known), encoding="utf-8")
        monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
        monkeypatch.delenv("OPENAI_API_KEY", raising=False)
        yield state
        running.shutdown()


def test_a_local_server_is_asked_by_schema_and_without_a_key(server: Server) -> None:
    model = open_model(MODEL, 30)
    assert ", at http://127.0.0.1:" in model.place
    reply = model.ask(instruction(), PASSAGE.content, SCHEMA)
    assert reply.tokens == 730
    assert read_answer(reply.text, [1]) == read_answer(silent(json.loads(PASSAGE.content)), [1])
    (body,) = server.asked
    assert body["messages"][0] == {"role": "system", "content": instruction().strip()}
    assert body["messages"][1]["content"] == PASSAGE.content
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA


@pytest.mark.parametrize(
    ("status", "fault"), [(429, Fault.RATE_LIMIT), (401, Fault.FAILED_CALL), (500, Fault.FAILED_CALL)]
)
def test_what_a_client_raises_is_told_apart(server: Server, status: int, fault: Fault) -> None:
    server.status = status
    with pytest.raises(CallError) as caught:
        open_model(MODEL, 30).ask(instruction(), PASSAGE.content, SCHEMA)
    assert caught.value.fault is fault
