"""``claims export`` as a script meets it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from registry import decisions
from registry.connection import open_registry
from tests.command_line import Claims, only_line


def test_conflicts_as_a_spreadsheet_opens_them(desk: Claims) -> None:
    (row,) = csv.DictReader(io.StringIO(desk("export", "conflicts").stdout, newline=""))
    assert {row["a_value_quote"], row["b_value_quote"]} == {"340家", "34家"}
    assert row["status"] == "open"


def test_a_decided_pair_is_still_exported(desk: Claims) -> None:
    key = json.loads(desk("export", "conflicts", "--format", "jsonl").stdout)["id"]
    desk("decide", key, "misread", "--by", "Lin")
    assert json.loads(desk("export", "conflicts", "--format", "jsonl").stdout)["status"] == "decided"
    (decision,) = csv.DictReader(io.StringIO(desk("export", "decisions").stdout, newline=""))
    assert (decision["by"], decision["decision"]) == ("Lin", "misread")


def test_topics_count_their_findings(desk: Claims) -> None:
    topics = [json.loads(line) for line in desk("export", "topics", "--format", "jsonl").stdout.splitlines()]
    assert sum(topic["findings"] for topic in topics) == 1


def test_annotations_are_one_document(desk: Claims) -> None:
    page = json.loads(desk("export", "annotations").stdout)
    assert {item["target"]["source"] for item in page["items"]} == {"one.txt", "two.txt"}


@pytest.mark.parametrize(
    "words",
    [
        ["export"],
        ["export", "everything"],
        ["export", "annotations", "--format", "csv"],
        ["export", "claims", "--publisher", "岚港晚报"],
        ["export", "feed", "--base", "javascript:alert(1)"],
    ],
)
def test_wrong_use_is_one_line(desk: Claims, words: list[str]) -> None:
    assert only_line(desk(*words, code=2)).startswith("claims")


def test_a_decision_taken_back_is_exported_as_such(desk: Claims) -> None:
    key = json.loads(desk("export", "conflicts", "--format", "jsonl").stdout)["id"]
    desk("decide", key, "misread", "--by", "Lin")
    with open_registry(Path("registry.db")) as registry:
        decisions.undo(registry, key, by="Chen")
    first, second = (json.loads(line) for line in desk("export", "decisions", "--format", "jsonl").stdout.splitlines())
    assert (first["undone"], second["kind"], second["undoes"]) == (True, "undo", first["id"])


def test_reviews_are_somebodys(desk: Claims) -> None:
    assert "--publisher" in only_line(desk("export", "reviews", code=2))
    key = json.loads(desk("export", "conflicts", "--format", "jsonl").stdout)["id"]
    desk("decide", key, "both_wrong", "--by", "Lin")
    graph = json.loads(desk("export", "reviews", "--publisher", "岚港晚报").stdout)["@graph"]
    said = sorted(review["claimReviewed"] for review in graph)
    assert len(said) == 2
    assert said[0].endswith("岚港共有机器人企业340家。")
    assert said[1].endswith("岚港共有机器人企业34家。")


def test_the_feed_is_one_document(desk: Claims) -> None:
    said = desk("export", "feed", "--base", "https://desk.example/").stdout
    assert said.startswith("<?xml")
    assert "https://desk.example/-/claims/conflicts" in said
