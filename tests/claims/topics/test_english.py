"""English words: all of them, in place, with part of speech and stem."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claims.topics.english import english_tokens, stem
from claims.topics.tokens import Pos, Token
from sources.span import Span
from tests.strategies import noisy_texts


def tokens(text: str) -> list[Token]:
    return list(english_tokens(text, Span(0, len(text))))


def parts(text: str) -> dict[str, Pos]:
    return {token.text: token.pos for token in tokens(text)}


@given(noisy_texts())
@settings(max_examples=100, deadline=None)
def test_words_lie_where_they_say_and_leave_no_letter_out(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert token.span.of(text) == token.text
        assert not any(c.isalnum() for c in text[end : token.span.start])
        end = token.span.end
    assert not any(c.isalnum() for c in text[end:])


def test_nothing_is_no_word() -> None:
    assert tokens("") == []


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [
        ("The bank employs people", "employs", Pos.VERB),
        ("The bank employs people", "bank", Pos.NOUN),
        ("The bank employs people", "The", Pos.DETERMINER),
        ("She works in Norway", "She", Pos.PRONOUN),
        ("She works in Norway", "in", Pos.PREPOSITION),
        ("She works in Norway", "Norway", Pos.NAME),
        ("the staff of the bank", "of", Pos.LINK),
        ("the bank's staff", "'s", Pos.LINK),
        ("the banks’ staff", "’", Pos.LINK),
        ("a large bank", "large", Pos.ADJECTIVE),
        ("SQLite runs", "SQLite", Pos.NAME),
        ("the TH3 harness", "TH3", Pos.NAME),
        ("the new CEO spoke", "CEO", Pos.NOUN),
        ("it opened yesterday", "yesterday", Pos.TIME),
        ("it opened, at last", ",", Pos.PUNCTUATION),
        ("they've sold the mill", "they", Pos.PRONOUN),
        ("they've sold the mill", "'ve", Pos.VERB),
        ("there’ll be a vote", "’ll", Pos.VERB),
        ("nothing was sold", "nothing", Pos.PRONOUN),
        ("everybody paid two crowns", "everybody", Pos.PRONOUN),
    ],
)
def test_parts_of_speech(text: str, word: str, pos: Pos) -> None:
    assert parts(text)[word] is pos


@pytest.mark.parametrize("word", ["well-known", "O'Neil", "R&D", "C++", "MC/DC", "3.11.2"])
def test_what_is_written_without_a_space_is_one_word(word: str) -> None:
    assert word in parts(f"the {word} is here")


@pytest.mark.parametrize(("one", "other"), [("founded", "founding"), ("employee", "employees"), ("Stores", "store")])
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("bank", "bench"), ("employer", "employee")])
def test_other_words_have_another(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_name_keeps_its_letters() -> None:
    [token] = [token for token in tokens("They moved to Los Angeles") if token.text == "Angeles"]
    assert token.lemma == "angeles"


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [
        ("Rain fell on the coast", "Rain", Pos.NOUN),
        ("Engineers closed the road", "Engineers", Pos.NOUN),
        ("Carmaker Ostrava sold the plant", "Carmaker", Pos.NOUN),
        ("Harbour Bank closed the branch", "Harbour", Pos.NAME),
        ("Kaunas counted the votes", "Kaunas", Pos.NAME),
        ("Keels rot in the yard", "Keels", Pos.NOUN),
        ("- Rust spoils the blades", "Rust", Pos.NOUN),
        ("• Wheels turn", "Wheels", Pos.NOUN),
        ("- Stores every draft", "Stores", Pos.VERB),
        ("- Stores sell every draft", "Stores", Pos.NOUN),
        ("Target opened a shop, and then Target closed it", "Target", Pos.NAME),
    ],
)
def test_a_capital_at_the_head_of_a_sentence_makes_no_name(text: str, word: str, pos: Pos) -> None:
    assert parts(text)[word] is pos


_HEARING = "PELL: The mill lost 40 jobs.\n\nORDE (live): PELL knew.\n\n[NOTE: A pause.]\n\nPELL: Two of us knew.\n"


def test_a_name_before_a_speech_names_nobody_spoken_of() -> None:
    said = [(token.text, token.pos) for token in tokens(_HEARING) if token.text in ("PELL", "ORDE", "NOTE")]
    assert said == [
        ("PELL", Pos.OTHER),
        ("ORDE", Pos.OTHER),
        ("PELL", Pos.NAME),
        ("NOTE", Pos.OTHER),
        ("PELL", Pos.OTHER),
    ]


@pytest.mark.parametrize(
    "text", ["PELL: The mill lost 40 jobs.", "GERMANY: 40 jobs.\nFRANCE: 12.\nSPAIN: 9.\nITALY: 8."]
)
def test_capitals_before_a_colon_make_no_transcript_alone(text: str) -> None:
    assert all(token.pos is not Pos.OTHER for token in tokens(text))


@pytest.mark.parametrize(("short", "whole"), [("max", "maximum"), ("DB", "database"), ("temps", "temperature")])
def test_a_word_cut_short_is_compared_as_the_whole_one(short: str, whole: str) -> None:
    [token] = [token for token in tokens(f"the {short} of it") if token.text == short]
    assert token.lemma == stem(whole)


def test_a_name_that_looks_cut_short_is_a_name() -> None:
    assert parts("Max Holt lent the books.")["Max"] is Pos.NAME
