from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.benchmarks.articles import side_by_side, table
from tests.benchmarks.gold_answers import MODEL, answers_on
from tests.benchmarks.second_reader import command_line, commands
from tests.command_line import Claims
from tests.registry.reader.models import NAME, home, registered, saying_of

__all__ = ["home"]


def test_answers_are_imported_before_sources_are_added() -> None:
    assert commands("a.jsonl", "m", ["add", "--db", "r.db", "--manifest", "s.json"]) == [
        ["reader", "import", "--db", "r.db", "a.jsonl"],
        *[["add", "--db", "r.db", "--manifest", "s.json", "--reader", "llm", "--model", "m", "--max-calls", "0"]],
    ]
    assert commands("a.jsonl", "m", ["list", "--db", "r.db"]) == [["list", "--db", "r.db"]]


@pytest.mark.usefixtures("home")
def test_a_scorer_reads_with_the_answers_of_a_file(claims: Claims, tmp_path: Path) -> None:
    Path("one.txt").write_text("Sandholm yard builds again\n\nThe company employs 420 people.\n", encoding="utf-8")
    with registered(saying_of("420", subject="Sandholm yard")):
        claims("add", "one.txt", "--reader", "llm", "--model", NAME)
    claims("reader", "export", "answers.jsonl")
    cli = shlex.split(command_line(Path("answers.jsonl"), NAME))
    subprocess.run([*cli, "add", "--db", "scored.db", "one.txt"], cwd=tmp_path, check=True, capture_output=True)
    listed = [*cli, "list", "--db", "scored.db", "--format", "jsonl"]
    done = subprocess.run(listed, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert [row["subject"] for row in map(json.loads, done.stdout.splitlines())] == ["Sandholm yard"]


def test_both_readers_stand_side_by_side_set_by_set() -> None:
    rows = side_by_side({"grammar": {"x": {"n": 1}, "y": {"n": 2}}, "m": {"x": {"n": 3}, "y": {"n": 4}}})
    assert list(table(rows, ["n"]))[2:] == ["| x, grammar | 1 |", "| x, m | 3 |", "| y, grammar | 2 |", "| y, m | 4 |"]


def test_answers_made_of_gold_say_of_each_value_what_it_says(tmp_path: Path) -> None:
    text = "The yard employs 420 people, and in 2021 it had 350."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    at = text.index("420")
    gold = {"kind": "count", "value_start": at, "value_end": at + 10, "subject": "The yard", "scope": None}
    (kept,) = answers_on(tmp_path, {"file": "one.txt", "published": "2025-04-28T08:00"}, [gold])
    assert kept.reader.model == MODEL
    assert [value.subject for value in kept.answer.values if value.subject] == ["The yard"]
    assert len(kept.answer.values) > 1
