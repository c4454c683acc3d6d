"""Facts on marked sentences, ``tests/cases/facts.txt``: ``⟦value → attribute subject⟧``, ``!`` where it is denied."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.facts.attributes import attributes
from claims.model import Claim, Kind, Modality
from tests.claims.readings import claims_in
from tests.marked import cases

FILE = Path(__file__).parents[2] / "cases" / "facts.txt"
CASES = [pytest.param(case.text, case.expected, id=case.place) for case in cases(FILE)]


def facts(text: str) -> list[Claim]:
    return [c for c in claims_in(text) if c.kind is Kind.FACT]


def told(claim: Claim) -> tuple[int, int, str]:
    denied = "!" if claim.modality is Modality.DENIED else ""
    return (claim.value_span.start, claim.value_span.end, f"{denied}{claim.features.head} {claim.subject}")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_states_what_is_marked(text: str, expected: tuple[tuple[int, int, str], ...]) -> None:
    assert [told(claim) for claim in facts(text)] == list(expected)


@pytest.mark.parametrize("text", [case.text for case in cases(FILE)])
def test_a_fact_is_where_it_says(text: str) -> None:
    for claim in facts(text):
        assert claim.value_span.of(text) == claim.value_quote
        assert claim.span.of(text) == claim.quote
        assert claim.span.contains(claim.value_span)
        assert claim.quantity.low is None
        assert claim.quantity.high is None
        assert claim.text


def test_every_attribute_is_labelled_in_both_languages() -> None:
    assert [a.id for a in attributes().values() if set(a.labels) != {"zh", "en"}] == []
