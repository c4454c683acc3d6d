"""Concepts: families of words that name one counted thing, property or event, so that wordings can be matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claims.topics.phrases import NONE, Entry, Hit, Phrases, phrases
from claims.topics.wordlist import Table, complaints, doubles, packaged, read_tables, refuse, strings


class Role(StrEnum):
    """What a concept is to a figure."""

    THING = "thing"  # what can be counted or owned
    ATTRIBUTE = "attribute"  # a property with a value
    EVENT = "event"  # what happens at a date
    ACTIVITY = "activity"  # what goes on


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """The roles of the concepts by id, the Chinese words among them that stay verbs, and the search for all words."""

    roles: Mapping[str, Role]
    verbs: frozenset[str]
    _phrases: Phrases

    def chinese(self, text: str, start: int, end: int) -> tuple[Hit, ...]:
        """The concepts named in ``text[start:end]`` (simplified script); offsets are characters of ``text``."""
        return self._phrases.chinese(text, start, end)

    def alone(self, word: str) -> tuple[Hit, ...]:
        """The concepts that one Chinese character names where it is a word by itself: 花 in 花了三亿元."""
        return self._phrases.alone(word)

    def english(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """The concepts named in a sequence of words, given as they stand in the text; offsets count words."""
        return self._phrases.english(words)


def read_concepts(place: str, text: str, *, twice: bool = True) -> Concepts:
    """The concepts of a word list; ``place`` names it in messages, ``twice`` asks for words that stand twice.

    Raises:
        ConfigError: with every wrong table at once: unknown roles or keys, missing or empty words, words that stand
            twice in one role.
    """
    tables = read_tables(place, text)
    refuse(place, _wrong(tables))
    entries = [_entry(key, table) for key, table in tables.items()]
    if twice:
        refuse(place, doubles(entries))
    verbs = frozenset(word for entry in entries for word in entry.verbs)
    return Concepts({entry.id: Role(entry.role) for entry in entries if entry.id != NONE}, verbs, phrases(entries))


@lru_cache(maxsize=1)
def load_concepts() -> Concepts:
    """The concepts of this package, read once; that no word of them stands twice is for the tests to say."""
    return read_concepts(*packaged("concepts.toml"), twice=False)


def _wrong(tables: Mapping[str, Table]) -> Iterator[str]:
    yield from complaints(tables, {"role"})
    for key, table in tables.items():
        if key != NONE and table.get("role") not in set(Role):
            yield f"[{key}] has a role that is none of {' '.join(Role)}"


def _entry(key: str, table: Table) -> Entry:
    role = str(table.get("role", ""))
    # A verb is no thing: the plural alone keeps "booked" from books and "mining" from mines.
    en, zh, verbs = (strings(table.get(name)) for name in ("en", "zh", "verbs"))
    return Entry(key, role, en, zh, verbs, plural_only=role == Role.THING)
