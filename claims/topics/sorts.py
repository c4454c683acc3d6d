"""The sort of a thing that an article speaks of without its name, read from ``sorts.toml``: the vessel, the blaze."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.topics.inflection import plurals
from claims.topics.noun_phrases import Phrase
from claims.topics.people import PLACING, People
from claims.topics.places import name_key
from claims.topics.reading import Reading
from claims.topics.tokens import Pos

MARK = "="
"""Stands before the id of a sort, as before that of a concept, so that it is not taken for a word."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What is no person and was spoken of: by its name, or by what it is, and then of which ``sort`` (``=ship``)."""

    name: str
    named: bool
    sort: str = ""


_LONGEST = 3
_IS = frozenset({"is", "was", "be", "been", "remains", "became"})
_CALLED = frozenset({"known", "called", "named"})
_IDLE = frozenset({"as", "will", "would"})
_CLOSING = frozenset({",", ".", ";"})


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads(files("claims.topics").joinpath("sorts.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _by_word() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for sort, table in _tables().items():
        words = table["en"]
        for word in words if isinstance(words, list) else ():
            *ahead, last = str(word).split()
            found.update({" ".join([*ahead, form]): sort for form in plurals(last)})
    return found


def sort_of(words: Sequence[str]) -> str:
    """The sort that the last of ``words`` name, the longest run that is listed; empty where none is."""
    plain = [w.lower() for w in words]
    runs = (" ".join(plain[-size:]) for size in range(min(_LONGEST, len(plain)), 0, -1))
    return next((_by_word()[run] for run in runs if run in _by_word()), "")


def kind_of(sort: str) -> str:
    """What can be said of things of a sort: ``house``, ``work``, ``find`` or ``event``; empty of no sort."""
    return str(_tables()[sort]["kind"]) if sort else ""


def sort_at(reading: Reading, last: int) -> str:
    """The sort of the English noun phrase that ends before the token ``last``, its words as they stand in the text."""
    return sort_of([t.text for t in reading.tokens[max(0, last - _LONGEST) : last]])


def sorts_of_names(readings: Iterable[Reading], people: People) -> Mapping[str, tuple[str, ...]]:
    """To each folded name the sorts that an article says it is of, as ``=ship``; ``people`` are of none.

    By a noun before it (the ferry Tawhai), beside it (the new group, Aalst; Aalst, a dairy company), or as its
    predicate. A sort of which the article names several things tells none of them, and is left out.
    """
    said: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        if not reading.chinese:
            for name, sort in _said_in(reading):
                if not people.is_person(name):
                    said[sort].add(name_key(name))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for sort, names in sorted(said.items()):
        if len(names) == 1:
            found[next(iter(names))].append(MARK + sort)
    return {name: tuple(sorts) for name, sorts in found.items()}


def _said_in(reading: Reading) -> Iterator[tuple[str, str]]:
    for n, phrase in enumerate(reading.phrases):
        names = [i for i, t in enumerate(phrase.tokens) if t.pos is Pos.NAME]
        if names and names[0] and (sort := sort_at(reading, phrase.first + names[0])):
            yield _key(reading, phrase, names[0]), sort
        if names and names[-1] == len(phrase.tokens) - 1 and (sort := sort_at(reading, phrase.last)):
            yield _key(reading, phrase, names[0]), sort
        following = reading.phrases[n + 1] if n + 1 < len(reading.phrases) else None
        if following is None or not _of_one(reading, phrase, following):
            continue
        if names and not following.is_name and (sort := sort_at(reading, following.last)):
            yield _key(reading, phrase, names[0]), sort
        if not names and following.is_name and (sort := sort_at(reading, phrase.last)):
            first = next(i for i, t in enumerate(following.tokens) if t.pos is Pos.NAME)
            yield _key(reading, following, first), sort


def _key(reading: Reading, phrase: Phrase, first: int) -> str:
    return reading.text[phrase.tokens[first].span.start : phrase.span.end]


def _of_one(reading: Reading, phrase: Phrase, following: Phrase) -> bool:
    """Whether one phrase says what the other is: *to be* or *known as* stands between them, or commas around it."""
    tokens = reading.tokens
    between = [
        t.text.lower()
        for t in tokens[phrase.last : following.first]
        if t.pos not in (Pos.DETERMINER, Pos.ADVERB) and t.text.lower() not in _IDLE
    ]
    if following.preposition not in (None, "as") or phrase.preposition in PLACING or len(between) != 1:
        return False
    closed = following.last == len(tokens) or tokens[following.last].text in _CLOSING
    return between[0] in _IS | _CALLED or (between[0] == "," and closed and phrase.preposition in (None, "by", "with"))
