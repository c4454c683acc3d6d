"""Dates counted from another, in languages that space their words: last month, next Friday, the following year."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from claims.values import calendar
from claims.values.articles import past_article
from claims.values.date_words import Words
from claims.values.dating import Known, Reading
from claims.values.holidays import holiday
from claims.values.passage import Passage
from claims.values.word_days import with_year
from claims.values.word_fractions import word_at
from claims.values.word_years import YEAR, skip_of


def weekday(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """next Friday, this past Wednesday; Monday alone is the latest one."""
    place, way = at, "latest"
    for row in ("nearest", "past", "future", "this"):
        end = word_at(passage, at, words.row(row))
        if end is not None and passage.char(end) == " ":
            place, way = end + 1, row
            break
    found = words.weekdays.at(passage.folded, place)
    if found is None or (found[0] - place <= 3 and not passage.text[place].isupper()):
        return None
    base = known.published
    if base is None or base.day is None:
        return Reading(at, found[0], unresolved=True)
    if way in ("nearest", "latest"):
        day = calendar.latest_weekday(base.first_day, int(found[1]), before=way == "nearest")
        return Reading(at, found[0], period=calendar.days(day, day))
    shift = {"past": -1, "future": 1}.get(way, 0)
    monday = calendar.moment(calendar.week_of(base.first_day, shift).low)
    if monday is None:
        return None
    day = monday.first_day + timedelta(days=int(found[1]) - 1)
    return Reading(at, found[0], period=calendar.days(day, day))


def read_relative(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """today, last month, this year, the following week, that year."""
    place = past_article(passage, at, words.lexicon)
    found = words.relative.at(passage.folded, at) or words.relative.at(passage.folded, place)
    if found is None:
        return _season(passage, at, words, known)
    end, (unit, by, anchored) = found
    base = (known.last or known.published) if anchored else known.published
    if (
        base is None
        or (unit in ("day", "week", "weekend") and base.day is None)
        or (unit in ("month", "quarter") and base.month is None)
    ):
        return Reading(at, end, unresolved=True, approx=True) if place == at else None
    role = "relative" if passage.folded[at:end] in words.row("generic") else None
    if role is not None and YEAR.match(passage.folded, skip_of(passage, end, words)) is not None:
        return None
    return replace(_distance(base, unit, int(by), Reading(at, end)), role=role)


def _distance(base: calendar.Moment, unit: str, by: int, reading: Reading) -> Reading:
    """The year, quarter, week, … that lies ``by`` of them after the one of ``base``."""
    if unit == "year":
        return replace(reading, year=base.year + by)
    if unit == "quarter":
        number = base.year * 4 + ((base.month or 1) - 1) // 3 + by
        return replace(reading, year=number // 4, part=f"q{number % 4 + 1}")
    if unit == "week":
        return replace(reading, period=calendar.week_of(base.first_day, by))
    if unit == "weekend":
        return replace(reading, period=calendar.weekend_of(base.first_day, by))
    if unit == "decade":
        return replace(reading, period=calendar.decade(base.year // 10 * 10 + by * 10))
    return replace(reading, period=calendar.shifted(base, unit, Decimal(by)))


def _season(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """last summer, this spring: the season of a year counted from the publication's."""
    for row, way in (("past", -1), ("future", 1), ("this", 0)):
        end = word_at(passage, at, words.row(row))
        season = words.parts.at(passage.folded, end + 1) if end is not None and passage.char(end) == " " else None
        if season is not None and season[1] in ("spring", "summer", "autumn", "winter"):
            year = known.published.year + way if known.published is not None else None
            return Reading(at, season[0], year, part=season[1], unresolved=year is None)
    return None


def read_holiday(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """Christmas 2020, mother's day."""
    found = words.holidays.at(passage.folded, at)
    if found is None:
        return None
    dated = with_year(passage, Reading(at, found[0]), words)
    year = dated.year or (known.reference.year if known.reference is not None else None)
    day = holiday(found[1], year) if year is not None else None
    if day is None:
        return replace(dated, year=None, unresolved=True)
    return replace(dated, year=day.year, month=day.month, day=day.day)
