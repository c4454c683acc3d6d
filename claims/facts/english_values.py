"""The value that a verb or noun leads up to in English: a name, a phrase, or the clause."""

from __future__ import annotations

from functools import lru_cache

from claims.facts.arguments import Stretch, behind, index_at
from claims.facts.attributes import Attribute, attributes
from claims.facts.stating import said
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from sources.span import Span

_LONGEST_TEXT = 140
_END_WORDS = 6
_TRAILING = " ,.;:!?)\n"


def value_at(reading: Reading, at: int, end: int, attribute: Attribute) -> Stretch | None:
    """The value that begins with the token ``at``, as its attribute has them: a name, a phrase, or the clause."""
    tokens = reading.tokens
    if at >= len(tokens) or tokens[at].span.start >= end:
        return None
    start = tokens[at].span.start
    if attribute.ends.get("en"):
        for n in range(at, min(at + _END_WORDS, len(tokens))):
            if any(said(reading, n, n + size) in _ends(attribute.id) for size in (1, 2)):
                stop = next(n + size for size in (2, 1) if said(reading, n, n + size) in _ends(attribute.id))
                place = Span(start, tokens[stop - 1].span.end)
                return Stretch(place, (place,), at, stop, named=True) if place.end <= end else None
        return None
    if attribute.named:
        found = behind(reading, at, end, linked=True)
        return found if found and found.named else None
    words = reading.text[start : min(_next_verb(reading, at, end), start + _LONGEST_TEXT)]
    place = Span(start, start + len(words.rstrip(_TRAILING)))
    return Stretch(place, (place,), at, index_at(reading, place.end), named=False) if len(place) > 1 else None


def _next_verb(reading: Reading, at: int, end: int) -> int:
    """Where a second predicate begins (``is blue and has wheels``), else ``end``."""
    tokens = reading.tokens
    for n in range(at + 1, len(tokens) - 1):
        if tokens[n].text.lower() in ("and", "but") and tokens[n + 1].pos is Pos.VERB and tokens[n].span.end <= end:
            return tokens[n].span.start
    return end


@lru_cache(maxsize=64)
def _ends(attribute: str) -> frozenset[str]:
    return frozenset(attributes()[attribute].ends.get("en", ()))
