"""Which Chinese articles tell of one story, and which of their claims are of what that is about."""

from __future__ import annotations

import pytest

from claims.compare import compare
from claims.events import one_story, told_of_one
from claims.model import Claim
from tests.claims.readings import claims_in

OPENING = "栖霞湾轻轨昨天通车。轻轨设站26座。市长顾云帆在南浦口站搭上首班车。栖霞湾轻轨由南浦口出发。"
LATER = "顾云帆说，栖霞湾的居民等了很久。栖霞湾轻轨的24座车站都有电梯。南浦口的摊贩罗大川赞成。"
ELSEWHERE = "白鹭洲机场扩建。白鹭洲的22座车站将连成一线，总裁何静姝说。"


def claim(text: str, value: str, published: str) -> Claim:
    return next(c for c in claims_in(text, published) if c.value_quote == value)


def test_names_in_common_make_a_story_however_they_are_cut() -> None:
    first, later = claim(OPENING, "26座", "2025-03-02"), claim(LATER, "24座", "2025-03-09")
    assert one_story(first.features, later.features)
    assert told_of_one(first, later)


def test_two_counts_of_one_thing_in_one_story_are_held_against_each_other() -> None:
    found = compare(claim(OPENING, "26座", "2025-03-02"), claim(LATER, "24座", "2025-03-09"))
    assert found is not None
    assert found.ruling.verdict.flagged


@pytest.mark.parametrize(
    ("text", "value", "published"), [(ELSEWHERE, "22座", "2025-03-09"), (LATER, "24座", "2026-03-09")]
)
def test_other_names_or_another_year_make_another_story(text: str, value: str, published: str) -> None:
    assert not one_story(claim(OPENING, "26座", "2025-03-02").features, claim(text, value, published).features)


@pytest.mark.parametrize(
    "other",
    [
        "顾云帆说，栖霞湾轻轨预计设站24座。南浦口的摊贩罗大川赞成。",
        "顾云帆说，栖霞湾轻轨通车后，沿线2座车站没有电梯。南浦口的摊贩罗大川赞成。",
    ],
)
def test_a_forecast_or_a_number_far_off_is_of_something_else(other: str) -> None:
    first = claim(OPENING, "26座", "2025-03-02")
    rest = [c for c in claims_in(other, "2025-03-09") if c.value_quote in ("24座", "2座")]
    assert rest
    assert not any(
        told_of_one(first, c) and (found := compare(first, c)) and found.ruling.verdict.flagged for c in rest
    )
