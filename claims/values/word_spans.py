"""Stretches of time counted off: two days ago, the last 3 months, the first week of 2019, 3 days from Tuesday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from claims.lexicon import Lexicon
from claims.values import calendar, date_words, word_dates
from claims.values.articles import past_article
from claims.values.date_words import Words
from claims.values.dating import Known, Reading
from claims.values.passage import Passage, is_letter
from claims.values.word_fractions import word_at
from claims.values.word_lengths import first_day, moved, read_count, read_length, read_unit
from claims.values.word_weeks import read_nth, read_numbered_week, read_week_of


def read(passage: Passage, at: int, lexicon: Lexicon, known: Known) -> Reading | None:
    """The stretch of time that begins at ``at``; None when none does."""
    words = date_words.words_for(lexicon.name)
    for reader in (read_numbered_week, read_week_of, read_nth, _span, _offset):
        reading = reader(passage, at, words, known)
        if reading is not None:
            return reading
    return None


def _span(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """the last 3 months: from then to the publication; the next two weeks, 5 upcoming years: from the day after it."""
    place = past_article(passage, at, words.lexicon)
    first = read_count(passage, place, words)
    inner = first[0] if first is not None else place
    for row, way in (("past", -1), ("future", 1)):
        end = word_at(passage, inner, words.row(row))
        if end is None or passage.char(end) != " ":
            continue
        length = read_length(passage, end + 1, words) if first is None else None
        if first is not None:
            unit = read_unit(passage, end + 1, words)
            plural = unit is not None and (passage.char(unit[0] - 1) == "s" or first[1] == 1)
            length = (unit[0], ((unit[1], first[1] * unit[2]),)) if unit is not None and plural else None
        base = known.published
        if length is None or base is None or base.day is None:
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
    other = moved(base, parts, way)
    if other is None:
        return None
    low_day, high_day = (base + timedelta(days=1), other) if way > 0 else (other, base)
    return Reading(at, end, period=calendar.days(low_day, high_day), approx=True)


def _offset(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """two days ago, in three weeks, two months after next Friday, 2 weeks starting 20 May."""
    within = word_at(passage, at, words.row("in"))
    place = within + 1 if within is not None else at
    length = read_length(passage, place, words)
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
        first = first_day(inner, known)
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
            last = moved(first, parts, 1)
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


def _landed(
    reading: Reading, parts: tuple[tuple[str, Decimal], ...], base: date, way: int, exact: bool = False
) -> Reading:
    """The date an offset leads to: the day, or for whole years only the year."""
    day = moved(base, parts, way)
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
