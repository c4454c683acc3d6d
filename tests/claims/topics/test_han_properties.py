"""Chinese phrases that say what is told of something and not of what."""

from __future__ import annotations

import pytest

from claims.topics.context import Context
from claims.topics.han_properties import names_a_property
from claims.topics.subjects import candidates
from tests.claims.readings import sentence


def best(marked: str, carried: str | None = "临港银行") -> str | None:
    read = sentence(marked)
    found = candidates(read.reading, read.value, read.kind, Context(carried=carried))
    return found[0].name if found else None


@pytest.mark.parametrize(
    "marked",
    [
        "两年之内，效率提升了⟦11倍⟧。",
        "短短三周，月活⟦破亿⟧。",
        "不良率降至⟦1.2%⟧。",
        "误差控制在⟦3毫米⟧。",
        "员工超过⟦三千人⟧。",
        "年末，网点⟦420家⟧，遍布全省。",
        "游客达⟦300万人次⟧。",
        "员工三千人，下属分行⟦40家⟧。",
        "城镇居民人均可支配收入⟦83356元⟧。",
        "其中，农村居民人均可支配收入⟦50805元⟧，在全省排名第六。",
        "农村居民人均可支配收入50805元，在全省⟦排名第六⟧。",
        "平均票价⟦80元⟧。",
    ],
)
def test_a_property_or_what_is_counted_leaves_the_value_to_what_was_spoken_of(marked: str) -> None:
    assert best(marked) == "临港银行"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("临港医院员工超过⟦三千人⟧。", "临港医院"),
        ("学生有⟦三位⟧老师带着。", "学生"),
    ],
)
def test_and_what_has_something_of_its_own_keeps_it(marked: str, name: str) -> None:
    assert best(marked) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [("命中率", True), ("平均能耗", True), ("排量", True), ("力量", False), ("制度", False), ("渡船", False)],
)
def test_what_names_a_property(text: str, expected: bool) -> None:
    assert names_a_property(sentence(text).reading.tokens) is expected


def test_without_anything_spoken_of_the_thing_counted_is_better_than_nothing() -> None:
    assert best("员工超过⟦三千人⟧。", None) == "员工"
