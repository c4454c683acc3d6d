"""What stands in an English sentence for a subject named before it: *she*, *its*, *the company*, *this release*."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span


class Points(StrEnum):
    """What sort of subject is pointed to."""

    PERSON = "person"
    THING = "thing"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that stands for a subject; it ``rules`` where it is the subject of the value's own clause."""

    to: Points
    rules: bool


_PERSONS = frozenset({"he", "she", "his", "her"})
_THINGS = frozenset({"it", "its", "they", "their"})
_DEICTIC = frozenset({"this", "that"})
_PRODUCTS = frozenset(
    {"project", "release", "version", "library", "program", "programme", "software", "distribution", "engine", "tool"}
)


def pointer_for(reading: Reading, value: Span) -> Pointer | None:
    """What the value at ``value`` is said of by a pronoun or the like: in its clause, else before that."""
    clause = reading.clause_of(value)
    if to := _pointing(reading, clause):
        return Pointer(to, rules=True)
    before = Span(reading.span.start, max(reading.span.start, clause.start))
    to = _pointing(reading, before)
    return Pointer(to, rules=False) if to else None


def is_anaphor(reading: Reading, phrase: Phrase) -> bool:
    """Whether ``the company``, ``this release`` or the like stands for the subject of a sentence before."""
    before = reading.tokens[phrase.first - 1].text.lower() if phrase.first else ""
    bare = len(phrase.tokens) == 1 and phrase.tokens[0].pos is Pos.NOUN
    word = phrase.tokens[0].text.lower()
    return bare and (before in _DEICTIC or (before == "the" and word in load_words().anaphors | _PRODUCTS))


def _pointing(reading: Reading, stretch: Span) -> Points | None:
    """What the first subject of ``stretch`` points to; None where that is a noun of its own, or there is none."""
    phrases = {p.first: p for p in reading.phrases}
    for n, token in enumerate(reading.tokens):
        if not (stretch.start <= token.span.start and token.span.end <= stretch.end):
            continue
        word = token.text.lower()
        if word in _PERSONS:
            return Points.PERSON
        if word in _THINGS or (word in _DEICTIC and _verb_at(reading, n + 1)):
            return Points.THING
        if token.pos is Pos.VERB:
            return None
        phrase = phrases.get(n)
        if phrase is None or (phrase.preposition and not _verb_at(reading, phrase.last)):
            continue
        if is_anaphor(reading, phrase):
            return Points.PRODUCT if phrase.tokens[0].text.lower() in _PRODUCTS else Points.THING
        return None
    return None


def _verb_at(reading: Reading, at: int) -> bool:
    return at < len(reading.tokens) and reading.tokens[at].pos is Pos.VERB
