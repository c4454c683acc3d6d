"""Insertions that say what a name is."""

from __future__ import annotations

import pytest

from claims.topics.appositions import insertion
from tests.claims.readings import sentence


def inserted(text: str) -> tuple[str, str] | None:
    found = insertion(sentence(text).reading)
    return (found[0].span.of(text), found[1].of(text)) if found else None


def test_an_insertion_stands_between_commas() -> None:
    assert inserted("Harbour Bank, the oldest house in Norway, has offices.") == (
        "Harbour Bank",
        ", the oldest house in Norway,",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Bank has offices, the oldest in Norway.",
        "Harbour Bank, the house said, has offices.",
        "In Norway, the house has offices.",
        "Harbour Bank, Fjord Line and Acme have offices.",
        "临港银行，一家老店，有分行。",
    ],
)
def test_what_has_a_verb_or_no_article_is_none(text: str) -> None:
    assert inserted(text) is None
