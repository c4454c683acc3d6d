"""Rules for the dates of events."""

from __future__ import annotations

from claims.evidence import ONE_QUOTATION
from claims.model import Kind, Ruling, Severity, Verdict
from claims.rules.pair import Pair, ruling
from claims.times_of_day import times_of

_A_YEAR = 366
_YEARS = 3 * _A_YEAR
"""In days: how exact one date must be, and how vague the other, for an editor to choose one wording."""


def quotation_dated_twice(pair: Pair) -> Ruling | None:
    """One quotation, word for word, with two dates."""
    if pair.kind is not Kind.DATE or ONE_QUOTATION not in pair.match.features or pair.x.overlaps(pair.y):
        return None
    reason = f"{pair.values}: the same words are quoted with two dates."
    return ruling(Verdict.CONFLICT, Severity.HIGH, quotation_dated_twice, reason)


def same_date(pair: Pair) -> Ruling | None:
    """The same date, or one that is less exact; a decade against a day is one wording too many."""
    if pair.kind is not Kind.DATE or not pair.x.overlaps(pair.y):
        return None
    if times_of(pair.a, pair.b):
        return ruling(Verdict.AGREE, Severity.LOW, same_date, f"{pair.values}: the same time of day.")
    lengths = sorted(i.high - i.low for i in (pair.x, pair.y))
    if lengths[0] < _A_YEAR and lengths[1] > _YEARS:
        reason = f"{pair.values}: the one lies within the other, but one article is much less exact."
        return ruling(Verdict.TENSION, Severity.LOW, same_date, reason)
    how = "the same date" if pair.x == pair.y else "one date lies within the other"
    return ruling(Verdict.AGREE, Severity.LOW, same_date, f"{pair.values}: {how}.")


def different_dates(pair: Pair) -> Ruling | None:
    """One event with two dates."""
    if pair.kind is not Kind.DATE or pair.x.overlaps(pair.y):
        return None
    which = "times" if times_of(pair.a, pair.b) else "dates"
    reason = f"{pair.values}: one event cannot fall on both {which}."
    return ruling(Verdict.CONFLICT, Severity.MEDIUM, different_dates, reason)
