"""Whether two claims are told of one event, whatever their subjects are called."""

from __future__ import annotations

import pytest

from claims.events import of_one_house, one_event, one_event_abroad, other_events, other_match, strangers
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


def test_a_name_is_heard_in_a_chinese_sentence() -> None:
    english = told("Health officials in Baisha County confirmed 73 cases.", "73")
    chinese = told("白沙县确诊病例增至209例。", "209")
    assert one_event_abroad(english, chinese) > one_event_abroad(english, told("青岩县确诊病例增至209例。", "209"))


def test_passages_about_other_names_are_strangers() -> None:
    one = told("DUNLIN, trawler. Built at Harle in 1961. Length 38 m.", "38")
    assert strangers(one, told("TERN, coaster. Built at Orrin in 1958. Length 52 m.", "52"))
    assert not strangers(one, told("TERN was built at Harle in 1958. Length 52 m.", "52"))


def test_names_an_article_keeps_repeating_bind_no_two_sentences() -> None:
    story = " ".join(f"Orrin went on to tell of mill number {word}." for word in ("nine", "ten", "twelve", "thirty"))
    repeated = told(f"{story} Orrin lost 900 sheep.", "900")
    once = told("Orrin lost 700 sheep to a storm.", "700")
    assert one_event(repeated, once) < one_event(told("Orrin lost 900 sheep.", "900"), once)
