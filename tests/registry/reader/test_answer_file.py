from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from claims.reader.answer import Answer, FactReading, ValueReading
from claims.reader.reader import Reader
from registry.reader.answer_file import FORMAT, answer_lines, parse_answers
from registry.reader.answers import KeptAnswer
from sources.errors import AnswerFileError
from tests.command_line import Claims, only_line, rows
from tests.registry.reader.models import NAME, registered, saying

ONE = KeptAnswer(
    "0a1b",
    Reader("paper/model", "c2"),
    Answer((ValueReading(1, "澄光云", scope=""),), (FactReading("岚港", "seat", "码头", "在码头"),)),
)
TWO = KeptAnswer("0a1c", Reader("paper/model", "c2"), Answer((ValueReading(2),)))


def test_the_same_answers_give_the_same_lines() -> None:
    lines = list(answer_lines([TWO, ONE]))
    assert lines == sorted(answer_lines([ONE, TWO]))
    assert set(parse_answers("\n".join([*lines, *lines]).encode(), "f")) == {ONE, TWO}


GOOD = json.loads(next(answer_lines([ONE])))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"\xff", "is not UTF-8 (byte 0)"),
        (b"{", "is not JSON"),
        (b"[]", "is not a JSON object"),
        (b"<<<<<<< ours", "git could not merge here"),
        (b"{}", "does not say its format"),
        (
            json.dumps({**GOOD, "format": FORMAT + 1}).encode(),
            f"is of format {FORMAT + 1}, this release knows {FORMAT}",
        ),
        (json.dumps({**GOOD, "more": 1}).encode(), "`more` is no field of an answer"),
        (json.dumps({k: v for k, v in GOOD.items() if k != "model"}).encode(), "has no `model`"),
        (json.dumps({**GOOD, "passage": "../x"}).encode(), "`passage` is no hash"),
        (json.dumps({**GOOD, "prompt": 7}).encode(), "`prompt` is no hash"),
        (json.dumps({**GOOD, "model": "a\x1b[2J"}).encode(), "`model` is not a name"),
        (
            json.dumps({**GOOD, "answer": {"values": [{"n": 1, "low": 2}], "facts": []}}).encode(),
            "does not fit the schema",
        ),
        (json.dumps({**GOOD, "answer": {"values": [], "facts": []}}).encode(), "another answer of the same model"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_line(line: bytes, problem: str) -> None:
    data = b"\n".join([json.dumps(GOOD).encode(), b"", line])
    with pytest.raises(AnswerFileError) as caught:
        parse_answers(data, "answers.jsonl")
    assert str(caught.value).startswith("answers.jsonl, line 3: ")
    assert problem in str(caught.value)


@pytest.mark.usefixtures("home")
def test_answers_travel_from_one_registry_to_another(claims: Claims) -> None:
    Path("one.txt").write_text("Sandholm yard builds again\n\nThe company employs 420 people.\n", encoding="utf-8")
    with registered(saying(subject="Sandholm yard")):
        claims("add", "one.txt", "--reader", "llm", "--model", NAME)
    claims("reader", "export", "answers.jsonl")
    assert claims("reader", "export").stdout == Path("answers.jsonl").read_text(encoding="utf-8")
    told = claims("reader", "import", "--db", "other.db", "answers.jsonl").stdout
    assert told == "1 answer added, 0 known already\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "llm", None)
        said = claims("add", "--db", "other.db", "one.txt", "--reader", "llm", "--model", NAME)
    assert "nothing is sent" in said.stderr
    here, there = (claims("list", "--db", db, "--format", "jsonl").stdout for db in ("registry.db", "other.db"))
    assert here == there
    again = claims("reader", "import", "--db", "other.db", "-", stdin=Path("answers.jsonl").read_bytes())
    assert again.stdout == "0 answers added, 1 known already\n"


@pytest.mark.usefixtures("home")
def test_an_answer_that_comes_later_is_read_with_at_the_next_refresh(claims: Claims) -> None:
    Path("one.txt").write_text("Sandholm yard builds again\n\nThe company employs 420 people.\n", encoding="utf-8")
    with registered(saying(subject="Sandholm yard")):
        claims("add", "--db", "other.db", "one.txt", "--reader", "llm", "--model", NAME)
    claims("add", "one.txt", "--reader", "llm", "--model", NAME, "--max-calls", "0")
    claims("reader", "import", "-", stdin=claims("reader", "export", "--db", "other.db").stdout_bytes)
    assert "1 document read anew" in claims("refresh").stdout
    (row,) = rows(claims("list", "--format", "jsonl"))
    assert row["subject"] == "Sandholm yard"


def test_a_damaged_file_changes_nothing(claims: Claims) -> None:
    Path("answers.jsonl").write_text(f"{json.dumps(GOOD)}\n{{\n", encoding="utf-8")
    assert "answers.jsonl, line 2: is not JSON" in only_line(claims("reader", "import", "answers.jsonl", code=2))
    assert not Path("registry.db").exists()
