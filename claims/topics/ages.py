"""Ages in English: ``Joan Reeve, 61, …``, ``the 63-year-old``, ``a mechanic of 41``, ``aged 52``, ``died at 84``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.model import Features, Kind, Quantity, ValueMention
from claims.topics.aspects import Aspect
from claims.topics.concepts import load_concepts
from claims.topics.context import Candidate, Context
from claims.topics.name_parts import name_of, wording
from claims.topics.noun_phrases import Phrase
from claims.topics.people import PLACING, People, bare
from claims.topics.placement import Placement
from claims.topics.places import MARK, name_key
from claims.topics.reading import Reading
from claims.topics.timing import Timing
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

AGE = Aspect("age", "#age")
_NOW = Timing()
"""An age told beside a name is that of the day of publication, whatever else the sentence dates."""

_OLDEST = 115
_GROWN = 10
_ENDS = re.compile(r"[,.;:)–—]|\s+(?:and|who)\b|\s*$")
_AGED = re.compile(r"\b(?:aged|age|the age of|turned|turning)\s*$", re.IGNORECASE)
_IS = re.compile(r"\b(?:he|she|who) (?:is|was)(?: now| only| just)? $", re.IGNORECASE)
_AT = re.compile(r"\bat\s*$")
_AT_AN_AGE = frozenset({"died", "dies", "death", "retired", "married", "youngest", "oldest"})
_YEAR_OLD = re.compile(r"[- ](?:year[- ])?olds?\b")
_YEARS_OLD = re.compile(r"\s*(?:years?\s)?(?:old|of age)\b")
_PLURAL = re.compile(r"[- ]olds\b")
_CALLINGS = ("er", "or", "ist", "ian", "man", "woman", "eer", "mate")
_DEFINITE = frozenset({"the", "this", "that"})


def aged(
    reading: Reading, mentions: Sequence[ValueMention], context: Context, people: People
) -> Mapping[Span, Placement]:
    """To the span of each value of a sentence that is an age whose age it is."""
    if reading.chinese:
        return {}
    return {m.span: placed for m in mentions if (placed := _age(reading, m, context, people))}


def of_a_person(features: Features) -> Features:
    """The features of an age: what else its sentence tells is said of the person and not of the age."""
    kept = replace(features, names=features.names[:1], properties=("age",), event="", modifiers=())
    return replace(kept, terms=(), instances=(), contrasts=(), narrowed=(), against=())


def _age(reading: Reading, mention: ValueMention, context: Context, people: People) -> Placement | None:
    quantity = _years(mention.quantity)
    if mention.role or quantity is None:
        return None
    stated = _in_words(reading, mention, quantity, context, people)
    return stated or (
        _by_place(reading, mention.span, quantity, people) if mention.quantity.kind is Kind.COUNT else None
    )


def _in_words(
    reading: Reading, mention: ValueMention, quantity: Quantity, context: Context, people: People
) -> Placement | None:
    """An age that is called one: ``aged 52``, ``52 years old``, ``the 52-year-old``."""
    text, value, end = reading.text, mention.span, reading.span.end
    if mention.quantity.kind is Kind.DURATION and _YEAR_OLD.match(text, value.end, end):
        if _PLURAL.match(text, value.end, end):
            return None  # of eighteen-year-olds a figure is told, not an age
        placed = _year_old(reading, value, context, people)
        return replace(placed, quantity=quantity, timing=_NOW) if placed else None
    if _YEARS_OLD.match(text, value.end, end):
        return Placement(None, AGE, quantity)
    if _AGED.search(_ahead(reading, value)):
        return Placement(_apposed(reading, value, people, r",? \(?(?:aged|age)?\s*"), AGE, quantity)
    return None


def _by_place(reading: Reading, value: Span, quantity: Quantity, people: People) -> Placement | None:
    """An age that only its place tells: behind a name or a calling, or behind *he is*."""
    ahead, last = _ahead(reading, value), _ENDS.match(reading.text, value.end, reading.span.end)
    if whose := _of_calling(reading, value):
        return Placement(whose, AGE, quantity, _NOW)
    if not last:
        return None
    whose = _apposed(reading, value, people, ", (?:now )?", least=_GROWN) or _bracketed(reading, value, people)
    if whose:
        return Placement(whose, AGE, quantity, _NOW)
    said = {t.text.lower() for t in reading.tokens_in(reading.clause_of(value))}
    if quantity.low is not None and (_IS.search(ahead) or (_AT.search(ahead) and said & _AT_AN_AGE)):
        return Placement(None, AGE, quantity)
    return None


def _ahead(reading: Reading, value: Span) -> str:
    return reading.text[reading.span.start : value.start]


def _years(quantity: Quantity) -> Quantity | None:
    """The quantity as a count of years, None where nobody is that old."""
    bare_count = quantity.kind is Kind.COUNT and quantity.unit is None
    if not bare_count and not (quantity.kind is Kind.DURATION and quantity.unit == "year"):
        return None
    low, high = quantity.low, quantity.high
    if not isinstance(low, Decimal) or low != high or low != int(low) or not 0 < low <= _OLDEST:
        return None
    return replace(quantity, kind=Kind.COUNT, unit=None)


def _apposed(reading: Reading, value: Span, people: People, gap: str, least: int = 0) -> Candidate | None:
    """The name right before the value, but for ``gap``; one not known for a person's only with an age of ``least``."""
    for phrase in reading.phrases:
        between = reading.text[phrase.span.end : value.start] if phrase.span.end <= value.start else None
        if between is not None and re.fullmatch(gap, between) and phrase.is_name and phrase.preposition not in PLACING:
            name = _person_in(reading, phrase)
            old = value.of(reading.text).isdigit() and int(value.of(reading.text)) >= least
            if name and (people.is_person(name) or (old and _may_name(name))):
                return Candidate(people.canonical(name), 0.0, True, "", phrase.span)
    return None


