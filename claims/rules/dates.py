"""Rules for the dates of events."""

from __future__ import annotations

from claims.matching import ONE_QUOTATION
from claims.model import Kind, Ruling, Severity, Verdict
from claims.rules.pair import Pair, ruling


def quotation_dated_twice(pair: Pair) -> Ruling | None:
    """One quotation, word for word, with two dates."""
    if pair.kind is not Kind.DATE or ONE_QUOTATION not in pair.match.features or pair.x.overlaps(pair.y):
        return None
    reason = f"{pair.values}: the same words are quoted with two dates."
    return ruling(Verdict.CONFLICT, Severity.HIGH, quotation_dated_twice, reason)


def same_date(pair: Pair) -> Ruling | None:
    """The same date, or one that is only less exact."""
    if pair.kind is not Kind.DATE or not pair.x.overlaps(pair.y):
        return None
    how = "the same date" if pair.x == pair.y else "one date lies within the other"
    return ruling(Verdict.AGREE, Severity.LOW, same_date, f"{pair.values}: {how}.")


def different_dates(pair: Pair) -> Ruling | None:
    """One event with two dates."""
    if pair.kind is not Kind.DATE or pair.x.overlaps(pair.y):
        return None
    reason = f"{pair.values}: one event cannot fall on both dates."
    return ruling(Verdict.CONFLICT, Severity.MEDIUM, different_dates, reason)
