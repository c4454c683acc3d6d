"""Rules for places in an order."""

from __future__ import annotations

from claims.model import Kind, Ruling, Severity, Verdict
from claims.rules.pair import Pair, dates_apart, ruling

_PLACES = frozenset({Kind.RANK})


def coarser_rank(pair: Pair) -> Ruling | None:
    """An exact place against a place among the first few: third, and among the top four. Both can hold; one wording
    should be chosen."""
    if pair.kind not in _PLACES or pair.x == pair.y:
        return None
    if not (pair.x.within(pair.y) or pair.y.within(pair.x)):
        return None
    reason = f"{pair.values}: the one lies within the other, but one article is less exact."
    return ruling(Verdict.TENSION, Severity.MEDIUM, coarser_rank, reason)


def same_rank(pair: Pair) -> Ruling | None:
    """The same place."""
    if pair.kind not in _PLACES or pair.x != pair.y:
        return None
    return ruling(Verdict.AGREE, Severity.LOW, same_rank, f"{pair.values}: the same place.")


def different_rank(pair: Pair) -> Ruling | None:
    """Two places that one thing cannot hold at once."""
    if pair.kind not in _PLACES or pair.x.overlaps(pair.y):
        return None
    if dates_apart(pair):
        reason = f"{pair.values}: the places differ, and so do the dates."
        return ruling(Verdict.TIME_DRIFT, Severity.MEDIUM, different_rank, reason)
    reason = f"{pair.values}: one thing cannot hold both places at once."
    return ruling(Verdict.CONFLICT, Severity.MEDIUM, different_rank, reason)
