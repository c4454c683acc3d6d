"""Whether two places are places in one order."""

from __future__ import annotations

import pytest

from claims.model import Claim
from claims.same_property import names_a_member, same_property
from tests.benchmarks.line import claims_of


def place(text: str, value: str) -> Claim:
    [claim] = [claim for claim in claims_of(text, "2024-05-02") if value in claim.value_quote]
    return claim


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("林雨晴在世界攀岩锦标赛上获得银牌。", "银牌"), ("林雨晴在世界攀岩锦标赛上夺得第四名。", "第四名")),
        (("临港大学在亚洲农业学院中排名第六。", "第六"), ("临港大学名列亚洲农业学院前十。", "前十")),
        (
            ("Harle Tower is the tallest building in Norr.", "tallest"),
            ("Harle Tower is the second-tallest building in Norr.", "second"),
        ),
    ],
)
def test_places_in_one_contest_or_by_one_measure(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert same_property(place(*one), place(*other)).score >= 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("林雨晴在世界攀岩锦标赛上获得银牌。", "银牌"), ("林雨晴在北方滑冰公开赛上夺得第四名。", "第四名")),
        (
            ("Harle Tower is the tallest building in Norr.", "tallest"),
            ("Harle Tower is the second-oldest building in Norr.", "second"),
        ),
    ],
)
def test_places_in_two(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert same_property(place(*one), place(*other)).score < 0.5


def test_an_ordinal_of_a_series_is_no_place() -> None:
    assert names_a_member(place("林雨晴在第二轮胜出。", "第二轮"))
    assert not names_a_member(place("林雨晴获得第二名。", "第二名"))
