"""Stretches of time counted off: two days ago, the last 3 months, the first week of 2019, 3 days from Tuesday."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from claims.lexicon import Lexicon
from claims.values import calendar, date_words, word_dates, word_days, word_years
from claims.values.calendar import Moment, Period
from claims.values.date_words import Words
from claims.values.dating import Known, Reading, period_of
from claims.values.numeral import Form
from claims.values.passage import Passage, is_letter
from claims.values.word_fractions import word_at
from claims.values.word_numerals import read_words

_STEPS = {"day": ("day", 1), "week": ("day", 7), "month": ("month", 1), "quarter": ("month", 3), "year": ("month", 12)}
_FIGURE = re.compile(r"\d{1,4}(?= )")
_WEEK_OF = re.compile(r"(?:the )?week (?:of|beginning|starting|commencing)(?: on)? ")
_NUMBERED = re.compile(r"(?:the )?week (?P<n>[1-5]?\d)(?!\d)")


def read(passage: Passage, at: int, lexicon: Lexicon, known: Known) -> Reading | None:
    """The stretch of time that begins at ``at``; None when none does."""
    words = date_words.words_for(lexicon.name)
    for reader in (_numbered, _week_of, _nth_of, _span, _offset):
        reading = reader(passage, at, words, known)
        if reading is not None:
            return reading
    return None


def _count(passage: Passage, at: int, words: Words) -> tuple[int, Decimal] | None:
    """A whole number in figures or words, or an article, with the space behind it."""
    figure = _FIGURE.match(passage.folded, at)
    if figure is not None:
        return figure.end() + 1, Decimal(figure.group())
    number = read_words(passage, at, words.lexicon) if is_letter(passage.char(at)) else None
    if number is not None and number.point is not None and number.form not in (Form.RATIO, Form.ORDINAL):
        return number.end + 1, number.point
    article = word_at(passage, at, words.lexicon.groups["counting"].get("article", ()))
    return (article + 1, Decimal(1)) if article is not None else None


def _unit(passage: Passage, at: int, words: Words) -> tuple[int, str, int] | None:
    """The unit of time at ``at``: where it ends, its name, and how many of them the word means (a fortnight: 2 weeks)."""
    found = words.durations.at(passage.folded, at)
    if found is None or found[1] not in (*_STEPS, "decade"):
        return None
    return found[0], found[1], 2 if passage.folded.startswith("fortnight", at) else 1


def _length(passage: Passage, at: int, words: Words) -> tuple[int, tuple[tuple[str, Decimal], ...]] | None:
    """two weeks, 2 weeks and 2 days: where it ends, and its parts."""
    parts: list[tuple[str, Decimal]] = []
    end = at
    for _ in range(3):
        count = (
            _count(passage, end if not parts else end + 5, words)
            if not parts or passage.folded.startswith(" and ", end)
            else None
        )
        unit = _unit(passage, count[0], words) if count is not None else None
        if count is None or unit is None or count[1] > 3000 or unit[1] == "decade":
            break
        parts.append((unit[1], count[1] * unit[2]))
        end = unit[0]
    return (end, tuple(parts)) if parts else None


def _moved(start: date, parts: tuple[tuple[str, Decimal], ...], direction: int) -> date | None:
    """The day that lies the given length after, or before, another."""
    day = start
    for unit, number in parts:
        step, size = _STEPS[unit]
        period = calendar.shifted(Moment(day.year, day.month, day.day), step, number * size * direction)
        found = calendar.moment(period.low) if period is not None else None
        if found is None:
            return None
        day = found.first_day if found.day is not None else _same_day(found, day.day)
    return day


def _same_day(month: Moment, day: int) -> date:
    while not calendar.valid(month.year, month.month, day):
        day -= 1
    return date(month.year, month.month or 1, day)


def _span(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """the last 3 months: from then to the publication; the next two weeks, 5 upcoming years: from the day after it."""
    place = at + 4 * passage.folded.startswith("the ", at)
    first = _count(passage, place, words)
    inner = first[0] if first is not None else place
    for row, way in (("past", -1), ("future", 1)):
        end = word_at(passage, inner, words.row(row))
        if end is None or passage.char(end) != " ":
            continue
        length = _length(passage, end + 1, words) if first is None else None
        if first is not None:
            unit = _unit(passage, end + 1, words)
            plural = unit is not None and (passage.char(unit[0] - 1) == "s" or first[1] == 1)
            length = (unit[0], ((unit[1], first[1] * unit[2]),)) if unit is not None and plural else None
        base = known.published
        if length is None or base is None or base.day is None or length[1][0][0] == "decade":
            return None
        return _stretch(at, length, base.first_day, way)
    return None


def _stretch(at: int, length: tuple[int, tuple[tuple[str, Decimal], ...]], base: date, way: int) -> Reading | None:
    end, parts = length
    if parts[0][0] == "quarter" and len(parts) == 1:
        number = base.year * 4 + (base.month - 1) // 3
        first, last = (number + 1, number + int(parts[0][1])) if way > 0 else (number - int(parts[0][1]), number - 1)
        low, high = (calendar.part_of(quarter // 4, None, f"q{quarter % 4 + 1}") for quarter in (first, last))
        return Reading(at, end, period=calendar.until(low, high))
    other = _moved(base, parts, way)
    if other is None:
        return None
    low_day, high_day = (base + timedelta(days=1), other) if way > 0 else (other, base)
    return Reading(at, end, period=calendar.days(low_day, high_day), approx=True)


def _offset(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """two days ago, in three weeks, three weeks from tomorrow, two months after next Friday, 2 weeks starting 20 May."""
    within = word_at(passage, at, words.row("in"))
    place = within + 1 if within is not None else at
    length = _length(passage, place, words)
    if length is None or passage.char(length[0]) != " ":
        return _within(passage, at, within, length, known)
    end, parts = length
    base = known.published
    for row, way in (("ago", -1), ("from_now", 1)):
        stop = word_at(passage, end + 1, words.row(row))
        if stop is not None:
            if base is None or base.day is None:
                return Reading(at, stop, unresolved=True)
            return _landed(Reading(at, stop), parts, base.first_day, way)
    for row, way in (("starting", 0), ("from", 1), ("before", -1)):
        stop = word_at(passage, end + 1, words.row(row))
        inner = word_dates.read(passage, stop + 1, words.lexicon, known) if stop is not None else None
        first = _first_day(inner, known)
        if (
            inner is None
            or first is None
            or (
                stop is not None
                and row == "starting"
                and passage.folded[end + 1 : stop] == "from"
                and inner.role is None
            )
        ):
            continue
        if way == 0:
            last = _moved(first, parts, 1)
            return (
                Reading(at, inner.end, period=calendar.days(first, last - timedelta(days=1)))
                if last is not None
                else None
            )
        return _landed(Reading(at, inner.end), parts, first, way, exact=True)
    return _within(passage, at, within, length, known)


def _within(
    passage: Passage,
    at: int,
    within: int | None,
    length: tuple[int, tuple[tuple[str, Decimal], ...]] | None,
    known: Known,
) -> Reading | None:
    """in two weeks, where nothing else follows that would make it a length of time."""
    base = known.published
    if within is None or length is None or base is None or base.day is None:
        return None
    if is_letter(passage.char(length[0] + 1)) and not passage.folded.startswith(" on ", length[0]):
        return None
    return _landed(Reading(at, length[0]), length[1], base.first_day, 1)


def _first_day(inner: Reading | None, known: Known) -> date | None:
    period = period_of(inner, known) if inner is not None else None
    found = calendar.moment(period.low) if period is not None else None
    return found.first_day if found is not None else None


def _landed(
    reading: Reading, parts: tuple[tuple[str, Decimal], ...], base: date, way: int, exact: bool = False
) -> Reading:
    """The date an offset leads to: the day, or for whole years only the year."""
    day = _moved(base, parts, way)
    if day is None:
        return replace(reading, unresolved=True)
    coarse = parts[-1][0] == "year" and not exact
    month = parts[-1][0] in ("month", "quarter") and way < 0 and not exact
    period = (
        calendar.whole(day.year)
        if coarse
        else calendar.whole(day.year, day.month)
        if month
        else calendar.days(day, day)
    )
    return replace(reading, period=period)


def _numbered(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """week 31, week 3 of 2027."""
    found = _NUMBERED.match(passage.folded, at)
    if found is None:
        return None
    inner = word_years.year_behind(passage, found.end(), words)
    year = inner[1] if inner is not None else known.reference.year if known.reference is not None else None
    period = calendar.iso_week(year, int(found["n"])) if year is not None else None
    return Reading(at, inner[0] if inner is not None else found.end(), period=period, unresolved=period is None)


def _week_of(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """the week of May 4, the week starting on 4 February: the seven days from then."""
    found = _WEEK_OF.match(passage.folded, at)
    inner = word_dates.read(passage, found.end(), words.lexicon, known) if found is not None else None
    first = _first_day(inner, known)
    if inner is None or first is None or inner.day is None:
        return None
    return Reading(at, inner.end, period=calendar.days(first, first + timedelta(days=6)))


def _nth_of(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """the first week of 2019, the last week of July, first ten days of last year, the 9th month of next year."""
    place = at + 4 * passage.folded.startswith("the ", at)
    last = word_at(passage, place, words.row("last"))
    number = word_days.ordinal(passage, place, words.lexicon)
    if last is None and number is None:
        return None
    end, nth = (last, -1) if last is not None else number if number is not None else (place, 0)
    count = _count(passage, end + 1, words)
    unit = _unit(passage, count[0] if count is not None else end + 1, words)
    if unit is None or unit[1] in ("year", "decade"):
        return None
    inner = word_dates.period_behind(passage, unit[0], words, known)
    if inner is None:
        return None
    period = _nth(period_of(inner, known), unit[1], nth, int(count[1]) if count is not None else 1)
    return Reading(at, inner.end, period=period) if period is not None else None


def _nth(whole: Period | None, unit: str, nth: int, count: int) -> Period | None:
    """The n-th unit of a period, or the first ``count`` of them."""
    found = calendar.moment(whole.low) if whole is not None else None
    if found is None or found.day is not None:
        return None
    if unit == "week":
        single = (
            calendar.iso_week(found.year, nth)
            if found.month is None
            else calendar.numbered_week(found.year, found.month, nth)
        )
        start = calendar.moment(single.low) if single is not None else None
        return (
            calendar.days(start.first_day, start.first_day + timedelta(days=7 * count - 1))
            if start is not None
            else None
        )
    if nth < 1:
        return None
    if unit == "day":
        first = found.first_day + timedelta(days=nth - 1)
        return calendar.days(first, first + timedelta(days=count - 1))
    if found.month is None and unit == "month" and nth + count - 1 <= 12:
        return calendar.months(found.year, nth, nth + count - 1)
    return (
        calendar.part_of(found.year, None, f"q{nth}")
        if unit == "quarter" and nth <= 4 and found.month is None
        else None
    )
