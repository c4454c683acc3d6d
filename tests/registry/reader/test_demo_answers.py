"""The articles of the demonstration, read with answers that were written by hand and moved as a file."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line import Claims, rows
from tests.demo.paper_model import answer
from tests.registry.reader.models import NAME, registered

CORPUS = Path(__file__).parents[3] / "registry" / "demo" / "corpus"
ADD = ("add", "--manifest", "sources.json", "--reader", "llm", "--model", NAME)

READ = {
    ("cloud", "排名第一"): ("澄光云", "asia-pacific"),
    ("cloud", "11.4%"): ("澄光云", "world"),
    ("cloud", "2900人"): ("澄光云", None),
    ("feature", "47 kg"): ("海鹞", None),
    ("robots", "63公斤"): ("礁石", None),
}
"""What the hand-written answers mend: subject and scope by the beginning of the source's name and the value."""


@pytest.fixture
def demo(claims: Claims, tmp_path: Path) -> Claims:
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    return claims


@pytest.mark.usefixtures("home")
def test_the_answers_mend_what_grammar_reads_amiss(
    demo: Claims, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with registered(answer) as model:
        demo(*ADD)
    assert model.shown
    golden("reader.answers.jsonl", demo("reader", "export").stdout)
    listed = demo("list", "--format", "jsonl").stdout
    found = {
        (row["source"].partition(".")[0], row["value_quote"]): (row["subject"], row["scope"])
        for row in rows(demo("list", "--format", "jsonl"))
        if row["reader"]
    }
    assert found.items() >= READ.items()
    monkeypatch.setitem(sys.modules, "llm", None)
    demo("reader", "import", "--db", "replayed.db", Path(__file__).parents[2] / "golden" / "reader.answers.jsonl")
    said = demo(*ADD, "--db", "replayed.db")
    assert "nothing is sent" in said.stderr
    assert demo("list", "--db", "replayed.db", "--format", "jsonl").stdout == listed


@pytest.mark.usefixtures("home")
def test_values_and_places_are_those_of_grammar(demo: Claims) -> None:
    demo("add", "--manifest", "sources.json")
    plain = {row["id"]: row for row in rows(demo("list", "--format", "jsonl"))}
    with registered(answer):
        demo(*ADD)
    both = {row["id"]: row for row in rows(demo("list", "--format", "jsonl"))}
    assert plain.keys() <= both.keys()
    for id, row in plain.items():
        for field in ("start", "end", "quote", "value_start", "value_end", "kind", "low", "high", "unit", "approx"):
            assert both[id][field] == row[field]
    assert all(row["kind"] == "fact" and row["reader"] for id, row in both.items() if id not in plain)
