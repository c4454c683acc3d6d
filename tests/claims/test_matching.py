"""Whether two claims speak of the same thing: who, what, which one. Scores are not pinned."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from claims.evidence import ONE_QUOTATION, ONE_WORDING, other_thing
from claims.matching import FLAG, FLAG_WITHIN, SUGGEST, match, same_instance
from claims.model import Claim, Kind
from claims.one_scale import comparable
from claims.topic import place_scope, topic_of
from tests.claims.readings import claims_in
from tests.strategies import noisy_texts


def the(text: str, value: str) -> Claim:
    [claim] = [claim for claim in claims_in(text) if value in claim.value_quote]
    return claim


@pytest.mark.parametrize(
    ("counted", "value", "other"),
    [
        ("Harbour has 340 companies.", "340", True),
        ("Harbour has 340 engineers.", "340", False),
        ("Harbour has 340 ships.", "340", True),
    ],
)
def test_people_may_be_anybody_but_no_companies_and_no_ships(counted: str, value: str, other: bool) -> None:
    assert other_thing(the(counted, value), the("Harbour employs 620 people.", "620")) is other


STAFF = the("Harbour Bank has 4,200 employees.", "4,200")


def test_how_often_something_happened_counts_no_things() -> None:
    assert not comparable(the("机器人摔倒了31次。", "31"), the("工厂一天下线6台机器人。", "6"))
    assert comparable(the("机器人摔倒了31次。", "31"), the("机器人摔倒了6次。", "6"))


def test_thresholds_are_in_order() -> None:
    assert 0 < SUGGEST <= FLAG <= FLAG_WITHIN <= 1


@given(noisy_texts(), noisy_texts())
@settings(max_examples=40, deadline=None)
def test_a_match_is_mutual(one: str, other: str) -> None:
    for a in claims_in(one, None):
        for b in claims_in(other, None):
            there, back = match(a, b), match(b, a)
            assert (there is None) == (back is None)
            if there and back:
                assert there.score == back.score
                assert SUGGEST <= there.score <= 1


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("Harbour Bank has 4,200 employees.", "4,200", "Harbour Bank employs a staff of 3,900.", "3,900"),
        ("Harbour Bank was founded in 1894.", "1894", "Harbour Bank was established in 1849.", "1849"),
        ("临港银行拥有4200名员工。", "4200", "臨港銀行員工達3900人。", "3900"),
        ("临港银行成立于1894年。", "1894", "创立于1849年的临港银行很小。", "1849"),
        ("临港银行去年净赚12亿元。", "12", "临港银行2023年盈利9亿元。", "9"),
        ("临港影业的新片票房为3亿元。", "3", "临港影业这部片子吸金5亿元。", "5"),
        ("Alibaba has 4,200 employees.", "4,200", "Alibaba拥有3900名员工。", "3900"),
        (
            "Harbour Bank ranks third in Norway by deposits.",
            "third",
            "Harbour Bank is among the top four in Norway by deposits.",
            "four",
        ),
    ],
)
def test_one_property_of_one_subject_matches(one: str, first: str, other: str, second: str) -> None:
    found = match(the(one, first), the(other, second))
    assert found is not None
    assert found.score >= FLAG
    assert found.features


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("Harbour Bank has 4,200 employees.", "4,200", "Fjord Line has 3,900 employees.", "3,900"),
        ("Harbour Bank has 4,200 employees.", "4,200", "Harbour Bank has 39 branches.", "39"),
        ("Harbour Bank was founded in 1894.", "1894", "Harbour Bank was sold in 1949.", "1949"),
        ("Harbour Bank has 4,200 employees.", "4,200", "Harbour Bank made 3.5 million euros.", "3.5"),
        ("临港银行拥有4200名员工。", "4200", "海湾航运拥有3900名员工。", "3900"),
        ("临港银行拥有4200名员工。", "4200", "临港银行开设39家分行。", "39"),
        ("临港银行成立于1894年。", "1894", "临港银行上市于1949年。", "1949"),
    ],
)
def test_another_subject_or_property_does_not(one: str, first: str, other: str, second: str) -> None:
    found = match(the(one, first), the(other, second))
    assert found is None or found.score < FLAG


def test_values_are_not_looked_at() -> None:
    other = the("Harbour Bank has 9,800,000 employees.", "9,800,000")
    alike = the("Harbour Bank has 4,200 employees.", "4,200")
    found, expected = match(STAFF, other), match(STAFF, alike)
    assert found is not None
    assert expected is not None
    assert found.score == expected.score


def test_what_stands_on_two_scales_is_not_compared() -> None:
    cost = the("Harbour Bank cost 3.5 million euros.", "3.5")
    dollars = the("Harbour Bank cost $4.1 million.", "$4.1")
    assert not comparable(cost, dollars)
    assert match(cost, dollars) is None
    assert match(STAFF, cost) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((), (), True),
        (("3",), (), True),
        (("3",), ("3", "4"), True),
        (("3",), ("4",), False),
    ],
)
def test_members_of_a_series(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    a, b = (replace(STAFF, features=replace(STAFF.features, instances=numbers)) for numbers in (one, other))
    assert same_instance(a, b) is same
    assert (match(a, b) is not None) is same


def test_the_date_of_one_member_is_not_that_of_the_series() -> None:
    date = the("Harbour Linux was released in 1994.", "1994")
    assert date.kind is Kind.DATE
    third = replace(date, features=replace(date.features, instances=("3",)))
    assert not same_instance(date, third)
    assert same_instance(third, third)


def test_one_sentence_but_for_its_value_is_one_wording() -> None:
    one = the("该市已聚集上市公司与创业公司六七十万家，数量居全省前列。", "六七十万家")
    other = the("该市已聚集上市公司与创业公司六七万家，数量居全省前列。", "六七万家")
    found = match(one, other)
    assert found is not None
    assert ONE_WORDING in found.features


def test_one_quotation_with_two_dates_is_one_quotation() -> None:
    said = "“读者还会增加，因为新馆的书架更多，而且离车站很近”"
    one = the(f"2023年3月5日，馆长说：{said}。", "3月5日")
    other = the(f"馆长在2023年4月6日说：{said}。", "4月6日")
    found = match(one, other)
    assert found is not None
    assert ONE_QUOTATION in found.features


@pytest.mark.parametrize(
    ("scope", "attribute"),
    [("world", "place in world"), ("national", "national place"), ("city-wide", "city-wide place"), (None, "place")],
)
def test_the_topic_of_two_places_says_where_they_are_held(scope: str | None, attribute: str) -> None:
    third = replace(STAFF, quantity=replace(STAFF.quantity, kind=Kind.RANK), scope=scope)
    topic = topic_of(third, third)
    assert topic == f"{STAFF.subject} · {attribute}"
    assert place_scope(attribute) == scope


def test_the_topic_names_subject_and_property_in_their_shorter_wording() -> None:
    longer = replace(STAFF, subject="Harbour Bank of Norway", attribute="employees in all")
    assert topic_of(STAFF, longer) == topic_of(longer, STAFF) == f"Harbour Bank · {STAFF.attribute}"
    assert (
        topic_of(replace(STAFF, subject=None, attribute=None), replace(STAFF, subject=None, attribute=None)) == "count"
    )
