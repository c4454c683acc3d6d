"""Telling words of a stretch of text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claims.topics.concepts import Role, load_concepts
from claims.topics.terms import event_of, head_of, role_of, terms_of
from claims.topics.tokens import Token
from sources.span import Span
from tests.claims.readings import sentence
from tests.strategies import noisy_texts


def tokens(text: str) -> tuple[Token, ...]:
    return sentence(text).reading.phrases[0].tokens


def terms(text: str, *leave_out: str) -> tuple[str, ...]:
    reading = sentence(text).reading
    places = [Span(text.index(word), text.index(word) + len(word)) for word in leave_out]
    return terms_of(reading, reading.span, [*reading.values, *places])


@given(noisy_texts())
@settings(max_examples=60, deadline=None)
def test_terms_are_sorted_and_each_stands_once(text: str) -> None:
    reading = sentence(text.replace("\ud800", "").replace("⟦", "")).reading
    found = terms_of(reading, reading.span, ())
    assert found == tuple(sorted(set(found)))
    assert terms_of(reading, reading.span, [reading.span]) == ()


@pytest.mark.parametrize(
    ("text", "head", "modifiers"),
    [
        ("wooden packages", "=packages", ("wooden",)),
        ("employees", "=employees", ()),
        ("foreign employees", "=employees", ("foreign",)),
        ("quiet lanterns", "lantern", ("quiet",)),
        ("员工", "=employees", ()),
    ],
)
def test_head_and_what_narrows_it_down(text: str, head: str, modifiers: tuple[str, ...]) -> None:
    assert head_of(tokens(text)) == (head, modifiers)


def test_both_languages_have_one_head() -> None:
    assert head_of(tokens("employees")) == head_of(tokens("员工"))


def test_a_concept_longer_than_a_word_is_found() -> None:
    assert head_of(tokens("net profit"))[0] == head_of(tokens("净利润"))[0] == "=net-profit"


def test_words_of_one_concept_are_one_term() -> None:
    english, chinese = terms("Harbour Bank has employees."), terms("临港银行的员工。")
    assert "=employees" in english
    assert "=employees" in chinese


def test_weak_words_values_and_what_is_left_out_do_not_count() -> None:
    found = terms("The bank has 4,200 lanterns.", "lanterns")
    assert "lantern" not in found
    assert not any(c.isdigit() for term in found for c in term)
    assert "has" not in found
    assert "have" not in found


def test_chinese_words_that_are_no_concepts_count_by_pairs() -> None:
    # 借阅 is cut differently from text to text; its pair of characters is not.
    assert "灯笼" in terms("灯笼很亮")


@pytest.mark.parametrize(
    ("word", "event"), [("founded", "=founded"), ("成立", "=founded"), ("employees", None), ("员工", None)]
)
def test_the_event_that_a_word_names(word: str, event: str | None) -> None:
    [token] = sentence(word).reading.tokens
    assert event_of(token) == event


def test_the_role_of_a_head() -> None:
    assert role_of("=employees") == load_concepts().roles["employees"] == Role.THING
    assert role_of("employees") is None
    assert role_of("") is None
