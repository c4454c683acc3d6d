"""The years of a life in brackets behind a name."""

from __future__ import annotations

import pytest

from claims.model import Kind
from tests.benchmarks.line import claims_of


def dates(text: str) -> list[tuple[str, str | None, str]]:
    claims = [claim for claim in claims_of(text, "2024-05-02") if claim.kind is Kind.DATE]
    return [(claim.value_quote, claim.subject, claim.features.event) for claim in claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Holt (1841–1907) was a miller who founded the bank.", "Anna Holt"),
        ("林雨晴（1841年—1907年），作家。", "林雨晴"),
    ],
)
def test_a_life_has_two_years(text: str, name: str) -> None:
    assert dates(text) == [("1841", name, "=born"), ("1907", name, "=died")]


@pytest.mark.parametrize(
    "text",
    [
        "The siege (1941-1944) was long.",
        "From 1841 to 1907 the mill stood idle.",
        "The mill (1741-1907) stood idle.",
    ],
)
def test_what_is_as_long_as_no_life_is_one_span(text: str) -> None:
    assert [event for _, _, event in dates(text) if event in ("=born", "=died")] == []
