"""Lengths of time in words (two weeks and 2 days), and the day that lies so far from another."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from claims.values import calendar
from claims.values.calendar import Moment
from claims.values.date_words import Words
from claims.values.dating import Known, Reading, period_of
from claims.values.numeral import Form
from claims.values.passage import Passage, is_letter
from claims.values.units import LONGER
from claims.values.word_fractions import word_at
from claims.values.word_numerals import read_words

_STEPS = {"day": ("day", 1), "week": ("day", 7), "month": ("month", 1), "quarter": ("month", 3), "year": ("month", 12)}
_FIGURE = re.compile(r"\d{1,4}(?= )")


def read_count(passage: Passage, at: int, words: Words) -> tuple[int, Decimal] | None:
    """A whole number in figures or words, or an article, with the space behind it."""
    figure = _FIGURE.match(passage.folded, at)
    if figure is not None:
        return figure.end() + 1, Decimal(figure.group())
    number = read_words(passage, at, words.lexicon) if is_letter(passage.char(at)) else None
    if number is not None and number.point is not None and number.form not in (Form.RATIO, Form.ORDINAL):
        return number.end + 1, number.point
    article = word_at(passage, at, words.lexicon.groups["counting"].get("article", ()))
    return (article + 1, Decimal(1)) if article is not None else None


def read_unit(passage: Passage, at: int, words: Words) -> tuple[int, str, int] | None:
    """The unit of time at ``at``: where it ends, its name, and how many of them the word means (fortnight: 2)."""
    found = words.durations.at(passage.folded, at)
    if found is None:
        return None
    name, number = LONGER.get(found[1], (found[1], 1))
    return (found[0], name, number) if name in _STEPS else None


def read_length(passage: Passage, at: int, words: Words) -> tuple[int, tuple[tuple[str, Decimal], ...]] | None:
    """two weeks, 2 weeks and 2 days: where it ends, and its parts."""
    parts: list[tuple[str, Decimal]] = []
    end = at
    for _ in range(3):
        count = (
            read_count(passage, end if not parts else end + 5, words)
            if not parts or passage.folded.startswith(" and ", end)
            else None
        )
        unit = read_unit(passage, count[0], words) if count is not None else None
        if count is None or unit is None or count[1] > 3000:
            break
        parts.append((unit[1], count[1] * unit[2]))
        end = unit[0]
    return (end, tuple(parts)) if parts else None


def moved(start: date, parts: tuple[tuple[str, Decimal], ...], direction: int) -> date | None:
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


def first_day(inner: Reading | None, known: Known) -> date | None:
    """The first day of what a reading names."""
    period = period_of(inner, known) if inner is not None else None
    found = calendar.moment(period.low) if period is not None else None
    return found.first_day if found is not None else None
