"""Clauses that only say how far a figure has moved: ``up 6 per cent``, 比上年增长6%."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.model import Kind, ValueMention
from claims.topics.aspects import aspect_of
from claims.topics.context import Context
from claims.topics.placement import Placement
from claims.topics.reading import Reading
from claims.topics.subjects import candidates
from claims.topics.words import load_words
from sources.span import Span

_CHANGES = frozenset({Kind.PERCENT, Kind.RATIO})


def changed(reading: Reading, mentions: Sequence[ValueMention], context: Context) -> Mapping[Span, Placement]:
    """The placements of shares and multiples in a clause that names nothing: what moved is the figure before them.

    Subject and property are those of the value in the clause before, if that is no change itself.
    """
    found: dict[Span, Placement] = {}
    figures = [m for m in mentions if m.role is None and m.quantity.kind is not Kind.DATE]
    for before, mention in pairwise(figures):
        if mention.quantity.kind not in _CHANGES or not _only_moves(reading, mention):
            continue
        if earlier := found.get(before.span):
            found[mention.span] = earlier
        elif before.quantity.kind not in _CHANGES and reading.clause_of(before.span) != reading.clause_of(mention.span):
            found[mention.span] = _placement(reading, before, mention, context)
    return found


def _placement(reading: Reading, figure: ValueMention, change: ValueMention, context: Context) -> Placement:
    best = candidates(reading, figure.span, figure.quantity.kind, context)[:1]
    aspect = aspect_of(reading, figure.span, figure.quantity.kind, best[0].span if best else None)
    moved = aspect_of(reading, change.span, change.quantity.kind)
    return Placement(best[0] if best else None, replace(aspect, event=moved.event))


def _only_moves(reading: Reading, mention: ValueMention) -> bool:
    """Whether the clause has a word for a change, and no noun that could be what has changed."""
    clause = next((c for c in reading.clauses if c.contains(mention.span)), reading.span)
    words = load_words().changing
    tokens = reading.tokens_in(clause)
    moved = any(t.text.lower() in words or t.text[:2] in words for t in tokens)
    return moved and not any(
        clause.contains(p.span) and not p.preposition and not all(t.text.lower() in words for t in p.tokens)
        for p in reading.phrases
    )
