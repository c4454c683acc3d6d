"""Which values can be compared: those that stand on one scale."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.intervals import interval_of
from claims.model import Kind, Quantity
from claims.scales import scale_of
from claims.values import find_values


def only(text: str) -> Quantity:
    [mention] = find_values(text)
    return mention.quantity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全长42公里", "It is 26 miles long"),
        ("重达3吨", "It weighs 3000 kg"),
        ("占三分之一", "占33%"),
        ("占八成", "80 per cent of them"),
        ("耗时3个小时", "It took 180 minutes"),
        ("耗资3亿美元", "It cost $300 million"),
        ("排名第三", "It is among the top four"),
        ("共有3人", "共有3家"),
    ],
)
def test_what_can_be_compared_stands_on_one_scale(one: str, other: str) -> None:
    assert scale_of(only(one)).dimension == scale_of(only(other)).dimension


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("耗资3亿美元", "耗资3亿元"),
        ("全长42公里", "占地42平方公里"),
        ("重达3吨", "高3米"),
        ("占33%", "提高33个百分点"),
        ("占33%", "增至3倍"),
        ("占33%", "共有33人"),
        ("排名第三", "共有3人"),
        ("耗时3个小时", "全长3公里"),
        ("电压12伏", "功率12瓦"),
        ("高达40摄氏度", "It was 104 °F"),
    ],
)
def test_what_cannot_be_compared_stands_on_two(one: str, other: str) -> None:
    assert scale_of(only(one)).dimension != scale_of(only(other)).dimension


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全长42公里", "全长42000米"),
        ("重达3吨", "重达3000公斤"),
        ("耗时3个小时", "耗时180分钟"),
        ("气压925百帕", "a pressure of 925 hectopascals"),
        ("用电3千瓦时", "10.8 MJ of heat"),
        ("占二分之一", "占50%"),
    ],
)
def test_one_size_in_two_units_is_one_interval(one: str, other: str) -> None:
    first, second = only(one), only(other)
    assert interval_of(first).times(scale_of(first).size) == interval_of(second).times(scale_of(second).size)


def test_a_superlative_is_the_first_place() -> None:
    superlative = Quantity(Kind.SUPERLATIVE, Decimal(1), Decimal(1))
    rank = Quantity(Kind.RANK, Decimal(1), Decimal(1))
    assert scale_of(superlative) == scale_of(rank)


def test_a_ratio_above_one_is_a_multiple_and_no_share() -> None:
    half, triple = (Quantity(Kind.RATIO, Decimal(n), Decimal(n)) for n in ("0.5", "3"))
    assert scale_of(half).dimension != scale_of(triple).dimension


def test_a_unit_nobody_knows_is_a_scale_of_its_own() -> None:
    one, other = (Quantity(Kind.MEASURE, Decimal(1), Decimal(1), unit) for unit in ("zorkmid", "quatloo"))
    assert scale_of(one).dimension != scale_of(other).dimension
    assert scale_of(one) == scale_of(one)
