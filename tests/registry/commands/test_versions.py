"""``claims versions``, ``prune`` and ``refresh`` as an editor meets them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command_line import ONE, Claims, only_line, rows


def edit(desk: Claims, old: str, new: str) -> str:
    Path("one.txt").write_text(ONE.replace(old, new), encoding="utf-8")
    return desk("add", "one.txt").stdout


def test_an_edit_is_summed_up_and_told(desk: Claims) -> None:
    (pair,) = rows(desk("conflicts", "--format", "jsonl"))
    desk("decide", pair["id"], "both_right", "--by", "Lin", "--note", "another year")
    assert "1 reopened" in edit(desk, "340家", "430家")
    (now,) = rows(desk("conflicts", "--format", "jsonl"))
    assert (now["status"], now["previous"]["id"]) == ("reopened", pair["id"])
    report = desk("conflicts").stdout
    assert "said “340家”, and says “430家” now" in report
    assert "another year" in report
    shown = desk("show", now["id"]).stdout
    assert "was  岚港市科技局说，截至2025年3月底，岚港共有机器人企业⟦340家⟧" in shown
    assert "now  岚港市科技局说，截至2025年3月底，岚港共有机器人企业⟦430家⟧" in shown
    old = desk("show", pair["id"]).stdout
    assert f"{now['id']} has taken its place" in old
    assert "⟦340家⟧" in old
    everything = {row["id"]: row for row in rows(desk("conflicts", "--all", "--format", "jsonl"))}
    assert everything[pair["id"]]["status"] == "closed"
    assert everything[pair["id"]]["closing"]["next"] == now["id"]
    assert everything[pair["id"]]["a"]["quote"] == pair["a"]["quote"]
    assert "is closed" in only_line(desk("decide", pair["id"], "misread", "--by", "Lin", code=2))


def test_versions_are_listed_and_compared(desk: Claims) -> None:
    edit(desk, "340家", "430家")
    listed = desk("versions", "one.txt").stdout.splitlines()
    assert [line.split()[0] for line in listed] == ["1", "2"]
    assert listed[1].endswith("present")
    assert [version["number"] for version in json.loads(desk("versions", "one.txt", "--format", "json").stdout)] == [
        1,
        2,
    ]
    difference = desk("versions", "one.txt", "1").stdout
    assert [line[:1] for line in difference.splitlines() if "家" in line] == ["-", "+"]
    assert desk("versions", "one.txt", "1", "2").stdout == difference
    assert "the same text" in desk("versions", "one.txt", "2").stderr


def test_what_is_asked_wrongly_is_said_in_a_line(desk: Claims) -> None:
    assert "choose one of 1" in only_line(desk("versions", "one.txt", "9", code=2))
    assert "two numbers at most" in only_line(desk("versions", "one.txt", "1", "1", "1", code=2))
    assert "did you mean" in only_line(desk("versions", "on.txt", code=2))
    assert "no source of that name" in only_line(desk("prune", "four.txt", code=2))


def test_old_texts_are_let_go_of(desk: Claims) -> None:
    edit(desk, "340家", "430家")
    assert desk("prune", "two.txt").stdout == "0 old texts deleted\n"
    assert desk("prune").stdout == "1 old text deleted\n"
    assert len(desk("versions", "one.txt").stdout.splitlines()) == 1


def test_reading_anew(desk: Claims) -> None:
    assert desk("refresh").stdout == "nothing to do: this release has read every text\n"
    assert desk("refresh", "--all").stdout == "2 documents read anew\nno change in the findings\n"


def test_an_edited_fact_sheet_reopens_what_was_decided(desk: Claims) -> None:
    entry = '[[watch]]\nsubject = "步云机器人"\nattribute = ["员工"]\nvalue = "{}"\nfrom = "年报"\n'
    Path("claims.toml").write_text(entry.format("950人"), encoding="utf-8")
    assert "2 new findings" in desk("refresh").stdout
    for pair in rows(desk("conflicts", "--source", "claims.toml", "--format", "jsonl")):
        desk("decide", pair["id"], "both_right", "--by", "Lin")
    Path("claims.toml").write_text(entry.format("960人"), encoding="utf-8")
    told = desk("refresh").stdout
    assert "reopened" in told
    assert "gone" not in told
    assert len(desk("versions", "claims.toml").stdout.splitlines()) == 2


def test_without_a_registry_there_is_nothing_to_refresh(claims: Claims) -> None:
    assert "there is no registry here" in only_line(claims("refresh", code=2))
