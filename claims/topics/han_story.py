"""What a Chinese article is about as a whole: its names, however they are cut, and the things it keeps speaking of.

A dictionary cuts a name that it does not know otherwise in every sentence; so names are kept as they stand, and are
one where one of them holds the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claims.topics.chinese import in_dictionary
from claims.topics.concepts import Role, load_concepts
from claims.topics.naming import folded
from claims.topics.places import MARK, name_key
from claims.topics.reading import Reading
from claims.topics.setting import NAME, TOPICAL
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

THING = "="
"""Stands before a thing or property, as a concept, that the article keeps speaking of."""

_LEAD = 2
_NAMES, _THINGS = 24, 12
_TWICE = 2
_COMPOUND = 3


def han_story(title: str | None, readings: Sequence[Reading]) -> tuple[str, ...]:
    """The names of the title marked with TOPICAL, those of the lead and the most repeated ones with NAME, and THINGS;
    sorted."""
    heading = [Reading(title, Span(0, len(title)))] if title else []
    titled = {name for reading in heading for name in _names(reading)}
    opening = {name for reading in readings[: len(heading) + _LEAD] for name in _names(reading)}
    times = Counter(name for reading in readings for name in set(_names(reading)))
    told = sorted(opening | times.keys(), key=lambda name: (name not in opening, -times[name], name))
    things = Counter(thing for reading in (*heading, *readings) for thing in set(_things(reading)))
    often = sorted((t for t in things if things[t] >= _TWICE), key=lambda thing: (-things[thing], thing))
    marked = [TOPICAL + name for name in titled] + [NAME + name for name in told[:_NAMES] if name not in titled]
    return tuple(sorted([*marked, *often[:_THINGS]]))


def _names(reading: Reading) -> Iterator[str]:
    """The names of a sentence, places aside, and the words in it that no dictionary has."""
    for token in reading.tokens:
        word = token.text
        named = token.pos is Pos.NAME or (token.pos is Pos.NOUN and _coined(word))
        if named and len(word) > 1 and name_key(word)[:1] != MARK:
            yield folded(word)
    yield from _compounds(reading.tokens)


def _compounds(tokens: Iterable[Token]) -> Iterator[str]:
    """Short words side by side that together are no word: 星湖 and 校区, 蓝 and 线."""
    run = ""
    end = 0
    for token in tokens:
        short = token.pos in (Pos.NOUN, Pos.NAME) and len(token.text) == 1 and not token.text.isascii()
        if short and token.span.start == end:
            run += token.text
        else:
            if len(run) == _COMPOUND - 1 or len(run) == _COMPOUND:
                yield run
            run = token.text if short else ""
        end = token.span.end


def _coined(word: str) -> bool:
    known = load_concepts().chinese(word, 0, len(word))
    return not word.isascii() and not in_dictionary(word) and not known and not set(word) & load_words().never_coined


def _things(reading: Reading) -> Iterator[str]:
    hits = load_concepts().chinese(reading.text, reading.span.start, reading.span.end)
    weak = load_words().weak
    yield from (f"={hit.id}" for hit in hits if hit.role in (Role.THING, Role.EVENT) and f"={hit.id}" not in weak)
