"""Values that do not tell in full on which scale they stand."""

from __future__ import annotations

import pytest

from claims.blocking import blocking_keys
from claims.model import Claim
from claims.one_scale import comparable, two_currencies
from tests.benchmarks.line import claims_of


def the(sentence: str, value: str) -> Claim:
    """The claim of a sentence whose value is written so."""
    return next(c for c in claims_of(sentence, "2024-05-02") if value in c.value_quote and c.kind.value != "fact")


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("云岭隧道造价124億元。", "124", "云岭隧道造价新台幣168億元。", "168"),
        ("The bridge cost $12 million.", "$12", "The bridge cost 16 million Canadian dollars.", "16"),
        ("The hall was sold for six million francs.", "six", "The hall was sold for 4.8 million Swiss francs.", "4.8"),
        ("云岭隧道造价124亿元。", "124", "云岭隧道？一百六十多个亿呢。", "一百六"),
        ("昨天云岭的气温是41摄氏度。", "41", "昨天云岭有39度。", "39"),
        ("The storm had winds of 198 km/h.", "198", "风暴的风速是每秒50米。", "50"),
        ("The cellar has 12,000 square feet.", "12,000", "The cellar has 1,500 square metres.", "1,500"),
        ("The reservoir holds 18,000 megalitres.", "18,000", "The reservoir holds 21 million cubic metres.", "21"),
    ],
)
def test_a_scale_that_is_not_told_in_full_may_be_the_other_one(one: str, first: str, other: str, second: str) -> None:
    assert comparable(the(one, first), the(other, second))


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("云岭隧道造价124亿元人民币。", "124", "云岭隧道造价新台幣168億元。", "168"),
        ("The bridge cost US$12 million.", "12", "The bridge cost 16 million Canadian dollars.", "16"),
        ("云岭隧道造价124亿元。", "124", "云岭有168万居民。", "168"),
        ("云岭隧道造价124亿元。", "124", "全书共168页。", "168"),
        ("The roof has a pitch of 30 degrees.", "30", "The storm had winds of 198 km/h.", "198"),
    ],
)
def test_a_scale_that_is_told_is_not_another(one: str, first: str, other: str, second: str) -> None:
    assert not comparable(the(one, first), the(other, second))


def test_one_number_of_two_currencies_is_held_against_itself() -> None:
    euros, francs = the("The hall cost 85 million euros.", "85"), the("The hall cost 85 million Swiss francs.", "85")
    assert comparable(euros, francs)
    assert two_currencies(euros, francs)
    assert not two_currencies(euros, the("The hall cost 81 million Swiss francs.", "81"))


def test_what_can_be_compared_can_meet() -> None:
    sum_, bare = the("云岭隧道造价124亿元。", "124"), the("云岭隧道？一百六十多个亿呢。", "一百六")
    assert blocking_keys(sum_) & blocking_keys(bare)
