"""What holds a statement to a part of what its sentence is about."""

from __future__ import annotations

import pytest

from claims.topics.narrowing import ANOTHER, PARTITIVE
from tests.claims.readings import claims_in


def narrowed(text: str, value: str) -> tuple[str, ...]:
    [claim] = [claim for claim in claims_in(text) if value in claim.value_quote]
    return claim.features.narrowed


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("At its workshops the Harle railway employs 140 people.", "140", "workshop"),
        ("Women earn £500 a week at the Harle railway.", "500", "women"),
        ("Nine engines of the Harle railway stand still.", "Nine", PARTITIVE),
        ("Another railway has 70 engines.", "70", ANOTHER),
        ("该馆海外观众有3万人。", "3万", "海外"),
        ("该馆现有职工中，拥有硕士学位的118人。", "118", PARTITIVE),
    ],
)
def test_words_that_narrow(text: str, value: str, word: str) -> None:
    assert word in narrowed(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Harle railway employs 140 people.", "140"),
        ("In May the railway sold 900 tickets.", "900"),
        ("At a speed of 40 km/h the train needs 9 hours.", "9 hours"),
    ],
)
def test_words_that_do_not(text: str, value: str) -> None:
    assert not narrowed(text, value)


def test_a_direction_in_the_name_of_a_place_narrows_nothing() -> None:
    assert not narrowed("Floods killed 23 people in northern Honduras.", "23")


def test_some_of_those_told_of_are_a_part_wherever_they_stand() -> None:
    assert PARTITIVE in narrowed("In May nine of the injured went to court.", "nine")
