"""What something has, by the noun for it, in English: X's seat will be in V; the cause of X was V; V, its home."""

from __future__ import annotations

from dataclasses import replace

from claims.facts.arguments import Stretch, clause_end
from claims.facts.attributes import Attribute, Holds
from claims.facts.english_acts import doer_before
from claims.facts.english_subjects import noun_behind, stretch_of
from claims.facts.english_values import value_at
from claims.facts.fact import Fact
from claims.facts.stating import COPULAS, FUTURE, stated
from claims.topics.reading import Reading
from claims.topics.tokens import Pos

_OWNS = frozenset({"'s", "’s", "'", "’"})
_ITS = frozenset({"its", "their"})
_OF = frozenset({"of", "for"})
_IN = frozenset({"in", "at"})
_HAVE = frozenset({"have", "has", "had", "having", "keep", "keeps", "kept"})
_TO_BE = frozenset({"future", "new", "planned", "next"})
_OPEN = frozenset({"not", "unknown", "unclear", "still", "never", "yet", "under", "that"})
"""Begin what is no answer: not known, still unclear, under investigation."""


def property_stated(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """The fact that a noun for a property states with what has it and its value; None where either is missing."""
    if attribute.holds is Holds.ANY:
        return None
    tokens = reading.tokens
    start = first
    while start and (tokens[start - 1].pos is Pos.ADJECTIVE or tokens[start - 1].text.lower() in _TO_BE):
        start -= 1
    owner, after = _owner(reading, start, last)
    future = any(t.text.lower() in _TO_BE for t in tokens[start:first])
    if owner is None:
        return None
    value, told = _equated(reading, after, attribute)
    if value is None and attribute.place:
        value, told = _apposed(reading, owner.first), False
        if value is None and (haver := _haver(reading, owner.first)) is not None:
            value, owner = _placed(reading, after), haver
            told = any(t.text.lower() in FUTURE for t in tokens[haver.last : start])
    if value is None or value.span.overlaps(owner.span):
        return None
    fact = stated(reading, first, last, attribute, replace(owner, near=True), value)
    return replace(fact, future=future or told) if fact else None


def _owner(reading: Reading, start: int, last: int) -> tuple[Stretch | None, int]:
    """What has the property named by the tokens before ``last``, and the token behind the statement of it."""
    tokens = reading.tokens
    if last < len(tokens) and tokens[last].text.lower() in _OF:
        owner = noun_behind(reading, last + 1, clause_end(reading, tokens[last].span.end))
        return owner, owner.last if owner else last
    if not start:
        return None, last
    if tokens[start - 1].text.lower() in _ITS:
        place = tokens[start - 1].span
        return Stretch(place, (place,), start - 1, start, named=False), last
    if tokens[start - 1].text in _OWNS:
        phrase = next((p for p in reading.phrases if p.last == start - 1), None)
        return (stretch_of(reading, phrase) if phrase else None), last
    return None, last


def _equated(reading: Reading, at: int, attribute: Attribute) -> tuple[Stretch | None, bool]:
    """The value behind ``was`` or ``will be in`` at the token ``at``, and whether it is yet to be."""
    tokens = reading.tokens
    stop = at
    while stop < len(tokens) and (tokens[stop].text.lower() in COPULAS | FUTURE or tokens[stop].pos is Pos.ADVERB):
        stop += 1
    words = {t.text.lower() for t in tokens[at:stop]}
    if not words & COPULAS or words & _OPEN or stop >= len(tokens):
        return None, False
    end = clause_end(reading, tokens[stop - 1].span.end)
    if attribute.place:
        return _placed(reading, stop), bool(words & FUTURE)
    value = value_at(reading, stop, end, attribute) if tokens[stop].text.lower() not in _OPEN else None
    return value, bool(words & FUTURE)


def _placed(reading: Reading, at: int) -> Stretch | None:
    """The name behind ``in`` or ``at`` at the token ``at``."""
    tokens = reading.tokens
    if at >= len(tokens) or tokens[at].text.lower() not in _IN:
        return None
    value = noun_behind(reading, at + 1, clause_end(reading, tokens[at].span.end))
    return value if value and value.named else None


def _apposed(reading: Reading, at: int) -> Stretch | None:
    """The name that a comma parts from the token ``at``, where a description of it begins."""
    if at < len(("name", ",")) or reading.tokens[at - 1].text != ",":
        return None
    phrase = next((p for p in reading.phrases if p.last == at - 1 and p.is_name), None)
    return stretch_of(reading, phrase) if phrase else None


def _haver(reading: Reading, at: int) -> Stretch | None:
    """X of ``X has its seat``, ``X will have its seat``, where ``its`` is the token ``at``."""
    tokens = reading.tokens
    if not at or tokens[at - 1].text.lower() not in _HAVE:
        return None
    return doer_before(reading, at - 1)
