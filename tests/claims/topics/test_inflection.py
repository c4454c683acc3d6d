from __future__ import annotations

import pytest

from claims.topics.inflection import inflected, plurals


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("book", "books"),
        ("city", "cities"),
        ("survey", "surveys"),
        ("box", "boxes"),
        ("bus", "buses"),
        ("church", "churches"),
    ],
)
def test_plurals(word: str, form: str) -> None:
    assert plurals(word) == {word, form}


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("launch", "launches launched launching"),
        ("release", "releases released releasing"),
        ("apply", "applies applied applying"),
        ("plan", "plans planned planning"),
        ("join", "joins joined joining"),
        ("destroy", "destroys destroyed destroying"),
    ],
)
def test_verbs(word: str, forms: str) -> None:
    assert {word, *forms.split()} <= inflected(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("develop", "development"),
        ("import", "important"),
        ("author", "authority"),
        ("found", "founded"),
        ("fell", "felled"),
    ],
)
def test_derived_words_are_no_forms(word: str, other: str) -> None:
    assert other not in inflected(word)
