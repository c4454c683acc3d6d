"""Characters of one sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.suggestions.sounds import same_sound

LEVEL_1 = [
    character
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if (character := bytes([row, cell]).decode("gb2312", errors="ignore"))
]


@pytest.mark.parametrize("pair", ["锋峰", "明名", "芳方", "啊阿", "驴旅", "卢路", "略掠", "做坐", "晓小"])
def test_alike(pair: str) -> None:
    assert same_sound(*pair) is True


@pytest.mark.parametrize("pair", ["杭广", "国军", "路旅", "略乱", "安昂", "芬风"])
def test_not_alike(pair: str) -> None:
    assert same_sound(*pair) is False


@pytest.mark.parametrize("unknown", ["祎", "赟", "鋒", "A", "1", "，"])
def test_nothing_is_said_of_characters_that_are_not_ordered_by_sound(unknown: str) -> None:
    assert same_sound(unknown, "锋") is None


def test_the_standard_orders_3755_characters() -> None:
    assert len(LEVEL_1) == 3755


@given(*[st.sampled_from(LEVEL_1)] * 3)
def test_sounding_alike_is_an_equivalence(a: str, b: str, c: str) -> None:
    assert same_sound(a, a)
    assert same_sound(a, b) == same_sound(b, a)
    if same_sound(a, b) and same_sound(b, c):
        assert same_sound(a, c)
