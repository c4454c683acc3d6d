"""What an article is about as a whole: the names it opens with and keeps coming back to.

Two articles of one story share these, also where a sentence of the one and a sentence of the other name nothing in
common: *seven people were killed* here and *the toll rose to 23* there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.topics.han_story import han_story
from claims.topics.people import People, bare
from claims.topics.places import MARK, name_key
from claims.topics.reading import Reading
from claims.topics.setting import NAME, shared_by_many
from claims.topics.tokens import Pos
from sources.span import Span

PERSON = "!"
"""Stands before the name of a person."""

_LEAD = 3
"""How many sentences open an article."""

_KEPT = 24


def story_of(title: str | None, readings: Sequence[Reading], people: People) -> tuple[str, ...]:
    """The names of an article's story, sorted: those of its title and lead, then those it repeats most.

    Each is marked with NAME or PERSON, or is the id of a place; a person goes by the full name. For a Chinese article
    see :func:`~claims.topics.han_story.han_story`.
    """
    english = [reading for reading in readings if not reading.chinese]
    if 2 * len(english) < len(readings):
        return han_story(title, readings)
    heading = [Reading(title, Span(0, len(title)))] if title else []
    named = [set(_names(reading, people)) for reading in english]
    return _told([*(set(_names(h, people)) for h in heading), *named[:_LEAD]], named)


def _told(opening: Sequence[set[str]], named: Sequence[set[str]]) -> tuple[str, ...]:
    first = set[str]().union(*opening)
    times = Counter(name for names in named for name in names)
    told = sorted(first | times.keys(), key=lambda name: (name not in first, -times[name], name))
    return tuple(sorted(told[:_KEPT]))


def _names(reading: Reading, people: People) -> Iterable[str]:
    """The names of a sentence, each run of name tokens being one."""
    run: list[str] = []
    end = 0
    for token in (*reading.tokens, None):
        if token is not None and token.pos is Pos.NAME and (not run or token.span.start - end <= 1):
            run.append(token.text)
        else:
            if run and (key := _key(" ".join(run), people)):
                yield key
            run = [token.text] if token is not None and token.pos is Pos.NAME else []
        end = token.span.end if token is not None else end


def _key(name: str, people: People) -> str:
    full = people.canonical(name)
    return _marked(bare(full), PERSON if people.is_person(full) else NAME)


def _marked(name: str, mark: str) -> str:
    named = name_key(name)
    if named[:1] == MARK:
        return named
    return mark + named if len(named) > 1 and not shared_by_many(named) else ""
