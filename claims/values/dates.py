"""All dates of a text, and the ranges between them."""

from __future__ import annotations

import re
from functools import cache

from claims.lexicon import Lexicon
from claims.model import Kind, Quantity
from claims.values import (
    calendar,
    date_words,
    figure_dates,
    han_clock,
    han_words,
)
from claims.values.date_ranges import range_from_day, range_from_number, with_range
from claims.values.date_reading import read_date
from claims.values.dating import DateMention, Known, Reading, learned, mention, period_of
from claims.values.passage import Passage, is_letter
from claims.values.vocabulary import Vocabulary


def find_dates(passage: Passage, vocabulary: Vocabulary, published: str | None) -> tuple[DateMention, ...]:
    """Every date of the text in order of place; ``published`` is an ISO date or a prefix of one."""
    found: list[DateMention] = []
    known = Known(calendar.moment(published))
    floor = 0
    for start in _pattern(vocabulary.han.name, vocabulary.spaced.name).finditer(passage.folded):
        at = start.start()
        if at < floor or not _may_start(passage, at, start.group(), vocabulary.spaced):
            continue
        clock = figure_dates.clock(passage, at) or han_clock.clock(passage, at, vocabulary.han)
        if clock is not None:
            found.append(DateMention(at, clock, Quantity(Kind.DATE, None, None), "clock"))
            floor = clock
            continue
        reading = (
            read_date(passage, at, vocabulary, known)
            or range_from_number(passage, at, vocabulary, known)
            or range_from_day(passage, at, vocabulary, known)
        )
        if reading is None:
            continue
        reading = with_range(passage, reading, floor, vocabulary, known)
        period = period_of(reading, known)
        if period is None and not _without_value(reading):
            continue
        found.append(mention(reading, period))
        known = learned(known, reading, period)
        floor = reading.end
    return tuple(found)


def _without_value(reading: Reading) -> bool:
    """A date that cannot be resolved is still one, unless nothing of it is possible (2月30日)."""
    return (
        reading.unresolved
        or reading.month is None
        or reading.day is None
        or calendar.valid(2000, reading.month, reading.day)
    )


@cache
def _pattern(han: str, _spaced: str) -> re.Pattern[str]:
    from claims import lexicon

    chars = "".join(sorted(set(han_words.initials(lexicon.load(han)))))
    return re.compile(rf"\d+|[{re.escape(chars)}]|[a-zà-öø-ÿßœ]+")


@cache
def _starters(spaced: str) -> frozenset[str]:
    from claims import lexicon

    return date_words.starters(lexicon.load(spaced))


def _in_dotted_number(passage: Passage, at: int) -> bool:
    """Whether the figure ends the number of a section: in ``4.13.1. July 2000`` no day is meant."""
    return passage.char(at - 1) == "." and passage.char(at - 2).isdigit()


def _may_start(passage: Passage, at: int, word: str, spaced: Lexicon) -> bool:
    if word[0].isdigit():
        return not _in_dotted_number(passage, at)
    if not is_letter(word[0]):
        return True
    if at > 0 and is_letter(passage.char(at - 1)):
        return False
    return word in _starters(spaced.name) or passage.char(at + len(word)).isdigit()
