"""The figures reached on the benchmarks of values are held, where the benchmarks are at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.values import installed, measure, ours, score, spared

SHARED = Path(__file__).parents[3] / "shared"
FOLDER, SCORER = SHARED / "benchmarks" / "values", SHARED / "score" / "score_values.py"

FLOORS = [
    ("cn2an", "zh", 0.96),
    ("duckling", "zh", 0.90),
    ("duckling", "en", 0.93),
    ("jionlp", "zh", 0.76),
    ("jionlp_dates", "zh", 0.75),
    ("measeval", "en", 0.68),
    ("number_parser_en", "en", 0.98),
    ("price_parser", "en", 0.97),
    ("quantulum3", "en", 0.91),
    ("recognizers_text", "zh", 0.90),
    ("recognizers_text", "en", 0.89),
    ("recognizers_text_dates", "zh", 0.88),
    ("recognizers_text_dates", "en", 0.79),
    ("spoken_written", "zh", 0.98),
    ("spoken_written", "en", 0.95),
]


@pytest.mark.skipif(not SCORER.exists(), reason="the benchmarks of values are not beside the repository")
@pytest.mark.parametrize(("name", "language", "floor"), FLOORS)
def test_a_figure_reached_is_held(name: str, language: str, floor: float) -> None:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["lang"] == language]

    found, _ = measure(rows, ours)

    assert score(rows, found, SCORER) >= floor


def test_a_reader_that_fails_has_found_nothing_but_ours_may_not_fail() -> None:
    def broken(row: object) -> list[dict[str, object]]:
        raise KeyError(row)

    assert "claims" in installed()
    assert spared(broken, {"id": 1, "text": "x", "lang": "en"}) == []
    with pytest.raises(KeyError):
        spared(ours, {"id": 1})
