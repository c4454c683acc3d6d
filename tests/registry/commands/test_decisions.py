"""The command line of those who decide: the log out of a registry and into one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import Claims, only_line, rows

CLI = Path(__file__).parents[3] / "cli.py"


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


def test_two_processes_at_once_are_both_kept(desk: Claims) -> None:
    key = conflict(desk)
    command = [sys.executable, str(CLI), "decide", key]
    running = [
        subprocess.Popen([*command, word, "--by", by], stdout=subprocess.DEVNULL)
        for word, by in (("a_wrong", "Lin"), ("b_wrong", "Chen"), ("misread", "Zhao"))
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    shown = desk("show", key).stdout
    log = sorted(rows(desk("decisions", "export")), key=lambda entry: str(entry["at"]))
    assert {entry["by"] for entry in log} == {"Lin", "Chen", "Zhao"}
    assert all(str(entry["by"]) in shown for entry in log)
    (now,) = [row for row in rows(desk("conflicts", "--all", "--format", "jsonl")) if row["id"] == key]
    assert now["decision"]["by"] == log[-1]["by"]


def test_one_command_takes_several_steps(desk: Claims) -> None:
    key = conflict(desk)
    words = ("--right", "34家", "--flag", "--assign", "Chen", "--second-opinion", "--note", "the annual report says 34")
    printed = desk("decide", key[:5], "both_wrong", *words, "--by", "Lin").stdout
    assert "both_wrong, right is 34家: the annual report says 34" in printed
    (pair,) = rows(desk("conflicts", "--flagged", "--status", "decided", "--format", "jsonl"))
    assert (pair["assignee"], pair["second_opinion"], pair["decision"]["right"]) == ("Chen", "asked", "34家")
    desk("decide", key, "--undo", "--no-flag", "--no-assign", "--no-second-opinion", "--by", "Lin")
    (pair,) = [pair for pair in rows(desk("conflicts", "--format", "jsonl")) if pair["id"] == key]
    assert (pair["status"], pair["decision"], pair["flagged"], pair["assignee"]) == ("open", None, False, None)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "nothing is decided"),
        (("a_wrong", "--undo"), "leave one of the two out"),
        (("--right", "34"), "goes with a decision"),
        (("--assign", "Chen", "--no-assign"), "contradicts --assign"),
        (("--assign", ""), "--assign: is empty"),
        (("a_wrong", "--assign", " "), "--assign: is empty"),
        (("--undo",), "no decision to take back"),
        (("a_wrong", "--by", "  "), "--by: is empty"),
        (("a_wrong", "--note", "长" * 1_000_000), "characters"),
        (("a_wrong", "--right", "x" * 501), "characters"),
        (("b_right",), "b_right"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(desk: Claims, words: tuple[str, ...], said: str) -> None:
    assert said in only_line(desk("decide", conflict(desk), *words, code=2))
    assert desk("decisions", "export").stdout == ""


def test_a_key_must_stand_for_one_conflict(desk: Claims) -> None:
    assert "no conflict has a key that begins so" in only_line(desk("decide", "zzz", "a_wrong", code=2))
    assert "an empty key" in only_line(desk("decide", "", "a_wrong", code=2))
    Path("three.txt").write_text("岚港共有机器人企业430家、52家、61家、77家、98家。", encoding="utf-8")
    desk("add", "three.txt")
    firsts = [pair["id"][0] for pair in rows(desk("conflicts", "--all", "--format", "jsonl"))]
    twice = next(first for first in firsts if firsts.count(first) > 1)
    assert "several keys begin so" in only_line(desk("decide", twice, "a_wrong", code=2))


def test_a_claim_is_verified_and_reports_say_so(desk: Claims) -> None:
    (pair,) = rows(desk("conflicts", "--format", "jsonl"))
    words = ("--evidence", "https://bureau.example/2025", "--note", "annual report", "--by", "Lin")
    printed = desk("verify", pair["a"]["id"], "supported", *words).stdout
    assert "supported (Lin, " in printed
    assert "annual report, https://bureau.example/2025" in printed
    report = desk("conflicts").stdout
    assert f"Held to be right: {pair['a']['value_quote']} (Lin, " in report
    (told,) = rows(desk("conflicts", "--format", "jsonl"))
    assert told["a"]["verified"]["verification"] == "supported"
    assert (told["held"][0]["agree"], told["held"][0]["depart"]) == (["a"], ["b"])
    shown = json.loads(desk("show", pair["a"]["id"], "--format", "json").stdout)
    assert [entry["kind"] for entry in shown["history"]] == ["verify"]
    desk("verify", pair["a"]["id"], "--undo", "--by", "Lin")
    assert "Held to be right" not in desk("conflicts").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "takes a verdict or --undo"),
        (("supported", "--undo"), "takes a verdict or --undo"),
        (("true",), "supported"),
        (("refuted", "--evidence", "a book"), "no web address"),
        (("refuted", "--by", "."), "--by: is empty"),
        (("--undo",), "no verification to take back"),
    ],
)
def test_a_verification_that_makes_no_sense_is_refused(desk: Claims, words: tuple[str, ...], said: str) -> None:
    (pair,) = rows(desk("conflicts", "--format", "jsonl"))
    assert said in only_line(desk("verify", pair["a"]["id"], *words, code=2))
    assert "no claim" in only_line(desk("verify", pair["id"], "supported", code=2))
    assert desk("decisions", "export").stdout == ""


def git(*words: str) -> None:
    subprocess.run(["git", "-c", "user.name=Lin", "-c", "user.email=lin@desk.example", *words], check=True)


def test_git_merges_what_two_editors_decided(desk: Claims) -> None:
    Path("three.txt").write_text("截至2025年3月底，岚港共有机器人企业430家。", encoding="utf-8")
    desk("add", "three.txt", "--published", "2025-04-02")
    first, second, *_ = [pair["id"] for pair in rows(desk("conflicts", "--format", "jsonl"))]
    Path(".gitattributes").write_text("decisions.jsonl merge=union\n", encoding="utf-8")
    Path("decisions.jsonl").touch()
    git("init", "-q", "-b", "main")
    git("add", ".gitattributes", "decisions.jsonl")
    git("commit", "-qm", "No decisions yet")
    shutil.copy("registry.db", "chen.db")
    for branch, db, steps in (
        ("lin", "registry.db", ((first, "a_wrong"), (second, "misread"))),
        ("chen", "chen.db", ((first, "both_right"), (second, "misread"))),
    ):
        git("checkout", "-q", "-b", branch, "main")
        for key, decision in steps:
            desk("decide", "--db", db, key, decision, "--by", branch)
        desk("decisions", "export", "--db", db, "decisions.jsonl")
        git("commit", "-qam", f"What {branch} decided")
    git("merge", "-q", "lin", "-m", "Both")
    merged = Path("decisions.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(merged) == 4
    for db in ("registry.db", "chen.db"):
        desk("decisions", "import", "--db", db)
        assert desk("decisions", "export", "--db", db).stdout.splitlines() == sorted(merged)
    told = [desk("conflicts", "--db", db, "--all", "--format", "jsonl").stdout for db in ("registry.db", "chen.db")]
    assert told[0] == told[1]
