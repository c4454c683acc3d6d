"""What a sentence says there is none of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claims.topics.absences import NONE_OF_IT, absences
from tests.claims.readings import sentence
from tests.strategies import noisy_texts


def found(text: str) -> list[str]:
    place = sentence(text)
    return [m.surface for m in absences(place.reading, place.mentions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Orrin Foundation has no employees.", "no"),
        ("There were no experienced guides on board.", "no"),
        ("Nobody was hurt at Lindholm.", "Nobody"),
        ("At Lindholm no one was hurt.", "no one"),
        ("The lift passed its test without a single objection.", "without a single"),
        ("Not one passenger of the ferry was hurt.", "Not one"),
        ("The bank will not close a single branch.", "a single"),
        ("The fire did not hurt any guests.", "any"),
        ("云岭隧道塌方，无人受伤。", "无人"),
        ("云岭隧道塌方，无伤亡。", "无"),
        ("云岭隧道塌方没有造成人员伤亡。", "没有"),
        ("云岭书店没有一名员工被裁。", "没有一名"),
        ("云岭书店没有员工。", "没有"),
        ("云岭书店不会关闭任何门店。", "任何"),
    ],
)
def test_that_there_is_none_is_the_number_0(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The bank no longer lends money.",
        "There is no doubt that the bank lends money.",
        "No other bank lends money.",
        "It was no more than a rumour.",
        "The bank is at No. 5 in the street.",
        "They fly to the no-fly zone.",
        "It is the last harbour where nobody locks a boat.",
        "无人机在云岭上空飞行。",
        "司机没有受伤。",
        "第三部没有立项。",
        "云岭书店没有任何理由。",
    ],
)
def test_what_says_something_else_counts_nothing(text: str) -> None:
    assert found(text) == []


@given(noisy_texts())
@settings(max_examples=60, deadline=None)
def test_absences_lie_in_the_sentence_and_part_no_value(text: str) -> None:
    place = sentence(text.replace("\ud800", "").replace("⟦", "") + " no boats, 没有人受伤")
    for absence in absences(place.reading, place.mentions):
        assert place.reading.span.contains(absence.span)
        assert absence.quantity == NONE_OF_IT
        touched = [m for m in place.mentions if m.span.overlaps(absence.span)]
        assert all(absence.span.contains(m.span) for m in touched)
