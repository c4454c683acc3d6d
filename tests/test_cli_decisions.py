"""The command line of those who decide: the log out of a registry and into one."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command_line import Claims, only_line, rows


def conflict(desk: Claims) -> str:
    """The key of the one conflict at the desk."""
    return str(rows(desk("conflicts", "--format", "jsonl"))[0]["id"])


def test_decisions_travel_to_a_registry_built_again(desk: Claims) -> None:
    desk("decide", conflict(desk), "a_wrong", "--by", "Lin", "--note", "the bureau says 34")
    desk("decisions", "export", "decisions.jsonl")
    before = desk("conflicts", "--all", "--format", "jsonl").stdout
    Path("registry.db").rename("former.db")
    desk("add", "one.txt", "two.txt", "--published", "2025-04-02")
    assert desk("conflicts", "--all", "--format", "jsonl").stdout != before
    assert desk("decisions", "import").stdout == "1 entry added, 0 known already\n"
    assert desk("conflicts", "--all", "--format", "jsonl").stdout == before
    assert desk("decisions", "export").stdout == Path("decisions.jsonl").read_text(encoding="utf-8")
    file = Path("decisions.jsonl").read_bytes()
    assert desk("decisions", "import", "-", stdin=file).stdout == "0 entries added, 1 known already\n"


def test_a_damaged_file_is_named_with_its_line_and_nothing_is_written(desk: Claims) -> None:
    desk("decide", conflict(desk), "a_wrong", "--by", "Lin")
    (line,) = rows(desk("decisions", "export"))
    good = json.dumps(line | {"id": "0123"})
    for bad, said in (
        (json.dumps(line | {"format": 2}), "upgrade claim-registry"),
        (json.dumps(line | {"note": "x" * 1_000_000}), "characters"),
        (good[:-5], "is not JSON"),
    ):
        Path("decisions.jsonl").write_text(f"{good}\n{bad}\n", encoding="utf-8")
        error = only_line(desk("decisions", "import", code=2))
        assert "decisions.jsonl, line 2: " in error
        assert said in error
    assert len(rows(desk("decisions", "export"))) == 1
    assert "cannot be read" in only_line(desk("decisions", "import", "gone.jsonl", code=2))


def test_an_export_keeps_what_only_the_file_holds(desk: Claims) -> None:
    desk("decide", conflict(desk), "a_wrong", "--by", "Lin")
    desk("decisions", "export", "decisions.jsonl")
    Path("registry.db").unlink()
    desk("add", "one.txt", "two.txt")
    before = Path("decisions.jsonl").read_bytes()
    assert "claims decisions import decisions.jsonl" in only_line(
        desk("decisions", "export", "decisions.jsonl", code=2)
    )
    assert Path("decisions.jsonl").read_bytes() == before
