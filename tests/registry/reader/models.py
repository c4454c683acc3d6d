"""A model for tests, registered as a plugin of the `llm` library registers one, that answers by a function."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import llm
import pytest
from llm.plugins import load_plugins, pm

Answering = Callable[[dict[str, Any]], str]
"""Takes what the model was shown, and gives what it says; or raises what a client would."""

NAME = "reader-of-tests"


class FakeModel(llm.Model):
    model_id = NAME
    supports_schema = True

    def __init__(self, answering: Answering, judging: Answering) -> None:
        self.answering = answering
        self.judging = judging
        self.shown: list[dict[str, Any]] = []
        self.pairs: list[dict[str, Any]] = []

    def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any) -> Iterator[str]:
        shown = json.loads(prompt.prompt)
        response.set_usage(input=100, output=20)
        if "passages" in shown:
            assert prompt.schema["required"] == ["same_thing"]
            self.pairs.append(shown)
            yield self.judging(shown)
        else:
            assert prompt.schema["required"] == ["values", "facts"]
            self.shown.append(shown)
            yield self.answering(shown)


class Plugin:
    __name__ = "tests"

    def __init__(self, model: FakeModel) -> None:
        self.model = model

    @llm.hookimpl
    def register_models(self, register: Callable[[llm.Model], None]) -> None:
        register(self.model)


@contextmanager
def registered(answering: Answering, judging: Answering | None = None) -> Iterator[FakeModel]:
    """A model that the library knows while the block lasts; ``judging`` is what it says of pairs."""
    load_plugins()
    plugin = Plugin(FakeModel(answering, judging or judging_them("cannot tell")))
    pm.register(plugin, name="tests")
    try:
        yield plugin.model
    finally:
        pm.unregister(name="tests")


def saying(**words: str) -> Answering:
    """Says the same of every value."""

    def answer(shown: dict[str, Any]) -> str:
        return json.dumps({"values": [{"n": value["n"], **words} for value in shown["values"]], "facts": []})

    return answer


def saying_of(written: str, **words: str) -> Answering:
    """Says something of the value written so, and leaves the others to grammar."""

    def answer(shown: dict[str, Any]) -> str:
        values = [{"n": v["n"], **(words if v["value"] == written else {})} for v in shown["values"]]
        return json.dumps({"values": values, "facts": []})

    return answer


def silent(shown: dict[str, Any]) -> str:
    """Leaves everything to grammar."""
    return saying()(shown)


def judging_them(said: str) -> Answering:
    """Says the same of every pair."""
    return lambda _: json.dumps({"same_thing": said})


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's own folder, empty, so that nothing of whoever runs the tests is read."""
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path_factory.mktemp("llm")))
