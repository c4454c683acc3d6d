"""What a sentence, a heading and an article are about."""

from __future__ import annotations

import pytest

from claims.topics.leading import leading_name, topic_of_article


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harbour Bank opened a branch in Norway.", "Harbour Bank"),
        ("In Norway, Harbour Bank opened a branch.", "Harbour Bank"),
        ("The readers came from everywhere.", None),
        ("阿里云发布了模型。", "阿里云"),
        ("", None),
    ],
)
def test_the_leading_name(text: str, name: str | None) -> None:
    assert leading_name(text) == name


def test_an_article_is_about_the_name_in_its_title_that_it_speaks_of() -> None:
    text = "Fjord Line grew. Fjord Line hired. Harbour Bank lent it money."
    assert topic_of_article("Harbour Bank and Fjord Line", text, {}) == "Fjord Line"


def test_without_a_title_it_is_about_the_name_far_ahead_of_the_others() -> None:
    text = "Fjord Line grew. " * 9
    assert topic_of_article(None, text, {"Fjord Line": 9, "Harbour Bank": 2}) == "Fjord Line"
    assert topic_of_article(None, text, {"Fjord Line": 9, "Harbour Bank": 8}) is None
    assert topic_of_article(None, text, {"Fjord Line": 2}) is None
    assert topic_of_article(None, "x" * 5000 + text, {"Fjord Line": 9}) is None
    assert topic_of_article(None, "", {}) is None
