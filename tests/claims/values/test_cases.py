"""The marked sentences of every language, and that every language has some."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims import lexicon
from claims.values import find_values
from tests.marked import Case, cases, reading

FOLDER = Path(__file__).parents[2] / "cases"
FEWEST = 8


def all_cases() -> list[Case]:
    return [case for name in lexicon.names() for case in cases(FOLDER / f"{name}.txt")]


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.place)
def test_a_marked_sentence_is_read_as_marked(case: Case) -> None:
    found = find_values(case.text, language=case.language, published=case.published, script=case.script)

    assert [(m.span.start, m.span.end, reading(m)) for m in found] == list(case.expected)


@pytest.mark.parametrize("name", lexicon.names())
def test_every_lexicon_has_its_cases(name: str) -> None:
    found = list(cases(FOLDER / f"{name}.txt"))

    assert len([case for case in found if case.expected]) >= FEWEST
    assert any(not case.expected for case in found), "nothing says what is not to be found"


def test_german_is_a_file_and_nothing_else() -> None:
    engine = Path(find_values.__code__.co_filename).parent

    assert not [path.name for path in engine.glob("*.py") if '"de"' in path.read_text(encoding="utf-8")]
