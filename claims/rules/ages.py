"""The rule for ages, which go up by one a year wherever they are told."""

from __future__ import annotations

from claims.ages import AGE
from claims.intervals import days_of
from claims.model import Claim, Ruling, Severity, Verdict
from claims.rules.pair import Pair, ruling

_DAYS = 365.25
_UNITS = ((_DAYS, "year"), (_DAYS / 12, "month"), (7.0, "week"), (1.0, "day"))
_BIRTHDAY = 1.1
_HANDFUL = 5
"""So many years may well lie between a draft and an article of the archive that gives the age as it then was."""


def years_older(pair: Pair) -> Ruling | None:
    """One person's age in two articles: it may differ by the years between them and a birthday, and by no more."""
    if AGE not in (pair.a.features.head, pair.b.features.head):
        return None
    older, apart = float(pair.y.stated - pair.x.stated), _days_between(pair.a, pair.b)
    if apart is None:
        return _undated(pair, abs(older))
    if abs(older - apart / _DAYS) < _BIRTHDAY:
        reason = f"{pair.values}: as much older as the articles lie apart, give or take a birthday."
        return ruling(Verdict.AGREE, Severity.LOW, years_older, reason)
    stated = any(c.as_of for c in (pair.a, pair.b))
    reason = f"{pair.values}: nobody is of both ages {'' if stated else 'in articles published '}{_distance(apart)}."
    return ruling(Verdict.CONFLICT, Severity.MEDIUM, years_older, reason)


def _undated(pair: Pair, years: float) -> Ruling:
    """Two ages of which one has no day, as those of a draft: they may lie years apart, which the reason must say."""
    if years < _BIRTHDAY:
        reason = f"{pair.values}: one age, give or take a birthday."
        return ruling(Verdict.AGREE, Severity.LOW, years_older, reason)
    severity = Severity.LOW if years <= _HANDFUL else Severity.MEDIUM
    reason = (
        f"{pair.values}: both fit one person only if {years:.0f} years lie between them, and no date says that they do."
    )
    return ruling(Verdict.TENSION, severity, years_older, reason)


def _distance(days: float) -> str:
    """How far apart two days lie, in the largest unit that fits."""
    size, unit = next((entry for entry in _UNITS if abs(days) >= entry[0]), (1.0, ""))
    count = round(abs(days) / size)
    return f"{count} {unit}{'s' if count != 1 else ''} apart" if unit else "on the same day"


def _days_between(a: Claim, b: Claim) -> float | None:
    """The days from the day of one age to that of the other; None where a day is not known."""
    x, y = (_day(c) for c in (a, b))
    return y - x if x is not None and y is not None else None


def _day(claim: Claim) -> float | None:
    when = claim.as_of or claim.features.published
    if not when:
        return None
    days = days_of(when)
    return float(days.low + days.high) / 2 if days.is_bounded else None
