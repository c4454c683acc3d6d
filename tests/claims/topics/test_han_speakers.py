"""Clauses that only tell who says what follows."""

from __future__ import annotations

import pytest

from claims.topics.han_speakers import only_says
from claims.topics.leading import leading_name
from tests.claims.readings import sentence


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("行长叶青岚昨天回应称，去年利润达到⟦42亿元⟧。", True),
        ("警方调查，该团伙有⟦27人⟧。", True),
        ("临港银行去年扩张，利润达到⟦42亿元⟧。", False),
        ("临港银行利润达到⟦42亿元⟧。", False),
    ],
)
def test_a_clause_that_ends_in_a_verb_of_saying(text: str, says: bool) -> None:
    reading = sentence(text).reading
    assert only_says(reading, reading.clauses[0]) is says


def test_who_speaks_is_not_what_a_sentence_is_about() -> None:
    assert leading_name("行长叶青岚昨天回应称，临港银行没有裁员。") == "临港银行"
