from __future__ import annotations

import json

import pytest

from claims.values.filter import filtered, values_of
from sources.errors import UsageError


def line(**row: object) -> str:
    return json.dumps(row, ensure_ascii=False)


def test_a_line_gives_its_values_with_spans_in_the_given_text() -> None:
    text = "門票超過３０萬張"

    [row] = filtered([line(id="a", text=text)])

    assert row["id"] == "a"
    assert row["values"] == [
        {
            "start": 2,
            "end": 8,
            "surface": "超過３０萬張",
            "kind": "count",
            "low": 300000,
            "high": None,
            "unit": "张",
            "approx": True,
        }
    ]


def test_numbers_are_numbers_and_dates_are_resolved() -> None:
    values = values_of({"id": 1, "text": "去年增长2.5%", "published": "2025-04-09"})["values"]

    assert isinstance(values, list)
    assert [(value["low"], value["unit"]) for value in values] == [("2024", None), (2.5, "%")]


def test_empty_lines_are_passed_over_and_the_order_is_kept() -> None:
    rows = list(filtered([line(id=2, text="两个"), "\n", line(id=1, text="")]))

    assert [row["id"] for row in rows] == [2, 1]


@pytest.mark.parametrize(
    "bad",
    ["{", "[]", '{"id": 1}', '{"text": "x"}', '{"id": 1, "text": 5}', '{"id": 1, "text": "x", "language": 3}'],
)
def test_a_bad_line_is_named(bad: str) -> None:
    with pytest.raises(UsageError, match="line 2"):
        list(filtered([line(id=0, text="x"), bad]))
