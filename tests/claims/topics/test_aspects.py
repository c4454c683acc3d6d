"""Which property a value states."""

from __future__ import annotations

import pytest

from claims.model import Kind
from claims.topics.aspects import Aspect, aspect_of
from tests.claims.readings import sentence


def aspect(marked: str, kind: Kind | None = None) -> Aspect:
    read = sentence(marked)
    return aspect_of(read.reading, read.value, kind or read.kind)


@pytest.mark.parametrize(
    ("marked", "wording", "head"),
    [
        ("Harbour Bank has ⟦4,200⟧ employees.", "employees", "=employees"),
        ("Harbour Bank has ⟦4,200⟧ of the branches.", "branches", None),
        ("The revenue of the bank was ⟦3.5 million euros⟧.", "revenue", "=revenue"),
        ("Revenue rose to ⟦3.5 million euros⟧.", "Revenue", "=revenue"),
        ("临港银行拥有⟦4200名⟧员工。", "员工", "=employees"),
        ("临港银行的员工达到⟦4200人⟧。", "员工", "=employees"),
        ("临港银行营业收入为⟦3.5亿元⟧。", "营业收入", "=revenue"),
        ("临港银行承诺捐给三所医院⟦900万元⟧。", "捐给", None),
        ("There were ⟦163⟧ cases and 43 deaths.", "cases", None),
    ],
)
def test_what_is_counted_or_measured(marked: str, wording: str, head: str | None) -> None:
    found = aspect(marked)
    assert found.wording == wording
    if head:
        assert found.head == head


@pytest.mark.parametrize(
    ("marked", "event"),
    [
        ("Harbour Bank was founded in ⟦1894⟧.", "=founded"),
        ("Harbour Bank was established in ⟦1894⟧.", "=founded"),
        ("Harbour Bank was set up in ⟦1894⟧.", "=founded"),
        ("She was sworn in as governor on ⟦4 March⟧.", "=sworn-in"),
        ("The new tolls came into force on ⟦1 May 2019⟧.", "=in-force"),
        ("Divers came upon the barge in ⟦1987⟧.", "=discovered"),
        ("The works went bust in ⟦1987⟧.", "=bankrupt"),
        ("临港银行成立于⟦1894年⟧。", "=founded"),
        ("临港银行创立于⟦1894年⟧。", "=founded"),
    ],
)
def test_what_happened_on_a_date(marked: str, event: str) -> None:
    assert aspect(marked).event == event


def test_two_events_are_two() -> None:
    founded, sold = aspect("Harbour Bank was founded in ⟦1894⟧."), aspect("Harbour Bank was sold in ⟦1949⟧.")
    assert founded.event != sold.event != ""


def test_the_nearest_event_is_the_one_dated() -> None:
    assert aspect("Harbour Bank, founded in ⟦1894⟧, closed the hall.").event == "=founded"


def test_an_event_that_the_sentence_has_left_behind_is_not_dated() -> None:
    assert aspect("Rosen founded the choir in 1961 and conducted it until ⟦1984⟧.").event == "conduct"
    assert aspect("Rosen founded the choir in ⟦1961⟧ and conducted it until 1984.").event == "=founded"


def test_what_narrows_the_head_down_stands_apart() -> None:
    found = aspect("Harbour Bank has ⟦4,200⟧ foreign employees.")
    assert found.head == "=employees"
    assert len(found.modifiers) == 1


def test_a_generic_word_gives_way_to_the_one_before_it() -> None:
    assert aspect("临港银行员工数量达到⟦4200⟧。").head == aspect("临港银行员工达到⟦4200⟧。").head == "=employees"


@pytest.mark.parametrize("marked", ["⟦35⟧", "⟦35个⟧。", "Of ⟦35⟧."])
def test_a_sentence_that_does_not_say(marked: str) -> None:
    assert aspect(marked, Kind.COUNT) == Aspect()
