"""Noun phrases, with what governs and what owns them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claims.topics.noun_phrases import Phrase
from claims.topics.tokens import Pos
from tests.claims.readings import sentence
from tests.strategies import noisy_texts


def phrases(text: str) -> list[Phrase]:
    return list(sentence(text).reading.phrases)


def wordings(text: str) -> list[str]:
    return [phrase.span.of(text) for phrase in phrases(text)]


@given(noisy_texts())
@settings(max_examples=60, deadline=None)
def test_phrases_lie_in_order_and_have_a_head(text: str) -> None:
    reading = sentence(text.replace("\ud800", "").replace("⟦", "")).reading
    end = 0
    for phrase in reading.phrases:
        assert phrase.span.start >= end
        assert reading.tokens[phrase.first : phrase.last] == phrase.tokens
        assert phrase.head.pos in (Pos.NAME, Pos.NOUN)
        assert not any(value.overlaps(phrase.span) for value in reading.values)
        end = phrase.span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour Bank employs many young people.", ["Harbour Bank", "many young people"]),
        ("The staff of the bank's branches grew.", ["staff", "bank", "branches"]),
        ("县图书馆拥有图书。", ["县图书馆", "图书"]),
        ("公司的下载量极高。", ["公司", "下载量"]),
        ("杭州人工智能融资额达到高峰。", ["杭州人工智能融资额", "高峰"]),
    ],
)
def test_who_and_what_a_sentence_speaks_of(text: str, expected: list[str]) -> None:
    assert wordings(text) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "preposition", "link"),
    [
        ("The staff of the bank grew.", "bank", "of", None),
        ("The staff of the bank grew.", "staff", None, "of"),
        ("The bank's staff grew.", "bank", None, "'s"),
        ("In Norway the staff grew.", "Norway", "in", None),
        ("In Norway the staff grew.", "staff", None, None),
        ("在杭州的员工很多。", "杭州", "在", "的"),
        ("公司的员工很多。", "公司", None, "的"),
    ],
)
def test_what_binds_a_phrase(text: str, phrase: str, preposition: str | None, link: str | None) -> None:
    [found] = [p for p in phrases(text) if p.span.of(text) == phrase]
    assert (found.preposition, found.link) == (preposition, link)


def test_what_a_preposition_rules_hands_it_on_to_what_it_owns() -> None:
    [staff] = [p for p in phrases("在公司的员工中") if "员工" in p.head.text]
    assert staff.preposition == "在"


def test_a_name_at_the_end_makes_a_name() -> None:
    name, thing = phrases("Harbour Bank employs people.")
    assert name.is_name
    assert not thing.is_name


def test_where_a_place_lies_hangs_on_the_same_preposition() -> None:
    governed = {
        p.span.of(text): p.preposition
        for text in ["It was held in Lindholm, Norway, with 300 guests."]
        for p in phrases(text)
    }
    assert governed["Norway"] == governed["Lindholm"] == "in"


def test_a_name_that_rules_a_verb_lies_nowhere() -> None:
    text = "In Norway, Harbour Bank has 300 guests."
    assert {p.span.of(text): p.preposition for p in phrases(text)}["Harbour Bank"] is None
