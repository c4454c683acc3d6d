"""Intervals of numbers and of days: overlap, nesting, and how far rounding lets two of them lie apart."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from decimal import Decimal

from claims.model import TIME_MARK, Bound, Kind, Quantity

_FIRST = Decimal("-Infinity")
_LAST = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of numbers; days are counted as ordinals (1 January of year 1 is 1)."""

    low: Decimal
    high: Decimal

    @property
    def is_point(self) -> bool:
        """Whether it holds one number only."""
        return self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are stated."""
        return self.low.is_finite() and self.high.is_finite()

    @property
    def stated(self) -> Decimal:
        """The number that was written: the only finite end, or the middle."""
        if self.is_bounded:
            return (self.low + self.high) / 2
        return self.low if self.low.is_finite() else self.high

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return max(self.low, other.low) <= min(self.high, other.high)

    def within(self, other: Interval) -> bool:
        """Whether all of it lies in the other."""
        return other.low <= self.low and self.high <= other.high

    def times(self, factor: Decimal) -> Interval:
        """The interval on a scale whose unit is ``factor`` times smaller."""
        return self if factor == 1 else Interval(self.low * factor, self.high * factor)

    def widened(self, by: Decimal) -> Interval:
        """The interval with each end moved out by ``by``."""
        return Interval(self.low - by, self.high + by)


def interval_of(quantity: Quantity) -> Interval:
    """The interval that a quantity states; of a date the days it covers."""
    if isinstance(quantity.low, str) or isinstance(quantity.high, str):
        return days(quantity.low, quantity.high)
    low = quantity.low if isinstance(quantity.low, Decimal) else _FIRST
    high = quantity.high if isinstance(quantity.high, Decimal) else _LAST
    return Interval(low, high)


def days(first: Bound, last: Bound) -> Interval:
    """The days from the beginning of the ISO date ``first`` to the end of ``last``, at the precision stated.

    A time without a day (``T03:42``) may be of any.
    """
    if any(isinstance(bound, str) and bound.startswith(TIME_MARK) for bound in (first, last)):
        return Interval(_FIRST, _LAST)
    low = Decimal(_day(str(first), end=False)) if first is not None else _FIRST
    high = Decimal(_day(str(last), end=True)) if last is not None else _LAST
    return Interval(low, max(low, high))


def days_of(as_of: str) -> Interval:
    """The days of an ``as_of``: one ISO date, or ``first/last`` with either side left open."""
    first, _, last = as_of.partition("/")
    if "/" not in as_of:
        return days(first, first)
    return days(first or None, last or None)


_ABOUT = Decimal("0.03")
_ROUGHEST = Decimal("0.15")
"""Nobody who knows of 6,000 writes 10,000: the first digit alone is not rounded further than this share."""


def rounding(quantity: Quantity) -> Decimal:
    """How far the true number may lie from the written one: half its last digit but no large share of the number,
    for ``about`` 3 % if that is more.

    A range (``六七十``, ``thousands``) or a bound says itself how far.
    """
    if quantity.low != quantity.high or not isinstance(quantity.low, Decimal):
        return Decimal(0)
    half = (quantity.step or Decimal(0)) / 2
    # An hour, a month: these are rounded as far as one likes, a quarter of an hour is not.
    if quantity.kind is not Kind.DURATION or abs(quantity.low) < (quantity.step or 0):
        half = min(half, abs(quantity.low) * _ROUGHEST)
    return max(half, abs(quantity.low) * _ABOUT) if quantity.approx else half


def last_digit(number: Decimal) -> Decimal:
    """The weight of a number's last digit that is not 0: 100 of 1,200."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if number and isinstance(exponent, int) else Decimal(1)


def _day(iso: str, *, end: bool) -> int:
    year, month, day = ([int(part) for part in iso[:10].split("-")] + [0, 0])[:3]
    year = min(max(year, 1), 9999)
    month = month or (12 if end else 1)
    day = day or (calendar.monthrange(year, month)[1] if end else 1)
    return datetime.date(year, month, day).toordinal()
