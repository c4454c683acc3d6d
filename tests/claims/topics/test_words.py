"""The words that steer the grammar of subjects, and the table they come from."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from claims.topics.words import Words, load_words
from sources.script import to_simplified

TABLE = tomllib.loads(files("claims.topics").joinpath("words.toml").read_text(encoding="utf-8"))


def test_every_role_is_filled() -> None:
    words = load_words()
    assert [role for role in Words.__dataclass_fields__ if not getattr(words, role)] == []


def test_words_are_in_simplified_script_under_their_own_language() -> None:
    for role, languages in TABLE.items():
        assert set(languages) <= {"zh", "en"}, role
        for word in languages.get("zh", []):
            assert to_simplified(word) == word, (role, word)
        assert all(word.isascii() and word == word.strip() for word in languages.get("en", [])), role


def test_no_word_stands_twice_in_a_role() -> None:
    for role, languages in TABLE.items():
        for words in languages.values():
            assert [word for word in set(words) if words.count(word) > 1] == [], role


def test_every_role_is_asked_for_somewhere() -> None:
    """A role that no module reads is a table that nobody would miss."""
    root = files("claims")
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in (root, root / "topics", root / "facts", root / "rules")
        for path in folder.iterdir()
        if path.name.endswith(".py") and path.name != "words.py"
    )
    assert [role for role in Words.__dataclass_fields__ if f".{role}" not in code] == []
