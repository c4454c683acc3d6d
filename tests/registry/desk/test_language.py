"""The words of the desk: every language says everything, with the same values put in."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import registry.desk
from claims.model import Modality, Severity, Verdict
from registry.desk.language import LANGUAGES, words
from registry.model import EntryKind, Judgement, Status

FOLDER = Path(registry.desk.__file__).parent


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_same_words(code: str) -> None:
    english, other = words("en").entries, words(code).entries
    assert set(other) == set(english)
    assert {key: placeholders(text) for key, text in other.items()} == {
        key: placeholders(text) for key, text in english.items()
    }
    assert all(other.values())


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = set()
    for file in (*FOLDER.rglob("*.html"), *FOLDER.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        asked |= set(re.findall(r'(?:\bt|words)\(\s*"([a-z_]+\.[a-z_]+)"\s*[,)]', text))
        asked |= set(re.findall(r'"(refused\.[a-z_]+)"', text))
    assert len(asked) > 50
    assert asked <= set(words("en").entries)


def test_every_closed_list_has_its_words() -> None:
    known = words("en").entries
    for table, names in {
        "verdict": Verdict,
        "meaning": Verdict,
        "severity": Severity,
        "status": Status,
        "decision": Judgement,
        "hint": Judgement,
    }.items():
        assert {f"{table}.{name.value}" for name in names} == {key for key in known if key.startswith(f"{table}.")}
    assert {f"conflict.{name.value}" for name in Modality} - set(known) == {"conflict.actual"}
    plain = {EntryKind.FLAG, EntryKind.SECOND_OPINION, EntryKind.VERIFY}
    assert {f"entry.{kind.value}" for kind in plain} <= set(known)
