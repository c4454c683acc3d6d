"""Where a value holds: the world, a country, a city, a market."""

from __future__ import annotations

from claims.topics.reading import Reading
from claims.topics.scopes import load_scopes
from sources.span import Span

_REACH = 16
"""Code points after a value in which a scope still belongs to it (``third in the world``)."""


def scope_of(reading: Reading, value: Span) -> str | None:
    """The id of the scope that stands nearest to the value at ``value`` in its clause, best inside it or before it."""
    clause = reading.clause_of(value)
    scopes = load_scopes()
    if reading.chinese:
        places = [(h.id, Span(h.start, h.end)) for h in scopes.chinese(reading.text, clause.start, clause.end)]
    else:
        tokens = reading.tokens_in(clause)
        hits = scopes.english([t.text for t in tokens])
        places = [(h.id, Span(tokens[h.start].span.start, tokens[h.end - 1].span.end)) for h in hits]
    near = [(id_, place) for id_, place in places if place.start <= value.end + _REACH]
    return min(near, key=lambda found: _distance(found[1], value), default=(None, None))[0]


def _distance(place: Span, value: Span) -> int:
    if place.overlaps(value):
        return 0
    return value.start - place.end if place.end <= value.start else place.start - value.end + 2
