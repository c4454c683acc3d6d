"""The rule for ages, which go up by one a year wherever they are told."""

from __future__ import annotations

from claims.ages import AGE
from claims.intervals import days_of
from claims.model import Claim, Ruling, Severity, Verdict
from claims.rules.pair import Pair, ruling

_DAYS = 365.25


def years_older(pair: Pair) -> Ruling | None:
    """One person's age in two articles: it may differ by the years between them and a birthday, and by no more."""
    if AGE not in (pair.a.features.head, pair.b.features.head):
        return None
    older = pair.y.stated - pair.x.stated
    apart = _years_between(pair.a, pair.b)
    if apart is None and not older:
        apart = 0.0
    if apart is None or abs(float(older) - apart) < 1.1:
        reason = f"{pair.values}: as much older as the articles lie apart, give or take a birthday."
        return ruling(Verdict.AGREE, Severity.LOW, years_older, reason)
    reason = f"{pair.values}: nobody is of both ages in articles {abs(apart):.1f} years apart."
    return ruling(Verdict.CONFLICT, Severity.MEDIUM, years_older, reason)


def _years_between(a: Claim, b: Claim) -> float | None:
    """The years from the day of one age to that of the other; None where a day is not known."""
    x, y = (_day(c) for c in (a, b))
    return (y - x) / _DAYS if x is not None and y is not None else None


def _day(claim: Claim) -> float | None:
    when = claim.as_of or claim.features.published
    if not when:
        return None
    days = days_of(when)
    return float(days.low + days.high) / 2 if days.is_bounded else None
