"""Scopes: the places and fields that a figure holds for, and which of them lie inside which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claims.topics.phrases import NONE, Entry, Hit, Phrases, phrases
from claims.topics.wordlist import Table, complaints, doubles, packaged, read_tables, refuse, strings

ROLE = "scope"
"""The role that every hit of a scope has."""


class Relation(StrEnum):
    """How two scopes lie to each other, whichever is named first."""

    SAME = "same"
    INSIDE = "inside"
    APART = "apart"


@dataclass(frozen=True, slots=True, eq=False)
class Scopes:
    """The scopes with all that they lie in, and the search for their words.

    ``wider`` holds for each id every scope around it, near and far; ``relative`` are those whose words name no place
    by themselves (nationwide, 全市).
    """

    wider: Mapping[str, frozenset[str]]
    relative: frozenset[str]
    _phrases: Phrases

    def chinese(self, text: str, start: int, end: int) -> tuple[Hit, ...]:
        """The scopes named in ``text[start:end]`` (simplified script); offsets are characters of ``text``."""
        return self._phrases.chinese(text, start, end)

    def english(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """The scopes named in a sequence of words, given as they stand in the text; offsets count words."""
        return self._phrases.english(words)

    def inside(self, inner: str, outer: str) -> bool:
        """Whether ``inner`` lies in ``outer`` and is not the same; False for an id that stands in no list."""
        return outer in self.wider.get(inner, frozenset())

    def relation(self, a: str, b: str) -> Relation:
        """How ``a`` and ``b`` lie to each other.

        A relative scope and a named place count as one inside the other: which nation is meant by "nationwide" the
        words do not say, so nothing shows that the two are apart.
        """
        if a == b:
            return Relation.SAME
        if self.inside(a, b) or self.inside(b, a) or (a in self.relative) != (b in self.relative):
            return Relation.INSIDE
        return Relation.APART


def relation(a: str, b: str) -> Relation:
    """How two scopes of this package's list lie to each other; see :meth:`Scopes.relation`."""
    return load_scopes().relation(a, b)


def read_scopes(place: str, text: str, *, twice: bool = True) -> Scopes:
    """The scopes of a word list; ``place`` names it in messages, ``twice`` asks for words that stand twice.

    Raises:
        ConfigError: with every wrong table at once: unknown keys, missing or empty words, words that stand twice,
            a ``within`` that names no table or leads back to its own.
    """
    tables = read_tables(place, text)
    refuse(place, _wrong(tables))
    entries = [
        Entry(key, ROLE, strings(t.get("en")), strings(t.get("zh")), plural_only=True) for key, t in tables.items()
    ]
    if twice:
        refuse(place, doubles(entries))
    parents = _parents(tables)
    wider = {key: _around(key, parents) for key in parents}
    refuse(place, (f"[{key}] lies within itself" for key, around in wider.items() if key in around))
    relative = frozenset(key for key, table in tables.items() if table.get("relative"))
    return Scopes(wider, relative, phrases(entries))


@lru_cache(maxsize=1)
def load_scopes() -> Scopes:
    """The scopes of this package, read once; that no word of them stands twice is for the tests to say."""
    return read_scopes(*packaged("scopes.toml"), twice=False)


def _wrong(tables: Mapping[str, Table]) -> Iterator[str]:
    yield from complaints(tables, {"within", "relative"})
    for key, table in tables.items():
        if "within" in table and not strings(table["within"]):
            yield f"[{key}] within is no list of ids"
        yield from (
            f"[{key}] lies within the unknown {id_}" for id_ in strings(table.get("within")) if id_ not in tables
        )
        if not isinstance(table.get("relative", False), bool):
            yield f"[{key}] relative is neither true nor false"


def _parents(tables: Mapping[str, Table]) -> dict[str, tuple[str, ...]]:
    return {key: strings(table.get("within")) for key, table in tables.items() if key != NONE}


def _around(key: str, parents: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(parents[key])
    while waiting:
        near = waiting.pop()
        if near not in found:
            found.add(near)
            waiting.extend(parents[near])
    return frozenset(found)
