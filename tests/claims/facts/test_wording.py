"""Wordings side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.facts.wording import alike, differing, folded_words, stretches


def test_marks_width_case_and_brackets_make_no_other_wording() -> None:
    assert alike("它（潮织）是一张网，不是鱼。", "它是一张网,不是鱼") == 1.0
    assert alike("The Tide never waits!", "the tide never waits") == 1.0


def test_the_words_that_differ_are_shown() -> None:
    assert differing("船可以等人，潮水不等人", "船可以等货，潮水不等人") == ("人", "货")
    assert differing("a large ship can wait", "a ship can wait") == ("large", "")


def test_a_changed_wording_shares_a_stretch() -> None:
    assert set(stretches("船可以等人，潮水从来不会等人")) & set(stretches("船可以等货，潮水从来不会等人"))


@given(st.text(max_size=60))
def test_a_wording_is_like_itself(text: str) -> None:
    assert alike(text, text) == 1.0
    assert differing(text, text) == ("", "")
    assert all(piece in folded_words(text) or len(piece) <= 8 for piece in stretches(text))
