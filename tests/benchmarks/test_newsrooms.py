"""The form of the sets of news; their scores stand in docs/accuracy.md and are not asserted here."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.benchmarks import newsrooms
from tests.benchmarks.newsrooms import PARTS, articles, folders, labelled_pairs

FLAGGED = ("conflict", "tension", "time_drift")
LOOK_ALIKES = ("agree", "scope_differs", "unrelated")
KEYS = {
    *("id", "a_file", "a_quote", "b_file", "b_quote", "subject", "attribute"),
    *("label", "severity", "explanation", "lang", "numeric", "bound_only"),
}

every_set = pytest.mark.parametrize("folder", [s for p in PARTS for s in folders(p)], ids=lambda folder: folder.name)


@every_set
def test_a_quote_stands_once_in_the_file_it_names(folder: Path) -> None:
    texts = articles(folder)
    for row in labelled_pairs(folder):
        for side in "ab":
            assert texts[row[f"{side}_file"]].count(row[f"{side}_quote"]) == 1, row["id"]


@every_set
def test_a_pair_has_a_known_label_and_weight(folder: Path) -> None:
    for row in labelled_pairs(folder):
        assert set(row) == KEYS, row["id"]
        assert row["label"] in FLAGGED + LOOK_ALIKES, row["id"]
        assert row["severity"] in ("high", "medium", "low"), row["id"]
        assert row["label"] in FLAGGED or row["severity"] == "low", row["id"]
        assert row["lang"] in ("en", "zh", "zh-en"), row["id"]


@every_set
def test_a_pair_lies_in_two_files_and_is_labelled_once(folder: Path) -> None:
    seen = Counter(
        frozenset((row[f"{side}_file"], row[f"{side}_quote"]) for side in "ab") for row in labelled_pairs(folder)
    )
    assert [pair for pair, count in seen.items() if count > 1] == []
    assert all(len({file for file, _ in pair}) == 2 for pair in seen)


@every_set
def test_a_set_has_what_an_editor_must_see_and_more_look_alikes(folder: Path) -> None:
    rows = list(labelled_pairs(folder))
    must = [row for row in rows if row["label"] in FLAGGED and row["severity"] != "low"]
    assert len(must) >= 5
    assert not all(row["numeric"] for row in must)
    assert sum(row["label"] in LOOK_ALIKES for row in rows) >= 15
    assert len({row["id"] for row in rows}) == len(rows)


@every_set
def test_every_article_is_listed_and_takes_part(folder: Path) -> None:
    texts = articles(folder)
    assert set(texts) == {path.name for path in folder.glob("*.txt")}
    assert {row[f"{side}_file"] for row in labelled_pairs(folder) for side in "ab"} == set(texts)


@every_set
def test_every_article_has_its_outlet_and_those_dated_a_day_of_their_own(folder: Path) -> None:
    rows = newsrooms.manifest(folder)
    assert len({row["publisher"] for row in rows}) == len(rows)
    days = [date.fromisoformat(row["published"]) for row in rows if row["published"] is not None]
    assert days
    assert len(set(days)) == len(days)


def test_the_parts_share_no_article() -> None:
    def texts(part: str) -> set[str]:
        return {" ".join(text.split()) for folder in folders(part) for text in articles(folder).values()}

    assert not texts("dev") & texts("heldout")


@pytest.mark.parametrize("part", [[], ["--set", "heldout"]])
def test_misses_of_the_held_out_sets_are_refused(part: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        newsrooms.main(["../shared", *part, "--misses", "1"])
    assert refused.value.code == 2
    assert "not to be read" in capsys.readouterr().err
