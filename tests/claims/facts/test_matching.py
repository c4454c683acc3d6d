"""Which facts speak of one thing, and how surely."""

from __future__ import annotations

from claims.facts.matching import fact_keys, match_facts
from claims.matching import FLAG
from claims.model import Claim, Kind
from tests.claims.readings import claims_in


def the(text: str, value: str, published: str | None = "2024-05-01") -> Claim:
    [claim] = [c for c in claims_in(text, published) if c.kind is Kind.FACT and c.text == value]
    return claim


def surely(a: Claim, b: Claim, *, within: bool = False) -> bool:
    """Whether the two share a blocking key and match well enough to be shown."""
    found = match_facts(a, b, within=within)
    return bool(fact_keys(a) & fact_keys(b)) and found is not None and found.score >= FLAG


def test_what_comes_again_is_one_occasion_in_one_season_and_never_in_one_article() -> None:
    one = the("The Harbour Games were held in Bergen.", "Bergen")
    other = the("The Harbour Games were held in Gothenburg.", "Gothenburg", "2024-05-09")
    later = the("The Harbour Games were held in Gothenburg.", "Gothenburg", "2026-05-09")
    undated = the("The Harbour Games were held in Gothenburg.", "Gothenburg", None)
    assert surely(one, other)
    assert not surely(one, later)
    assert not surely(one, undated)
    assert not surely(one, other, within=True)


def test_a_house_of_some_region_is_not_known_to_be_that_of_another() -> None:
    here = the("岚港的自治区文物局局长贺千帆在场。", "贺千帆")
    there = the("东屿的自治区文物局局长罗秋野在场。", "罗秋野")
    assert not surely(here, there)


def test_an_office_without_its_house_is_no_match_for_another_holder() -> None:
    one = the("Governor Ramiro Costa flew over the flooded Arlen valley.", "Ramiro Costa")
    other = the("Anna Holt, the governor, flew over the Arlen valley.", "Anna Holt")
    assert not surely(one, other)


def test_an_office_without_its_house_matches_a_holder_of_nearly_one_name_where_the_news_is_one() -> None:
    one = the("Governor Ramiro Costa flew over the flooded Arlen valley.", "Ramiro Costa")
    other = the("Rogelio Costa, the governor, flew over the Arlen valley.", "Rogelio Costa")
    elsewhere = the("Rogelio Costa, the governor, opened a school in Bremmen.", "Rogelio Costa")
    assert surely(one, other)
    assert not surely(one, elsewhere)


HALDEN = (
    "Halden Line and Brackwater agreed to merge on Friday, said Jane Roe of Halden Line. "
    "The new group, Halden Brackwater, will sail from Bergen. {}"
)
BERGEN = "Sailors in Bergen heard of Halden Line and Brackwater. {} Jane Roe of Halden Line said no more."


def the_fact(text: str, head: str, published: str | None = "2024-05-01") -> Claim:
    [claim] = [c for c in claims_in(text, published) if c.kind is Kind.FACT and c.features.head == head]
    return claim


def test_who_is_to_lead_a_thing_is_one_question_in_whatever_words_and_however_it_is_called() -> None:
    one = the_fact(HALDEN.format("It will be led by Anna Holt."), "leadership")
    other = the_fact(BERGEN.format("Karl Berg is to run the combined company."), "leadership", "2024-05-03")
    office = the_fact(BERGEN.format("Karl Berg will be chief executive of the merged group."), "chief-executive")
    assert surely(one, other)
    assert surely(one, office)


def test_a_thing_told_by_its_sort_alone_is_another_in_another_story() -> None:
    one = the_fact("The wreck lies off Bergen. Fishermen found it in the spring.", "discoverer")
    other = the_fact("Off Gothenburg a survey ship came upon the wreck.", "discoverer")
    assert not surely(one, other)


def test_what_a_pronoun_stands_for_is_not_held_against_the_same_article() -> None:
    one = the_fact("Halden Line sails to Bergen. It is led by Anna Holt.", "leadership")
    other = the_fact("Karl Berg leads Halden Line.", "leadership")
    assert not surely(one, other, within=True)


def test_who_held_an_office_one_after_the_other_is_no_quarrel_within_an_article() -> None:
    one = the_fact("Anna Holt led Brackwater.", "leadership")
    other = the_fact("Karl Berg led Brackwater.", "leadership")
    assert surely(one, other)
    assert not surely(one, other, within=True)
