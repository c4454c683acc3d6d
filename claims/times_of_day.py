"""Times of day as parts of a day, for dates that are told to the hour or the minute."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.intervals import Interval
from claims.model import TIME_MARK, Bound, Claim, Kind

_MINUTE = Decimal(1) / (24 * 60)
_ROUGHLY = 5
_HOURLY = 30
"""Minutes that a time told roughly, and one told to the hour, may be off."""

_ROUGH_AHEAD = re.compile(
    r"(?:\b(?:about|around|shortly|just|after|before|nearly|almost|towards?)|约|近|大约)\s?(?:at )?$", re.IGNORECASE
)
_ROUGH_BEHIND = re.compile(r"\s?(?:许|左右|前后|多|过后|or so)")


def is_time(claim: Claim) -> bool:
    """Whether a claim states a time of day and no day."""
    return claim.kind is Kind.DATE and _text(claim.quantity.low).startswith(TIME_MARK)


def one_clock(a: Claim, b: Claim) -> bool:
    """Whether two dates can be held against each other: one that is a time only, against one that has a time."""
    return not (is_time(a) or is_time(b)) or all(TIME_MARK in _text(c.quantity.low) for c in (a, b))


def times_of(a: Claim, b: Claim) -> tuple[Interval, Interval] | None:
    """The times of two dates as parts of a day, with the minutes that the wording leaves open.

    None where one has no time, or both have a day and not the same: then the days tell.
    """
    if not a.kind is b.kind is Kind.DATE or not all(TIME_MARK in _text(c.quantity.low) for c in (a, b)):
        return None
    days = {day for c in (a, b) if (day := _text(c.quantity.low).partition(TIME_MARK)[0])}
    return None if len(days) > 1 else (_time(a), _time(b))


def _time(claim: Claim) -> Interval:
    ahead, behind = claim.sentence[: claim.value_at.start], claim.sentence[claim.value_at.end :]
    rough = claim.quantity.approx or _ROUGH_AHEAD.search(ahead) or _ROUGH_BEHIND.match(behind)
    low, high = (_minutes(end) for end in (claim.quantity.low, claim.quantity.high))
    hourly = low % 60 == 0 and low == high and "00" not in claim.value_quote
    slack = _HOURLY if hourly else _ROUGHLY if rough else 0
    return Interval((low - slack) * _MINUTE, (high + (2 * slack if hourly else slack)) * _MINUTE)


def _minutes(bound: Bound) -> int:
    hour, minute = _text(bound).partition(TIME_MARK)[2].split(":")[:2]
    return int(hour) * 60 + int(minute)


def _text(bound: Bound) -> str:
    return bound if isinstance(bound, str) else ""
