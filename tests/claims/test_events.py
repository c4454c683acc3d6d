"""Whether two claims are told of one event, whatever their subjects are called."""

from __future__ import annotations

import pytest

from claims.events import of_one_house, one_event, other_events, other_match
from claims.model import Features
from tests.claims.readings import claims_in


def told(text: str, value: str) -> Features:
    [claim] = [claim for claim in claims_in(text) if value in claim.value_quote]
    return claim.features


def test_names_and_figures_in_common_make_one_event() -> None:
    one = told("A clerk of the Orrin rowing club was jailed for four years for stealing £380,000.", "four")
    other = told(
        "Judge Amara Vale gave Piet Harm six years in prison. Harm had taken £380,000 from the Orrin club.", "six"
    )
    assert one_event(one, other) == one_event(other, one) > 0
    stranger = told("A miller of Brackwater was jailed for five years for stealing £90,000.", "five")
    assert one_event(one, stranger) == 0


def test_each_with_a_name_of_its_own() -> None:
    one = told("Brackwater Bank was fined £3 million.", "3")
    other = told("Orrin Bank was fined £5 million.", "5")
    assert other_events(one, other)
    assert not other_events(one, told("Brackwater, the bank, was fined £5 million.", "5"))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("About 9,000 fans saw Orrin Rovers beat Brackwater.", True),
        ("About 9,000 fans saw Orrin Rovers beat Harle.", False),
        ("About 9,000 fans saw Harle lose to Orrin Rovers.", False),
    ],
)
def test_matches_against_other_sides(text: str, other: bool) -> None:
    assert other_match(told("A crowd of 8,000 watched Orrin Rovers beat Harle.", "8,000"), told(text, "9,000")) is other


def test_names_of_one_house() -> None:
    one = told("Orrin Freight has 900 employees.", "900")
    assert of_one_house(one, told("Orrin Turbines has 700 employees.", "700"))
    assert not of_one_house(one, told("Orrin Freight has 700 employees.", "700"))
