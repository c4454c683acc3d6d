"""What the text around a sentence offers it for a subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claims.topics import spokesmen
from claims.topics.han_anaphora import stands_for_the_subject
from claims.topics.han_spokesmen import spoken_for
from claims.topics.pointers import Pointer, Points, pointer_for
from claims.topics.reading import Reading
from claims.topics.sorts import Thing
from claims.topics.words import Words
from sources.span import Span

# Weights on the scale of those in subjects.py, where 9 is what the best place of a name is worth.
_CARRIED = 2.6
_CARRIED_BY_PRONOUN = 5.0
_SPOKEN_FOR = 6.8
_OUTSPOKEN = 0.5
_SECTION = 1.6
_TITLE = 0.8
_AS_A_NAME = 9.0
_ELSEWHERE = 6.5
_STALE = 0.6
_ITSELF = 9.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something a value may be said of: its wording, how well its place fits, and what its phrase adds to the name."""

    name: str
    score: float
    is_name: bool
    rest: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What earlier text offers a sentence that names no subject of its own.

    ``carried`` is the subject of the sentence before, ``section`` the name in the heading above, ``title`` the one in
    the article's title; ``person`` is the one spoken of last, and ``thing`` what is none. ``frequency`` counts how
    often each name stands in the article. Of English text ``carried`` is no person, but ``hero`` is, ``stale`` tells
    that the paragraph has named no subject yet, and ``product`` that the article is about what its title names.
    """

    carried: str | None = None
    section: str | None = None
    title: str | None = None
    person: str | None = None
    frequency: Mapping[str, int] = field(default_factory=dict)
    thing: Thing | None = None
    hero: str | None = None
    stale: bool = False
    product: bool = False


def from_context(reading: Reading, value: Span, context: Context, words: Words) -> Iterable[Candidate]:
    """What a value may be said of by what stands before its sentence, or by who speaks in it."""
    if not reading.chinese:
        yield from _from_english_context(reading, value, context)
        return
    opening = list(reading.tokens_in(reading.clause_of(value)))[:3] + list(reading.tokens[:3])
    by_pronoun = any(t.text.lower() in words.pronouns for t in opening)
    by_pronoun |= any(stands_for_the_subject(reading, phrase) for phrase in reading.phrases[:2])
    if context.title and any(t.text in words.itself for t in opening):
        yield Candidate(context.title, _ITSELF, True)
    if house := spoken_for(reading, value):
        yield Candidate(house.of(reading.text), _SPOKEN_FOR, True, span=house)
    if context.carried:
        yield Candidate(context.carried, _CARRIED_BY_PRONOUN if by_pronoun else _CARRIED, True)
    if context.section:
        yield Candidate(context.section, _SECTION, True)
    if context.title:
        yield Candidate(context.title, _TITLE, True)


def _from_english_context(reading: Reading, value: Span, context: Context) -> Iterable[Candidate]:
    if spokesman := spokesmen.spoken_for(reading, value):
        worth = _AS_A_NAME + _OUTSPOKEN if spokesman.pointed else _SPOKEN_FOR
        yield Candidate(spokesman.house.of(reading.text), worth, True, span=spokesman.house)
    pointer = pointer_for(reading, value)
    if pointer and (meant := _meant(pointer, context)):
        sure = meant != context.carried or not context.stale
        yield Candidate(meant, (_AS_A_NAME if pointer.rules else _ELSEWHERE) if sure else _CARRIED_BY_PRONOUN, True)
    if context.carried:
        yield Candidate(context.carried, _STALE if context.stale else _CARRIED, True)
    alone = context.product and (context.stale or not context.carried) and not _speaks_of_a_noun(reading, value)
    about = _CARRIED if alone else _TITLE
    if context.section:
        yield Candidate(context.section, about + _SECTION - _TITLE, True)
    if context.title:
        yield Candidate(context.title, about, True)


def _speaks_of_a_noun(reading: Reading, value: Span) -> bool:
    """Whether the clause of the value has a noun phrase that stands free and is not what the value counts."""
    clause = reading.clause_of(value)
    free = [p for p in reading.phrases if not p.preposition and clause.contains(p.span)]
    return any(p.span.end <= value.start or reading.text[value.end : p.span.start].strip() for p in free)


def _meant(pointer: Pointer, context: Context) -> str | None:
    """Whom or what a pronoun or *the project* stands for."""
    fresh = None if context.stale else context.carried
    if pointer.to is Points.PERSON:
        near = (name for name in (context.section, fresh) if name and name != context.title)
        return context.hero or next(near, context.person or context.carried)
    if pointer.to is Points.PRODUCT and context.product:
        return context.title
    return fresh or (context.title if context.product else context.carried)
