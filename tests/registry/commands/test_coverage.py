"""``claims coverage``: every numeral of every registered source, counted and in place."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command_line import Claims, only_line

TEXT = "1. 哈尔登有员工300人。\n2. 这是一家老厂，成立于1987年。\n"


def test_the_sum_is_told_by_reason(claims: Claims) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    claims("add", "a.txt")
    shown = claims("coverage").stdout.splitlines()
    assert shown[0] == "5 numerals in 1 source: 2 (40.0 %) registered, 3 left out"
    assert [line.split()[:2] for line in shown[1:]] == [["2", "list_number"], ["1", "article"]]


def test_each_numeral_is_listed_in_place(claims: Claims) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    claims("add", "a.txt")
    listed = claims("coverage", "--list").stdout.splitlines()
    assert [line.split()[:2] for line in listed] == [
        ["a.txt:1:1:", "list_number"],
        ["a.txt:1:10:", "registered"],
        ["a.txt:2:1:", "list_number"],
        ["a.txt:2:6:", "article"],
        ["a.txt:2:14:", "registered"],
    ]
    assert "⟦300⟧人" in listed[1]
    only = claims("coverage", "--reason", "article").stdout.splitlines()
    assert [line.split()[0] for line in only] == ["a.txt:2:6:"]


def test_scripts_get_offsets_and_claims(claims: Claims) -> None:
    Path("0.txt").write_text(TEXT.replace("老厂", "大厂"), encoding="utf-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    claims("add", "0.txt", "a.txt")
    [_, source] = json.loads(claims("coverage", "--list", "--format", "json").stdout)
    assert (source["numerals"], source["registered"], source["left_out"]) == (5, 2, {"article": 1, "list_number": 2})
    known = {json.loads(line)["id"] for line in claims("list", "--format", "jsonl").stdout.splitlines()}
    for numeral in source["list"]:
        assert TEXT[numeral["start"] : numeral["end"]] == numeral["numeral"]
        assert (numeral["claim"] in known) != bool(numeral["reason"])


def test_wrong_words_are_one_line(claims: Claims) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert "there is no registry here" in only_line(claims("coverage", code=2))
    claims("add", "a.txt")
    assert "no source of that name" in only_line(claims("coverage", "--source", "b.txt", code=2))
    assert "--reason" in only_line(claims("coverage", "--reason", "other", code=2))
