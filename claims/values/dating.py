"""A date as it was read, and how it is resolved from what is known around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.model import Kind, Quantity
from claims.values import calendar
from claims.values.calendar import Moment, Period

_REMEMBERED = 20
"""How many dates back "that month" may reach."""

_BESIDE = 100
"""Within so many characters a month named again without its year is the same one."""

_FAR = 9
"""A month named without its year, and this many months ahead of the publication, was meant in the year before."""

_AHEAD = 5
"""The same of a quarter or half, of which mostly results are told."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as written: what of it is stated, None for what is not.

    ``part`` is a part of the year or month (see ``calendar.part_of``); ``period`` stands when the reading is already
    resolved as a whole, ``clock`` is the time of day (``18:00``). ``unresolved`` marks a relative date without anything
    to count from.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    period: Period | None = None
    approx: bool = False
    unresolved: bool = False
    role: str | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What a date can be counted from: when the text was published, and the dates before it in the text.

    ``dates`` holds the latest of them, the last one at the end; ``last_end`` is where that one ended.
    """

    published: Moment | None = None
    dates: tuple[Moment, ...] = ()
    last_end: int = 0

    @property
    def last(self) -> Moment | None:
        """The last date before."""
        return self.dates[-1] if self.dates else None

    def last_with(self, unit: str, month: int | None = None) -> Moment | None:
        """The last date precise to the ``unit``; of the ``month``, when one is given."""
        for date in reversed(self.dates):
            precise = unit == "year" or (date.month is not None and (unit != "day" or date.day is not None))
            if precise and (month is None or date.month == month):
                return date
        return None

    @property
    def reference(self) -> Moment | None:
        """What to count from: the publication, else the last date."""
        return self.published or self.last


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at its place, with its value."""

    start: int
    end: int
    quantity: Quantity
    role: str | None = None


def period_of(reading: Reading, known: Known) -> Period | None:
    """The period that a reading names; None when too little is known."""
    if reading.period is not None or reading.unresolved:
        return reading.period
    year, month = reading.year, reading.month
    if year is None and month is None:
        base = known.last or known.reference
        if base is None or (reading.day is not None and base.month is None):
            return None
        year, month = base.year, base.month if reading.day is not None else None
    elif year is None and month is not None:
        year = _year_beside(reading, known) or year_for(month, known)
    if year is None or not calendar.valid(year, month, reading.day):
        return _leap_day(reading, year)
    if reading.part is not None:
        return calendar.part_of(year, month, reading.part)
    period = calendar.whole(year, month, reading.day)
    if reading.clock is None or reading.day is None:
        return period
    return Period(f"{period.low}T{reading.clock}", f"{period.high}T{reading.clock}")


def _year_beside(reading: Reading, known: Known) -> int | None:
    """The year of the date right before, when that was of the same month: April 2011, and then on 17 April."""
    last = known.last
    near = last is not None and last.month == reading.month and reading.start - known.last_end <= _BESIDE
    return last.year if last is not None and near else None


def _leap_day(reading: Reading, year: int | None) -> Period | None:
    """29 February without a year lies in the last leap year."""
    if reading.year is not None or year is None or (reading.month, reading.day) != (2, 29):
        return None
    return calendar.whole(year - year % 4, 2, 29)


def year_for(month: int, known: Known) -> int | None:
    """The year a month without one lies in: the publication's, or the one before when it would lie far ahead."""
    base = known.reference
    if base is None:
        return None
    ahead = month - (base.month or 12)
    return base.year - 1 if known.published is not None and ahead >= _FAR else base.year


def year_of_part(part: str, base: Moment, known: Known) -> int:
    """The year of a quarter or half told without one: that of ``base``, or where this lies far ahead of the publication
    the one before, as that of a fourth quarter does whose results are told."""
    published = known.published
    if published is None or base.year != published.year or not _is_reported(part):
        return base.year
    return base.year - (calendar.first_month(part) - (published.month or 12) >= _AHEAD)


def mention(reading: Reading, period: Period | None) -> DateMention:
    """The finished mention."""
    low, high = (period.low, period.high) if period is not None else (None, None)
    quantity = Quantity(Kind.DATE, low, high, None, reading.approx or _vague(reading.part))
    return DateMention(reading.start, reading.end, quantity, reading.role)


def _vague(part: str | None) -> bool:
    """Whether a part of a year or month has no sharp edges: early, the middle ten days, spring; not a quarter."""
    return part is not None and not _is_reported(part)


def _is_reported(part: str) -> bool:
    """Whether it is a part of a year for which figures are given."""
    return part in ("q1", "q2", "q3", "q4", "first_half", "second_half")


def learned(known: Known, reading: Reading, period: Period | None) -> Known:
    """What is known after a date was read: it is what the next relative one may count from."""
    found = calendar.moment(period.low) if period is not None else None
    return known if found is None else replace(known, dates=(*known.dates[-_REMEMBERED:], found), last_end=reading.end)


def inherit(first: Reading, second: Reading) -> tuple[Reading, Reading]:
    """Both ends of a range, each with the year and month that only the other states."""
    if second.year is None and second.period is None and first.year is not None:
        wraps = first.month is not None and second.month is not None and second.month < first.month
        second = replace(second, year=first.year + wraps)
    if second.month is None and second.year is None and second.day is not None:
        second = replace(second, month=first.month)
    if second.month is None and second.day is not None and first.month is not None:
        second = replace(second, month=first.month)
    if first.year is None and first.period is None and second.year is not None:
        wraps = first.month is not None and second.month is not None and first.month > second.month
        first = replace(first, year=second.year - wraps)
    if first.month is None and first.day is not None and second.month is not None:
        first = replace(first, month=second.month)
    return first, second
