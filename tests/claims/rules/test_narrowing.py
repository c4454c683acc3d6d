"""What stands behind the word of a rule that sees two things in the words beside two values."""

from __future__ import annotations

import pytest

from claims.model import Match, Verdict
from claims.rules import NARROWING, Pair, first_ruling, narrowed_rulings
from tests.claims.readings import claims_in

NARROWED = [
    (
        "In March 2024 the quarry sold 4,000 tonnes of slate.",
        "In 2024 the quarry sold 9,000 tonnes of slate.",
        "tonnes",
    ),
    ("The quarry employs 410 women.", "The quarry employs 900 people.", ""),
]


def pair(one: str, other: str, value: str) -> Pair:
    a, b = (
        next(c for c in claims_in(text) if value in c.value_quote and c.value_quote[0] in "489")
        for text in (one, other)
    )
    return Pair.of(a, b, Match(1.0, "", ()))


@pytest.mark.parametrize(("one", "other", "value"), NARROWED)
def test_the_disagreement_behind_a_narrowing_rule_is_kept(one: str, other: str, value: str) -> None:
    first, beyond = narrowed_rulings(pair(one, other, value))
    assert first == first_ruling(pair(one, other, value))
    assert first.rule in {rule.__name__ for rule in NARROWING}
    assert first.verdict is Verdict.SCOPE_DIFFERS
    assert beyond.verdict.flagged


def test_what_no_rule_narrows_has_one_ruling() -> None:
    same = pair("The quarry sold 4,000 tonnes of slate.", "The quarry sold 9,000 tonnes of slate.", "tonnes")
    assert [found.verdict for found in narrowed_rulings(same)] == [Verdict.CONFLICT]
