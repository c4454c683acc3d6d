"""A sentence read once: words around whole values and names, and its clauses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claims.aliases import Aliases
from claims.topics.reading import Reading, is_chinese
from claims.topics.tokens import Pos
from sources.span import Span
from tests.claims.readings import sentence
from tests.strategies import noisy_texts


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("县图书馆借出图书。", True),
        ("阿里云发布Qwen2.5模型。", True),
        ("The library lent books.", False),
        ("The library (图书馆) lent books to everybody in the county.", False),
        ("12.6", False),
        ("", False),
    ],
)
def test_which_grammar_a_text_is_read_by(text: str, chinese: bool) -> None:
    assert is_chinese(text) is chinese


@given(noisy_texts())
@settings(max_examples=60, deadline=None)
def test_words_lie_in_order_inside_the_sentence_and_values_are_whole(text: str) -> None:
    reading = sentence(text.replace("\ud800", "").replace("⟦", "")).reading
    end = 0
    for token in reading.tokens:
        assert token.span.start >= end
        assert token.span.of(reading.text) == token.text
        end = token.span.end
    assert [t.span for t in reading.tokens if t.pos is Pos.VALUE] == list(reading.values)


@given(noisy_texts())
@settings(max_examples=60, deadline=None)
def test_every_value_has_a_clause_that_holds_it(text: str) -> None:
    reading = sentence(text.replace("\ud800", "").replace("⟦", "")).reading
    for value in reading.values:
        assert reading.clause_of(value).contains(value)
        assert reading.span.contains(reading.clause_of(value))


@given(noisy_texts())
@settings(max_examples=60, deadline=None)
def test_the_words_of_a_stretch_are_those_that_lie_in_it(text: str) -> None:
    reading = sentence(text.replace("\ud800", "").replace("⟦", "")).reading
    for clause in reading.clauses:
        expected = tuple(token for token in reading.tokens if clause.contains(token.span))
        assert tuple(reading.tokens_in(clause)) == expected


def test_a_known_name_is_one_word() -> None:
    aliases = Aliases.of({"Harbour Bank": ["临港新银行"]})
    words = {t.text: t.pos for t in sentence("临港新银行拥有⟦4200名⟧员工。", aliases=aliases).reading.tokens}
    assert words["临港新银行"] is Pos.NAME
    assert words["4200名"] is Pos.VALUE


def test_a_name_that_touches_a_value_gives_way() -> None:
    text = "共有35人在场"
    reading = Reading(text, Span(0, len(text)), (Span(2, 5),), (Span(4, 7),))
    assert [t.text for t in reading.tokens if t.pos is Pos.VALUE] == ["35人"]
    assert not any(t.span == Span(4, 7) for t in reading.tokens)


@pytest.mark.parametrize(
    ("marked", "clause"),
    [
        ("县图书馆借出图书⟦12.6万册⟧，比前年更多。", "县图书馆借出图书12.6万册"),
        ("The hall is new, and the library lent ⟦126,000⟧ books.", "and the library lent 126,000 books."),
        # What only says when goes with the next clause.
        ("截至⟦2023年⟧，县图书馆借出图书很多。", "截至2023年，县图书馆借出图书很多"),
        ("In ⟦2023⟧, the library lent books.", "In 2023, the library lent books."),
    ],
)
def test_the_clause_of_a_value(marked: str, clause: str) -> None:
    read = sentence(marked)
    assert read.reading.clause_of(read.value).of(read.reading.text) == clause


def test_no_clause_ends_inside_a_number() -> None:
    read = sentence("The library lent ⟦1,126,000⟧ books.")
    assert len(read.reading.clauses) == 1
