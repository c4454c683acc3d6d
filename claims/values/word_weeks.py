"""Weeks and other parts of a period by their number: week 31, the first week of 2019, the last week of July."""

from __future__ import annotations

import re
from datetime import timedelta

from claims.values import calendar, word_dates, word_days, word_years
from claims.values.articles import past_article
from claims.values.calendar import Period
from claims.values.date_words import Words
from claims.values.dating import Known, Reading, period_of
from claims.values.passage import Passage
from claims.values.word_fractions import word_at
from claims.values.word_lengths import first_day, read_count, read_unit

_NUMBER = re.compile(r" (?P<n>[1-5]?\d)(?!\d|[,.]\d)")


def read_numbered_week(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """week 31, week 3 of 2027."""
    week = word_at(passage, past_article(passage, at, words.lexicon), words.row("week"))
    found = _NUMBER.match(passage.folded, week) if week is not None else None
    if found is None:
        return None
    inner = word_years.year_behind(passage, found.end(), words)
    year = inner[1] if inner is not None else known.reference.year if known.reference is not None else None
    period = calendar.iso_week(year, int(found["n"])) if year is not None else None
    return Reading(at, inner[0] if inner is not None else found.end(), period=period, unresolved=period is None)


def read_week_of(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """the week of May 4, the week starting on 4 February: the seven days from then."""
    end = word_at(passage, past_article(passage, at, words.lexicon), words.row("week_of"))
    inner = word_dates.read(passage, end + 1, words.lexicon, known) if end is not None else None
    first = first_day(inner, known)
    if inner is None or first is None or inner.day is None:
        return None
    return Reading(at, inner.end, period=calendar.days(first, first + timedelta(days=6)))


def read_nth(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """the first week of 2019, the last week of July, first ten days of last year, the 9th month of next year."""
    place = past_article(passage, at, words.lexicon)
    last = word_at(passage, place, words.row("last"))
    number = word_days.ordinal(passage, place, words.lexicon)
    if last is None and number is None:
        return None
    end, nth = (last, -1) if last is not None else number if number is not None else (place, 0)
    count = read_count(passage, end + 1, words)
    unit = read_unit(passage, count[0] if count is not None else end + 1, words)
    if unit is None or unit[1] == "year":
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
