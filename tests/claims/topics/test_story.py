"""What an article is about as a whole, and which articles tell of one story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.events import known_apart, one_story, told_of_one
from claims.model import Claim, Modality
from tests.claims.readings import claims_in

FIRE = (
    "A fire on the ferry Astrid killed nine people off Sandvik on Monday. Captain Lars Ekholm raised the alarm. "
    "The Astrid had left Malmby with 140 passengers."
)
LATER = "Eleven people are now known to have died on the Astrid. Ekholm was questioned in Sandvik. Malmby mourned."
OTHER = "A crane fell in Sandvik on Friday and killed two people, said Ida Berg of Berg Cranes. Malmby had sent it."


def claim(text: str, value: str, published: str) -> Claim:
    return next(c for c in claims_in(text, published) if c.value_quote == value)


def test_articles_with_several_names_in_common_tell_of_one_story() -> None:
    first, later = claim(FIRE, "nine", "2023-05-02"), claim(LATER, "Eleven", "2023-05-05")
    assert one_story(first.features, later.features)
    assert told_of_one(first, later)


@pytest.mark.parametrize(
    ("text", "value", "published"), [(OTHER, "two", "2023-05-06"), (LATER, "Eleven", "2024-05-05")]
)
def test_a_place_in_common_or_a_year_between_makes_no_story(text: str, value: str, published: str) -> None:
    assert not one_story(claim(FIRE, "nine", "2023-05-02").features, claim(text, value, published).features)


def test_a_word_near_two_numbers_makes_no_fate_of_those_employed() -> None:
    first = claim(FIRE, "nine", "2023-05-02")
    hurt, employed, also_hurt, saved = (
        replace(first, features=replace(first.features, head=head, terms=terms, properties=("collection",)))
        for head, terms in (
            ("=injured", ("=injured", "=people")),
            ("=people", ("=people", "season")),
            ("=people", ("=people", "=injured")),
            ("=rescued", ("=rescued", "=people")),
        )
    )
    assert told_of_one(hurt, also_hurt)
    assert told_of_one(also_hurt, hurt)
    for other in (employed, saved):
        assert not told_of_one(hurt, other)
        assert not told_of_one(other, hurt)


def test_what_is_planned_and_what_came_of_it_are_of_one_counted_thing() -> None:
    first = claim(FIRE, "nine", "2023-05-02")
    planned, repairs, inspections = (
        replace(
            first,
            modality=modality,
            features=replace(first.features, head=head, terms=terms, properties=("works-made",)),
        )
        for modality, head, terms in (
            (Modality.TARGET, "inspect", ("inspect", "engin")),
            (Modality.ACTUAL, "repair", ("repair", "engin")),
            (Modality.ACTUAL, "check", ("check", "inspect")),
        )
    )
    assert not told_of_one(planned, repairs)
    assert not told_of_one(repairs, planned)
    assert told_of_one(planned, inspections)
    assert told_of_one(repairs, replace(planned, modality=Modality.ACTUAL))


def test_one_story_has_many_numbers() -> None:
    passengers, dead = claim(FIRE, "140", "2023-05-02"), claim(LATER, "Eleven", "2023-05-05")
    assert not told_of_one(passengers, dead)


def test_two_houses_that_both_articles_know_are_two() -> None:
    first = "Alder Foods is to buy Birch Dairy of Sandvik, said Ida Berg. Alder Foods employs 900 people."
    later = "Ida Berg of Alder Foods visited Birch Dairy in Sandvik. Birch Dairy employs 4,000 people."
    x, y = claim(first, "900", "2023-05-02"), claim(later, "4,000", "2023-05-04")
    assert known_apart(x, y)
    assert not known_apart(x, claim("Alder Foods of Sandvik employs 4,000 people.", "4,000", "2023-05-04"))


def test_the_dead_of_another_year_died_of_something_else() -> None:
    before = claim("In 1998 the storm Idun killed 112 people in Sandvik.", "112", "2023-05-02")
    now = claim("The storm Freya killed 36 people in Sandvik.", "36", "2023-05-04")
    assert known_apart(before, now)
