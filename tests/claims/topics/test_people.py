"""The persons of an article, and by which names it calls them."""

from __future__ import annotations

import pytest

from claims.topics.people import People, bare, people_of
from claims.topics.reading import Reading
from sources.span import Span


def people(*sentences: str) -> People:
    return people_of(Reading(text, Span(0, len(text))) for text in sentences)


@pytest.mark.parametrize(
    ("first", "then", "called", "full"),
    [
        ("Edith Lomas, 61, kept the bar.", "Ms Lomas saw it all.", "Ms Lomas", "Edith Lomas"),
        ("The bar was kept by Edith Lomas, who drowned.", "Lomas had two sons.", "Lomas", "Edith Lomas"),
        ('"It was dark," said Ned Orme.', "Orme is a cook.", "Orme", "Ned Orme"),
        ("Colonel Iris Kovac led the search.", "Kovac sent four boats.", "Kovac", "Iris Kovac"),
    ],
)
def test_a_surname_stands_for_the_person_named_before(first: str, then: str, called: str, full: str) -> None:
    assert people(first, then).canonical(called) == full


@pytest.mark.parametrize(
    "text",
    [
        "Polder Bank, which has 40 branches, said nothing.",
        "The Harbour Museum said it would close.",
        "In Hull, 61, ...",
    ],
)
def test_houses_and_places_are_no_persons(text: str) -> None:
    found = people(text)
    assert not any(found.is_person(name) for name in ("Polder Bank", "Harbour Museum", "Hull"))


def test_what_is_not_known_to_be_a_person_keeps_its_name() -> None:
    assert people("Alder Foods opened in 1999.").canonical("Alder") == "Alder"


def test_titles_are_no_part_of_a_name() -> None:
    assert bare("Mr Justice Orme") == "Orme"
