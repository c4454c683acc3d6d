"""Which properties a value may state, told by the words of everyday news around it: *took*, *grossed*, *box office*.

Concepts (``concepts.py``) name things whatever stands beside them; a property is read for a value of one kind, so that
a verb as common as *took* may say something of a sum of money and nothing of a count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from claims.model import Kind
from claims.topics.phrases import Entry, Hit, Phrases, phrases
from claims.topics.reading import Reading
from claims.topics.wordlist import Table, complaints, packaged, read_tables, refuse, strings
from sources.span import Span

PLACE = "properties.toml"
_KEPT = 3
"""How many properties of a value are kept, nearest first."""

_OUTSIDE = 30
"""Characters added to the distance of a word that stands in another clause than the value."""

_FAR = 90
"""Characters between a word and a value beyond which it says nothing of it."""

_DENSE = 3
"""A Chinese character says about as much as this many letters."""

_LIKE = {Kind.SUPERLATIVE: Kind.RANK}


@lru_cache(maxsize=1)
def load_properties() -> Mapping[Kind, Phrases]:
    """The word lists of this package by the kind of value they are read for.

    Raises:
        ConfigError: with every wrong table at once.
    """
    return read_properties(*packaged(PLACE))


def read_properties(place: str, text: str) -> Mapping[Kind, Phrases]:
    """The properties of a word list by kind; ``place`` names it in messages.

    Raises:
        ConfigError: unknown keys or kinds, missing or empty words.
    """
    tables = read_tables(place, text)
    refuse(place, _wrong(tables))
    return {kind: phrases(_entry(key, t) for key, t in tables.items() if kind in strings(t["kinds"])) for kind in Kind}


def _wrong(tables: Mapping[str, Table]) -> Iterator[str]:
    yield from complaints(tables, {"kinds"})
    for key, table in tables.items():
        kinds = strings(table.get("kinds"))
        if not kinds or not set(kinds) <= set(Kind):
            yield f"[{key}] kinds are none or not among {' '.join(Kind)}"


def _entry(key: str, table: Table) -> Entry:
    return Entry(key, "property", strings(table.get("en")), strings(table.get("zh")))


def properties_of(reading: Reading, value: Span, kind: Kind) -> tuple[str, ...]:
    """The properties that the words around the value at ``value`` name, the nearest word's first; at most three.

    A word that stands for several properties gives all of them.
    """
    clause = reading.clause_of(value)
    near: dict[str, int] = {}
    for hit in _hits(reading, load_properties()[_LIKE.get(kind, kind)]):
        far = max(hit.start - value.end, value.start - hit.end, 0) * (_DENSE if reading.chinese else 1)
        place = Span(hit.start, hit.end)
        if kind is Kind.DATE and reading.goes_on(place, value):
            continue
        if not clause.contains(place):
            if _has_own(reading, place):
                continue
            far += _OUTSIDE
        if far <= _FAR:
            near[hit.id] = min(far, near.get(hit.id, far))
    return tuple(_nearest(near))


def _has_own(reading: Reading, place: Span) -> bool:
    """Whether the clause at ``place`` has a value of its own, of which its words then speak."""
    clause = reading.clause_of(place)
    return any(clause.contains(value) for value in reading.values)


def _nearest(near: Mapping[str, int]) -> Iterable[str]:
    ranked = sorted(near, key=lambda id_: (near[id_], id_))
    # Words that stand for several properties at one place are all kept.
    return [id_ for id_ in ranked if near[id_] <= near[ranked[min(_KEPT, len(ranked)) - 1]]]


def _hits(reading: Reading, listed: Phrases) -> Iterator[Hit]:
    """The phrases of the sentence, offsets in characters of its text."""
    if reading.chinese:
        yield from listed.chinese(reading.text, reading.span.start, reading.span.end)
        return
    tokens = reading.tokens
    for hit in listed.english([t.text for t in tokens]):
        yield Hit(hit.id, hit.role, tokens[hit.start].span.start, tokens[hit.end - 1].span.end)
