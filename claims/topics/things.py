"""The thing that an English sentence speaks of, for which *it* or *the company* stands in the next."""

from __future__ import annotations

from collections.abc import Mapping

from claims.topics.name_parts import name_of, wording
from claims.topics.noun_phrases import Phrase
from claims.topics.people import People
from claims.topics.places import is_place, name_key
from claims.topics.reading import Reading
from claims.topics.sorts import MARK, Thing, sort_at
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

_SHORTEST = 2


def thing_of(reading: Reading, people: People, sorts: Mapping[str, tuple[str, ...]]) -> Thing | None:
    """The thing that a sentence is about: the first that it names, or tells the sort of, outside prepositions.

    What it calls by its sort and then names (the new group, Aalst) goes by the name; ``sorts`` are those of names.
    """
    if reading.chinese:
        return None
    found = [t for phrase in reading.phrases if not phrase.preposition and (t := _thing(reading, phrase, people))]
    if not found:
        return None
    first = found[0]
    named = (t for t in found if t.named and not first.named and first.sort in sorts.get(name_key(t.name), ()))
    return next(named, first)


def thing_before(reading: Reading, place: Span, people: People) -> Thing | None:
    """The thing that stands last in a sentence before ``place``, rather one that no preposition governs."""
    ahead = [p for p in reversed(reading.phrases) if p.span.end <= place.start]
    ordered = [p for p in ahead if not p.preposition] + [p for p in ahead if p.preposition]
    return next((thing for phrase in ordered if (thing := _thing(reading, phrase, people))), None)


def _thing(reading: Reading, phrase: Phrase, people: People) -> Thing | None:
    if phrase.tokens[0].text.lower() in load_words().pronouns:
        return None
    name = wording(reading, name_of(phrase, load_words())[0])
    if any(t.pos is Pos.NAME for t in phrase.tokens):
        apart = people.is_person(name) or is_place(name) or len(name) < _SHORTEST
        return None if apart else Thing(name, named=True)
    sort = sort_at(reading, phrase.last)
    return Thing(phrase.span.of(reading.text), named=False, sort=MARK + sort) if sort else None
