"""Reckoning with dates: parts of a year, a month, a week as first and last ISO date."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_THIRDS = {"first_third": (1, 10), "second_third": (11, 20), "last_third": (21, 31)}
_MONTHS = {
    "opening": (1, 2),
    "early": (1, 3), "middle": (5, 8), "late": (12, 12), "first_half": (1, 6), "second_half": (7, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11),
    "summer_break": (7, 8),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """First and last part of a stretch of time, ISO, at the precision stated; equal for a single date."""

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A date of which only the year, or the year and the month, may be known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)


def moment(iso: str | None) -> Moment | None:
    """The moment an ISO date or a prefix of one names; None for anything else."""
    found = _ISO.match(iso or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or year < 1 or not valid(year, month, day):
        return None
    return Moment(year, month, day)


def valid(year: int, month: int | None = None, day: int | None = None) -> bool:
    """Whether there is such a date."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or 1 <= day <= calendar.monthrange(year, month or 1)[1]


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """An ISO date at the precision given."""
    text = f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
    return text


def whole(year: int, month: int | None = None, day: int | None = None) -> Period:
    """The year, month or day as a period."""
    text = iso(year, month, day)
    return Period(text, text)


def months(year: int, first: int, last: int) -> Period:
    """From one month of a year to another; a ``last`` beyond December lies in the next year."""
    later, month = divmod(last - 1, 12)
    return Period(iso(year, first), iso(year + later, month + 1))


def days(first: date, last: date) -> Period:
    """From one day to another."""
    return Period(first.isoformat(), last.isoformat())


def first_month(part: str) -> int:
    """The month in which a named part of a year begins."""
    return _MONTHS.get(part, (1, 12))[0]


def part_of(year: int, month: int | None, part: str) -> Period:
    """A named part of a year or of a month: early, q3, first_third, winter."""
    last_day = calendar.monthrange(year, month or 12)[1]
    if month is not None:
        third = {"early": "first_third", "middle": "second_third", "late": "last_third"}.get(part, part)
        first, last = _THIRDS.get(third, (1, last_day))
        return Period(iso(year, month, first), iso(year, month, min(last, last_day)))
    if part == "winter":
        return months(year, 12, 14)
    if part in _THIRDS:
        return months(year, *{"first_third": (1, 3), "second_third": (5, 8), "last_third": (12, 12)}[part])
    return months(year, *_MONTHS.get(part, (1, 12)))


def week_of(day: date, shift: int = 0) -> Period:
    """The week, Monday to Sunday, that lies ``shift`` weeks after the one of ``day``."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return days(monday, monday + timedelta(days=6))


def latest_weekday(day: date, weekday: int, before: bool = False) -> date:
    """The latest day with a weekday (Monday 1) that is not after ``day``; with ``before``, that lies before it."""
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(days=7 if before and back == 0 else back)


def weekend_of(day: date, shift: int = 0) -> Period:
    """Saturday and Sunday of the week ``shift`` weeks after the one of ``day``."""
    saturday = day - timedelta(days=day.weekday() - 5) + timedelta(weeks=shift)
    return days(saturday, saturday + timedelta(days=1))


def iso_week(year: int, number: int) -> Period | None:
    """A week by its number in ISO 8601; -1 is the last."""
    if number < 0:
        return week_of(date(year, 12, 31))
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return days(monday, monday + timedelta(days=6))


def numbered_week(year: int, month: int | None, number: int) -> Period:
    """The n-th week of a year or a month: the first is the one whose Monday is the first in it; -1 is the last."""
    first = date(year, month or 1, 1)
    monday = first + timedelta(days=(7 - first.weekday()) % 7)
    if number < 0:
        end = date(year, month or 12, calendar.monthrange(year, month or 12)[1])
        monday, number = end - timedelta(days=end.weekday()), 1
    start = monday + timedelta(weeks=number - 1)
    return days(start, start + timedelta(days=6))


def decade(first_year: int, part: str | None = None) -> Period:
    """The ten years from ``first_year``, or the early, middle or late ones of them."""
    early, late = {"early": (0, 3), "first_third": (0, 3), "middle": (4, 6), "second_third": (4, 6)}.get(
        part or "", (0, 9)
    )
    if part in ("late", "last_third"):
        early, late = 7, 9
    return Period(iso(first_year + early), iso(first_year + late))


def century(number: int) -> Period:
    """The hundred years of a century as they are mostly counted (the 18th: 1700 to 1799)."""
    return Period(iso((number - 1) * 100), iso(number * 100 - 1))


def shifted(start: Moment, unit: str, by: Decimal) -> Period | None:
    """The day, week, month or year that lies ``by`` units after ``start``, at the precision of the unit."""
    number = int(by)
    try:
        if unit in ("day", "week"):
            day = start.first_day + timedelta(days=number * (7 if unit == "week" else 1))
            return days(day, day)
        total = start.year * 12 + (start.month or 1) - 1 + number * {"month": 1, "quarter": 3, "year": 12}[unit]
        if unit == "year":
            return whole(total // 12)
        return whole(total // 12, total % 12 + 1)
    except (OverflowError, ValueError):
        return None


def until(first: Period, last: Period) -> Period:
    """From the beginning of one period to the end of another."""
    return Period(first.low, last.high)
