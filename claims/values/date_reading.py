"""The date that begins at a place, in whatever language, with the weekday beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from claims.values import (
    calendar,
    date_words,
    figure_dates,
    han_dates,
    han_relative,
    word_dates,
    word_days,
    word_relative,
    word_spans,
)
from claims.values.dating import Known, Reading, period_of
from claims.values.passage import Passage, is_letter
from claims.values.vocabulary import Vocabulary


def read_date(passage: Passage, at: int, vocabulary: Vocabulary, known: Known, joined: bool = False) -> Reading | None:
    """The date that begins at ``at``; ``joined`` says that a date and the word or dash of a range stand before it."""
    order = vocabulary.spaced.texts["dates"]
    char = passage.char(at)
    reading = None
    if char.isdigit() or char == "q":
        dated = word_dates.calls_for_date(passage, at, vocabulary.spaced)
        reading = figure_dates.read(passage, at, order, dated, joined)
    if reading is None and (char >= "\u2e80" or char.isdigit() or char == "q"):
        reading = han_dates.read(passage, at, vocabulary.han, known)
    if reading is None and (is_letter(char) or char.isdigit()):
        reading = word_spans.read(passage, at, vocabulary.spaced, known)
        reading = reading or word_dates.read(passage, at, vocabulary.spaced, known)
    return _with_weekday(passage, reading, vocabulary, known) if reading is not None else None


_BESIDE = re.compile(r" ?(?:[-,，(（]|on|the|of)? ?(?:the )?")


def _with_weekday(passage: Passage, reading: Reading, vocabulary: Vocabulary, known: Known) -> Reading:
    """A weekday and a date side by side are one: Friday 7/6, tuesday of last week, 10月12号，星期一."""
    link = _BESIDE.match(passage.folded, reading.end)
    at = link.end() if link is not None else reading.end
    if at == reading.end or at >= len(passage.text):
        return reading
    first_named = _is_weekday(passage, reading, vocabulary)
    listed = link is not None and link.group().strip()[:1] in (",", "，")
    if listed and not first_named and reading.day is None:
        return reading
    other = _beside(passage, at, vocabulary, known, not first_named)
    if other is None or first_named == _is_weekday(passage, other, vocabulary):
        return reading
    closing = passage.char(other.end) in ")）" and passage.char(at - 1) in "(（"
    end = other.end + closing
    dated, named = (other, reading) if first_named else (reading, other)
    if dated.day is not None:
        return replace(dated, start=reading.start, end=end)
    return replace(
        dated, start=reading.start, end=end, period=_day_in(period_of(dated, known), period_of(named, known))
    )


def _is_weekday(passage: Passage, reading: Reading, vocabulary: Vocabulary) -> bool:
    words = date_words.words_for(vocabulary.spaced.name)
    found = words.weekdays.before(passage.folded, reading.end)
    return (found is not None and found[0] >= reading.start) or han_relative.is_weekday(
        passage, reading.start, reading.end
    )


def _beside(passage: Passage, at: int, vocabulary: Vocabulary, known: Known, weekday: bool) -> Reading | None:
    """What stands at ``at``: a weekday when one is wanted, else a date, a bare day (the eleventh) among them."""
    spaced = vocabulary.spaced
    if weekday:
        words = date_words.words_for(spaced.name)
        return word_relative.weekday(passage, at, words, known) or (
            han_dates.read(passage, at, vocabulary.han, known) if passage.char(at) in "周星礼" else None
        )
    if passage.char(at) >= "\u2e80":
        return None
    order = spaced.texts["dates"]
    reading = figure_dates.read(passage, at, order, True) if passage.char(at).isdigit() else None
    reading = reading or word_spans.read(passage, at, spaced, known) or word_dates.read(passage, at, spaced, known)
    bare = word_days.bare_day(passage, at, spaced) if reading is None else None
    return reading or bare


def _day_in(period: calendar.Period | None, named: calendar.Period | None) -> calendar.Period | None:
    """The weekday of ``named`` in the week that a period begins in."""
    first = calendar.moment(period.low) if period is not None else None
    day = calendar.moment(named.low) if named is not None else None
    if first is None or day is None or first.day is None:
        return period
    monday = calendar.moment(calendar.week_of(first.first_day).low)
    if monday is None:
        return period
    exact = monday.first_day + timedelta(days=day.first_day.weekday())
    return calendar.days(exact, exact)
