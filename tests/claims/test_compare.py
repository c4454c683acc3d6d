"""Two claims side by side, and two documents."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings

from claims.compare import compare, compare_documents
from claims.model import Claim, Comparison, Kind, Severity, Verdict
from claims.rules import RULES
from tests.benchmarks.line import claims_of
from tests.benchmarks.marks import MarkedPair, read_pairs
from tests.claims.readings import claims_in
from tests.strategies import noisy_texts

PAIRS = read_pairs("dev")


def sides(pair: MarkedPair) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    return claims_of(pair.a.text, pair.a.published, pair.a.name), claims_of(pair.b.text, pair.b.published, pair.b.name)


def the(text: str, value: str, published: str = "2024-05-01") -> Claim:
    [claim] = [claim for claim in claims_in(text, published) if value in claim.value_quote]
    return claim


STAFF = the("Harbour Bank has 4,200 employees.", "4,200")
OTHER = the("The staff of Harbour Bank numbers 3,100 employees.", "3,100")


# -- laws -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", range(10))
def test_the_order_of_the_two_does_not_matter(part: int) -> None:
    for pair in PAIRS[part::10]:
        for a, b in product(*sides(pair)):
            there = compare(a, b)
            assert there == compare(b, a), pair.id
            assert there == compare(a, b), pair.id
            if there:
                assert there.a.key <= there.b.key
                # An editor is shown both values in the reason.
                shown = [" ".join(claim.value_quote.split()) for claim in (there.a, there.b)]
                assert all(value in there.ruling.reason for value in shown), pair.id


@given(noisy_texts(), noisy_texts())
@settings(max_examples=40, deadline=None)
def test_nor_in_noise(one: str, other: str) -> None:
    for a, b in product(claims_in(one, "2023"), claims_in(other)):
        # With equal keys nothing says which of the two comes first.
        assert a.key == b.key or compare(a, b) == compare(b, a)


@given(noisy_texts())
@settings(max_examples=40, deadline=None)
def test_a_text_does_not_contradict_its_own_copy(text: str) -> None:
    ours, theirs = claims_in(text), claims_in(text)
    for claim, copy in zip(ours, theirs, strict=True):
        found = compare(claim, copy)
        assert found is None or found.ruling.verdict is Verdict.AGREE


@pytest.mark.parametrize("pair", PAIRS[::6], ids=lambda pair: pair.id)
def test_an_article_and_its_copy_do_not_disagree_on_a_claim(pair: MarkedPair) -> None:
    for claim in sides(pair)[0]:
        # The copy stands elsewhere, in an article of the same day.
        copy = replace(claim, key=claim.key + "x")
        found = compare(claim, copy)
        assert found is None or not found.ruling.verdict.flagged, found.ruling.reason


# -- two claims -------------------------------------------------------------------------------------------------------


def test_a_comparison_carries_match_and_ruling() -> None:
    found = compare(STAFF, OTHER)
    assert found is not None
    assert {found.a, found.b} == {STAFF, OTHER}
    assert found.ruling.verdict is Verdict.CONFLICT
    assert found.ruling.rule in {rule.__name__ for rule in RULES}
    assert "4,200" in found.ruling.reason
    assert "3,100" in found.ruling.reason


def test_claims_of_two_topics_are_not_compared() -> None:
    assert compare(STAFF, the("Fjord Line was sold in 1949.", "1949")) is None


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Bank has 4,200 employees and Harbour Bank had 3,100 employees.",
        "临港银行拥有4200名员工，也有3100名员工。",
    ],
)
def test_one_sentence_that_lists_values_contradicts_nothing(text: str) -> None:
    one, other = claims_in(text)
    assert compare(one, other, within=True) is None


def test_within_one_article_no_more_is_found_than_across_two() -> None:
    for pair in PAIRS:
        for a, b in product(*sides(pair)):
            found = compare(a, b, within=True)
            if found and found.ruling.verdict.flagged:
                assert compare(a, b) == found, pair.id


def test_the_wider_the_gap_the_graver() -> None:
    graver = list(Severity)
    near, far = (the(f"Harbour Bank has {n} employees.", n) for n in ("3,900", "900"))
    one, other = compare(STAFF, near), compare(STAFF, far)
    assert one is not None
    assert other is not None
    assert graver.index(other.ruling.severity) <= graver.index(one.ruling.severity)


# -- two documents ----------------------------------------------------------------------------------------------------


def documents(ours: str, theirs: str) -> list[Comparison]:
    one, other = claims_of(ours, "2024-05-01"), claims_of(theirs, "2024-05-01")
    return compare_documents(one, other, product(range(len(one)), range(len(other))))


def test_comparisons_come_best_first() -> None:
    for pair in PAIRS[::5]:
        one, other = sides(pair)
        found = compare_documents(one, other, product(range(len(one)), range(len(other))))
        scores = [comparison.match.score for comparison in found]
        assert scores == sorted(scores, reverse=True)


def test_a_claim_with_its_true_counterpart_is_not_held_against_another() -> None:
    text = "In Oslo, Harbour Bank has 4,200 employees. Harbour Bank was founded in 1894. It came to Bergen in 1949."
    found = documents(text, text)
    assert found
    assert [c.ruling.reason for c in found if c.ruling.verdict is Verdict.CONFLICT] == []


def test_what_is_said_twice_is_held_against_another_twice() -> None:
    ours = claims_in("岭南重工的起重机销量位居全球第三。", "2024-05-01")
    twice = "岭南重工的起重机销量排名全球前四。岭南重工受到欢迎，它的起重机正是全球前四。"
    theirs = claims_in(twice, "2024-05-02")
    found = compare_documents(ours, theirs, list(product(range(len(ours)), range(len(theirs)))))
    assert len([c for c in found if c.ruling.verdict is Verdict.TENSION]) == 2


def test_only_the_pairs_asked_for_are_compared() -> None:
    claims = (STAFF, OTHER)
    assert compare_documents(claims, claims, []) == []
    assert len(compare_documents(claims, claims, [(0, 1)])) <= 1


def test_an_article_that_contradicts_itself_is_found() -> None:
    claims = claims_of(
        "Harbour Bank has 4,200 employees. Its boats are painted blue. Harbour Bank has 3,100 employees.", "2024-05-01"
    )
    counts = [n for n, claim in enumerate(claims) if claim.kind is Kind.COUNT]
    [found] = compare_documents(claims, claims, [(counts[0], counts[1])])
    assert found.ruling.verdict is Verdict.CONFLICT
