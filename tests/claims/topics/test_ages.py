"""Ages in English, and whose they are."""

from __future__ import annotations

import pytest

from claims.model import Claim, Kind
from tests.claims.readings import claims_in


def ages(text: str) -> list[tuple[str | None, str]]:
    found: list[Claim] = [c for c in claims_in(text) if c.features.head == "#age"]
    assert all(c.kind is Kind.COUNT and c.quantity.unit is None for c in found)
    return [(c.subject, str(c.quantity.low)) for c in found]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Edith Lomas, 61, kept the bar for nine years.", [("Edith Lomas", "61")]),
        ("The bar was kept by Edith Lomas, 61.", [("Edith Lomas", "61")]),
        ("Her niece Ruth Abel, 15, and a steward, Ned Orme, 17, drowned.", [("Ruth Abel", "15"), ("Ned Orme", "17")]),
        ("Edith Lomas, aged 61, kept the bar.", [("Edith Lomas", "61")]),
        ("Edith Lomas, a stewardess from Hull, said nothing. Ms Lomas (61) left.", [("Edith Lomas", "61")]),
        ("Edith Lomas said nothing. The 61-year-old left by a side door.", [("Edith Lomas", "61")]),
        ("Ned Orme, a cook of 44, saw the flames.", [("Ned Orme", "44")]),
        ("A girl of 9 was pulled from the water.", [("girl", "9")]),
        ("A 20-year-old sailor was lost.", [("sailor", "20")]),
        ("Edith Lomas said that she had seen it all. She is 61.", [("Edith Lomas", "61")]),
        ("Ned Orme, who died on Sunday at 84, had been a cook.", [("Ned Orme", "84")]),
    ],
)
def test_an_age_is_said_of_a_person(text: str, whose: list[tuple[str, str]]) -> None:
    assert ages(text) == whose


@pytest.mark.parametrize(
    "text",
    [
        "In Hull, 61 people came.",
        "The firm has crews of 12 men.",
        "Of the 18-year-olds asked, 40 per cent smoke.",
        "The bridge is 61 years old on paper only, says a report by 14 engineers.",
        "The party won 44, lost 12 and held 300 seats.",
    ],
)
def test_other_numbers_are_no_ages_of_persons(text: str) -> None:
    assert not [subject for subject, _ in ages(text) if subject and subject[0].isupper()]


def test_what_else_the_sentence_tells_is_not_said_of_the_age() -> None:
    claim = next(c for c in claims_in("Ned Orme, 17, was one of 36 killed on 9 May 2020.") if c.value_quote == "17")
    assert (claim.as_of, claim.features.properties, claim.features.terms) == (None, ("age",), ())
