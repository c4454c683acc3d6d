"""Clauses that only say how far a figure has moved."""

from __future__ import annotations

import pytest

from claims.model import Claim
from claims.topics.changes import changed
from claims.topics.context import Context
from tests.claims.readings import claims_in, sentence


def claim(text: str, value: str) -> Claim:
    return next(c for c in claims_in(text) if c.value_quote == value)


HAN = "2023年云台市实现工业增加值812亿元，比上年增长6.2%；进出口总额240亿元，下降3.1%。"
LATIN = "In 2022 Alder Foods had exports of $812 million, up 6.2 per cent from 2021, and 300 shops."


@pytest.mark.parametrize(
    ("text", "value", "subject", "head"),
    [
        (HAN, "6.2%", "云台市", "=value-added"),
        (HAN, "3.1%", "云台市", "=foreign-trade"),
        (LATIN, "6.2 per cent", "Alder Foods", "=exports"),
    ],
)
def test_what_moved_is_the_figure_before(text: str, value: str, subject: str, head: str) -> None:
    found = claim(text, value)
    assert (found.subject, found.features.head) == (subject, head)


@pytest.mark.parametrize(("text", "value", "as_of"), [(HAN, "6.2%", "2023"), (LATIN, "6.2 per cent", "2022")])
def test_a_change_holds_when_the_figure_does_and_not_when_it_is_compared_with(
    text: str, value: str, as_of: str
) -> None:
    assert claim(text, value).as_of == as_of


@pytest.mark.parametrize(
    "marked",
    [
        "青川公司营收3.2亿元，占全市的⟦12%⟧。",
        "Alder Foods has 300 shops, ⟦12 per cent⟧ of those in the city.",
        "青川公司营收3.2亿元，员工人数增长⟦12%⟧。",
        "Exports were $812 million, and wages rose ⟦3 per cent⟧.",
    ],
)
def test_a_share_or_a_change_of_something_named_stays_as_it_is(marked: str) -> None:
    case = sentence(marked)
    assert not changed(case.reading, case.mentions, Context())