def _bracketed(reading: Reading, value: Span, people: People) -> Candidate | None:
    whose = _apposed(reading, value, people, gap=r" \(")
    return whose if whose and people.is_person(whose.name) else None


def _person_in(reading: Reading, phrase: Phrase) -> str:
    """The name that ends a phrase: Leila Marsh in ``his cousin Leila Marsh``."""
    run: list[Token] = []
    for token in reversed(phrase.tokens):
        if token.pos is not Pos.NAME:
            break
        run.insert(0, token)
    return bare(wording(reading, run))


def _may_name(name: str) -> bool:
    words, last = load_words(), name.split()[-1]
    return (
        name_key(name)[:1] != MARK and last not in words.bearers and last.lower() not in words.houses | words.anaphors
    )


def _of_calling(reading: Reading, value: Span) -> Candidate | None:
    """Whoever is ``a mechanic of 41``; the one named before where that only says who he is."""
    for n, phrase in enumerate(reading.phrases):
        if reading.text[phrase.span.end : value.start] == " of " and phrase.head.text.lower() in load_words().humans:
            before = reading.phrases[n - 1] if n else None
            if before and before.is_name and reading.text[before.span.end : phrase.span.start] in (", a ", ", an "):
                return Candidate(wording(reading, name_of(before, load_words())[0]), 0.0, True, "", before.span)
            return Candidate(wording(reading, phrase.tokens), 0.0, phrase.is_name, "", phrase.span)
    return None


def _year_old(reading: Reading, value: Span, context: Context, people: People) -> Placement | None:
    """Whose age ``63-year-old`` is: of the name behind it, of a person spoken of before, or of whom it introduces.

    None where it is that of a thing: nobody asks a bridge for its age, and a sentence that tells it tells much else.
    """
    following = next((p for p in reading.phrases if p.span.start >= value.end or p.span.contains(value)), None)
    gap = reading.text[value.end : following.span.start].strip(" -") if following is not None else "far"
    whose: Candidate | None = None
    before = next((p for p in reversed(reading.phrases) if p.span.end <= value.start), None)
    ahead = reading.tokens_in(Span(reading.span.start, value.start))
    if following is not None and gap in ("", "old", "year-old"):
        if not following.is_name and not _is_human(following.head.text):
            return None
        tokens = [t for t in following.tokens if t.text.lower() != "old"]
        name = _person_in(reading, following) if following.is_name else wording(reading, tokens)
        whose = Candidate(people.canonical(name), 0.0, following.is_name, "", following.span) if name else None
    if before and before.is_name and re.fullmatch(r", an? ", reading.text[before.span.end : value.start]):
        whose = Candidate(people.canonical(_person_in(reading, before)), 0.0, True, "", before.span)
    elif not (whose and whose.is_name) and ahead and ahead[-1].text.lower() in _DEFINITE and context.person:
        whose = Candidate(context.person, 0.0, True)
    return Placement(whose, AGE)


def _is_human(noun: str) -> bool:
    """Whether a noun names a person: a listed one, or one that ends like a calling and names no known thing."""
    words, noun = load_words(), noun.lower()
    return noun in words.humans or (noun.endswith(_CALLINGS) and noun not in words.anaphors and not _is_thing(noun))


def _is_thing(noun: str) -> bool:
    return bool(load_concepts().english([noun]))
