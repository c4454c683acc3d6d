"""States and their opposites."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

from claims.facts.states import opposite, state_of

TABLES = tomllib.loads(files("claims.facts").joinpath("opposites.toml").read_text(encoding="utf-8"))


def test_every_question_has_two_answers_in_both_languages() -> None:
    assert {row for row, cells in TABLES.items() if len(cells) < 2} == set()
    assert {cell for cells in TABLES.values() for cell, words in cells.items() if set(words) != {"zh", "en"}} == set()


def test_no_word_gives_two_answers() -> None:
    words = Counter(
        w for cells in TABLES.values() for languages in cells.values() for ws in languages.values() for w in ws
    )
    assert [word for word, times in words.items() if times > 1] == []


def test_two_answers_to_one_question_are_opposites() -> None:
    assert opposite([state_of("under control")], [state_of("Out of control")])
    assert opposite([state_of("已上市")], [state_of("unlisted")])
    assert not opposite([state_of("under control")], [state_of("extinguished")])
    assert not opposite([state_of("under control")], [state_of("rejected")])
    assert not opposite(["lightning"], [state_of("rejected")])
