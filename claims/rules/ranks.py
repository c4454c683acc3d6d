"""Rules for places in an order."""

from __future__ import annotations

from claims.evidence import PLACES, RIVALS
from claims.model import Claim, Kind, Ruling, Severity, Verdict
from claims.rules.pair import Pair, dates_apart, ruling

_EDITIONS = ("届", "期", "轮", "季")
"""Measure words of what is held again; others (首部, 首批) tell of a first that only one can be."""


def two_holders(pair: Pair) -> Ruling | None:
    """One title that only one can hold, claimed for two: two firms that are each the first in the country."""
    if RIVALS not in pair.match.features or any(_of_a_series(claim) for claim in (pair.a, pair.b)):
        return None
    names = f"{pair.a.subject} and {pair.b.subject}"
    reason = f"{pair.values}: claimed for {names}, and only one of the two can hold it."
    if not pair.a.scope:
        return ruling(Verdict.TENSION, Severity.MEDIUM, two_holders, reason)  # where it holds is not said
    return ruling(Verdict.CONFLICT, Severity.MEDIUM, two_holders, reason)


def _of_a_series(claim: Claim) -> bool:
    """Whether the first is that of a series and rivals nothing: 首届, the first of a festival's."""
    return claim.value_quote.endswith(_EDITIONS)


def one_of_several(pair: Pair) -> Ruling | None:
    """The most of its kind here, one of the most of its kind there: both can hold, but one article claims less."""
    kinds = {pair.a.kind, pair.b.kind}
    unbounded = [c for c in (pair.a, pair.b) if c.quantity.low is None and c.quantity.high is None]
    if kinds != {Kind.SUPERLATIVE} or pair.a.features.superlative != pair.b.features.superlative or not unbounded:
        return None
    if len(unbounded) == 2:
        return ruling(Verdict.AGREE, Severity.LOW, one_of_several, f"{pair.values}: one of several in both.")
    reason = f"{pair.values}: alone at the top in one article, one of several in the other."
    return ruling(Verdict.TENSION, Severity.LOW, one_of_several, reason)


def coarser_rank(pair: Pair) -> Ruling | None:
    """An exact place against a place among the first few: third, and among the top four. Both can hold; one wording
    should be chosen."""
    if pair.kind not in PLACES or pair.x == pair.y or not (pair.x.is_bounded and pair.y.is_bounded):
        return None
    if not (pair.x.within(pair.y) or pair.y.within(pair.x)):
        return None
    reason = f"{pair.values}: the one lies within the other, but one article is less exact."
    return ruling(Verdict.TENSION, Severity.MEDIUM, coarser_rank, reason)


def same_rank(pair: Pair) -> Ruling | None:
    """The same place."""
    if pair.kind not in PLACES or pair.x != pair.y:
        return None
    return ruling(Verdict.AGREE, Severity.LOW, same_rank, f"{pair.values}: the same place.")


def different_rank(pair: Pair) -> Ruling | None:
    """Two places that one thing cannot hold at once."""
    if pair.kind not in PLACES or pair.x.overlaps(pair.y):
        return None
    if dates_apart(pair):
        reason = f"{pair.values}: the places differ, and so do the dates."
        return ruling(Verdict.TIME_DRIFT, Severity.MEDIUM, different_rank, reason)
    reason = f"{pair.values}: one thing cannot hold both places at once."
    return ruling(Verdict.CONFLICT, Severity.MEDIUM, different_rank, reason)
