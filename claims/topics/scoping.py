"""Where a value holds: the world, a country, a city, a market."""

from __future__ import annotations

from itertools import takewhile

from claims.topics.concepts import Role
from claims.topics.name_parts import ends_as_organisation
from claims.topics.reading import Reading
from claims.topics.scopes import load_scopes
from claims.topics.terms import head_of, role_of
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

_REACH = 24
"""Code points after a value in which a scope still belongs to it (``third in the world``)."""


def scope_of(reading: Reading, value: Span) -> str | None:
    """The id of the scope that stands nearest to the value at ``value`` in its clause, best inside it or before it."""
    places = scopes_in(reading, reading.clause_of(value))
    near = [
        (id_, p)
        for id_, p in places
        if p.start <= value.end + _REACH and not _in_name(reading, p) and not _describes(reading, p, value)
    ]
    return min(near, key=lambda found: _distance(found[1], value), default=(None, None))[0]


def scopes_in(reading: Reading, stretch: Span) -> list[tuple[str, Span]]:
    """The scopes that the words of ``stretch`` name, and where."""
    scopes = load_scopes()
    if reading.chinese:
        return [(h.id, Span(h.start, h.end)) for h in scopes.chinese(reading.text, stretch.start, stretch.end)]
    tokens = reading.tokens_in(stretch)
    hits = scopes.english([t.text for t in tokens])
    return [(h.id, Span(tokens[h.start].span.start, tokens[h.end - 1].span.end)) for h in hits]


def _in_name(reading: Reading, place: Span) -> bool:
    """Whether the place is a piece of a longer name: 杭州 in 杭州大学, Paris in Paris Opera."""
    words = load_words()
    for phrase in reading.phrases:
        if phrase.span.overlaps(place):
            behind = [t for t in phrase.tokens if t.span.start >= place.end]
            joined = list(takewhile(lambda t: t.pos is not Pos.VALUE and not t.text.startswith("最"), behind))
            whole = any(t.span.contains(place) and t.span != place and t.pos is Pos.NAME for t in phrase.tokens)
            titled = any(t.pos is Pos.NAME and t.text.isascii() for t in joined[:1])
            return whole or titled or any(ends_as_organisation(t.text, words) for t in joined)
    return False


def _describes(reading: Reading, place: Span, value: Span) -> bool:
    """Whether the place only tells an English noun from others of its sort (Japanese maker, Chinese demand).

    What names a property (Chinese revenue) or stands at the value (nine Chinese towns) says where the value holds.
    """
    phrase = next((p for p in reading.phrases if p.span.contains(place)), None)
    if reading.chinese or phrase is None or phrase.span.start == value.end or phrase.tokens[-1].span.end == place.end:
        return False
    if place.of(reading.text).islower() or any(t.text.lower() in load_words().markets for t in phrase.tokens):
        return False
    if not reading.text[value.end : max(value.end, phrase.span.start)].strip() and phrase.span.start >= value.end:
        return False
    return role_of(head_of(phrase.tokens)[0]) != Role.ATTRIBUTE


def _distance(place: Span, value: Span) -> int:
    if place.overlaps(value):
        return 0
    return value.start - place.end if place.end <= value.start else place.start - value.end + 2
