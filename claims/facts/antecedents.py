"""What a pronoun or *the company* stands for in an English fact: the person or the thing spoken of last."""

from __future__ import annotations

from claims.describe import Place
from claims.facts.arguments import index_at
from claims.facts.fact import Fact
from claims.topics.sorts import MARK, Thing, kind_of, sort_at
from claims.topics.things import thing_before
from claims.topics.words import load_words
from sources.span import Span

PERSONS = frozenset({"he", "she", "him", "her"})
THINGS = frozenset({"it", "they", "them", "its", "their"})
_POINTING = frozenset({"the", "this", "that"})
_HOUSE = "house"


def person_meant(place: Place, value: Span) -> str | None:
    """The person that a pronoun at ``value`` stands for; None where it is none, or nobody was spoken of."""
    return place.context.person if value.of(place.reading.text).lower() in PERSONS else None


def stood_for(place: Place, fact: Fact) -> Thing | None:
    """What the subject of a fact stands for, where that is a pronoun for a thing, or *the company* behind the name of
    one."""
    reading, subject = place.reading, fact.subject
    if subject is None or reading.chinese:
        return None
    said = subject.of(reading.text).lower()
    if said in PERSONS:
        return Thing(place.context.person, named=True) if place.context.person else None
    spoken_of = thing_before(reading, subject, place.article.people) or place.context.thing
    if said in THINGS:
        return spoken_of
    last = index_at(reading, subject.end)
    before_it = reading.tokens[last - 2].text.lower() if last > 1 else ""
    sort = sort_at(reading, last)
    if spoken_of is None or said not in load_words().anaphors or before_it not in _POINTING or kind_of(sort) != _HOUSE:
        return None
    known = place.article.sorts.get(spoken_of.name.lower(), ())
    return spoken_of if spoken_of.named and (not known or MARK + sort in known) else None
