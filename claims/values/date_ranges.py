"""From one date to another: 2014–2018, 2月28日-3月1日, between the ninth and the seventeenth of April."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from claims.values import (
    calendar,
    han_words,
    word_days,
)
from claims.values.articles import before_article
from claims.values.calendar import Period
from claims.values.date_reading import read_date
from claims.values.dating import Known, Reading, inherit, learned, period_of
from claims.values.passage import Passage, is_letter
from claims.values.vocabulary import Vocabulary

_SHORT_END = re.compile(r"(?:the )?(?P<n>\d{1,4}|[一二三四五六七八九十]{1,3})(?:st|nd|rd|th)?(?![\d%]|[.,]\d|[a-z])")
_YEAR_BEHIND = re.compile(r",? (?P<y>(?:1[5-9]|20)\d\d)(?!\d|[.,]\d)")
_SHORT_START = re.compile(
    r"(?P<n>\d{4}|\d{1,2}|[一二三四五六七八九十]{1,3}|[〇零一二三四五六七八九]{4})"
    r"(?:st|nd|rd|th)? ?(?:[-–—~～至到]|to|through|till|and) ?(?:the )?"
)


def with_range(passage: Passage, first: Reading, floor: int, vocabulary: Vocabulary, known: Known) -> Reading:
    """``first``, or the range that it opens."""
    opened = _opened(passage, first.start, floor, vocabulary)
    start = opened if opened is not None else first.start
    link = _link(passage, first.end, vocabulary)
    if link is None:
        return first
    place, joins = link
    after_first = learned(known, first, period_of(first, known))
    second = read_date(passage, place, vocabulary, after_first, True) or _short_end(passage, first, place)
    if second is None:
        return first
    closed = vocabulary.endings.at(passage.folded, second.end)
    both = opened is not None and vocabulary.pair_openings.at(passage.folded, opened) is not None
    if not joins and closed is None and not both:
        return first
    before, after = inherit(first, second)
    low, high = period_of(before, known), period_of(after, known)
    if (
        low is not None
        and high is not None
        and low.low > high.high
        and second.year is None
        and second.month is not None
    ):
        high = period_of(replace(after, year=int(low.low[:4]) + 1), known)
    end = closed[0] if closed is not None else second.end
    if low is None or high is None:
        return replace(first, start=start, end=end, part=None, period=None, unresolved=True)
    high = _week_later(low, high)
    if low.low > high.high:
        return first
    return replace(
        first,
        start=start,
        end=end,
        period=calendar.until(low, high),
        part=None,
        approx=first.approx or second.approx,
    )


def _week_later(low: Period, high: Period) -> Period:
    """From Monday to Friday: the second weekday follows the first."""
    first, last = calendar.moment(low.low), calendar.moment(high.high)
    if first is None or last is None or first.day is None or last.day is None:
        return high
    behind = (first.first_day - last.first_day).days
    if not 0 < behind <= 14:
        return high
    day = last.first_day + timedelta(days=7 if behind < 7 else 14)
    return calendar.days(day, day)


def _opened(passage: Passage, start: int, floor: int, vocabulary: Vocabulary) -> int | None:
    """Where the word begins that opens a range of dates (from, between, 从)."""
    at = before_article(passage, start, vocabulary.spaced)
    found = vocabulary.openings.before(passage.folded, at - (passage.char(at - 1) == " "))
    return found[0] if found is not None and found[0] >= floor else None


def _link(passage: Passage, end: int, vocabulary: Vocabulary) -> tuple[int, bool] | None:
    """What may join a date that ends at ``end`` to another: where it ends, and whether it does so by itself."""
    at = end + (passage.char(end) == "起")
    at += passage.char(at) == " "
    joint = vocabulary.joints.at(passage.folded, at)
    found = joint or vocabulary.pairs.at(passage.folded, at)
    if found is None or (is_letter(passage.char(at)) and passage.char(found[0]) != " "):
        return None
    return found[0] + (passage.char(found[0]) == " "), joint is not None


def _short_end(passage: Passage, first: Reading, at: int) -> Reading | None:
    """The second half of a range that repeats only its number: 10月2–7日 is read elsewhere; here May 9–17, 1996-98."""
    found = _SHORT_END.match(passage.folded, at)
    if found is None or passage.char(found.end()) in "年月日号":
        return None
    number = han_words.small(found["n"])
    if first.day is not None and first.day < number <= 31:
        behind = _YEAR_BEHIND.match(passage.folded, found.end())
        if behind is not None:
            return Reading(at, behind.end(), int(behind["y"]), first.month, number)
        return Reading(at, found.end(), first.year, first.month, number)
    if first.month is None and first.year is not None and first.part is None:
        digits = len(found["n"]) if found["n"].isdigit() else 0
        spelt = any(is_letter(char) for char in passage.folded[first.end : at])
        if digits == 2 and spelt and not passage.folded.endswith("from ", 0, first.start):
            return None  # 40 in 2019 to 60 in 2023: what rose is told, and no span of years
        year = number if digits == 4 else first.year // 100 * 100 + number if digits == 2 else 0
        return Reading(at, found.end(), year) if first.year < year <= 2100 else None
    return None


def range_from_number(passage: Passage, at: int, vocabulary: Vocabulary, known: Known) -> Reading | None:
    """1-9月, 2014–2018年, 5日至7日, 9 to 12 of June: only the second number carries the unit."""
    found = _SHORT_START.match(passage.folded, at)
    if (
        found is None
        or passage.char(at - 1).isdigit()
        or passage.char(at - 1) in ".,-–/"
        or is_letter(passage.char(at - 1))
    ):
        return None
    second = read_date(passage, found.end(), vocabulary, known)
    if second is None or second.part is not None or second.unresolved:
        return None
    written = found["n"]
    number = int(written) if written.isdigit() else han_words.small(written)
    reading = Reading(at, second.end)
    if second.period is not None:
        return None
    if second.day is not None and 1 <= number < second.day:
        first = replace(second, start=at, day=number)
    elif second.month is not None and second.day is None and 1 <= number <= 12 and number != second.month:
        first = replace(second, start=at, month=number)
        first = replace(first, year=second.year - 1) if number > second.month and second.year is not None else first
    elif second.month is None and second.year is not None and len(written) == 4:
        year = (
            number
            if written.isdigit()
            else int("".join(str(max(0, "〇零○一二三四五六七八九".find(c) - 2)) for c in written))
        )
        first = replace(second, start=at, year=year)
        if year >= second.year:
            return None
    else:
        return None
    low, high = period_of(first, known), period_of(second, known)
    return replace(reading, period=calendar.until(low, high)) if low is not None and high is not None else None


def range_from_day(passage: Passage, at: int, vocabulary: Vocabulary, known: Known) -> Reading | None:
    """between the ninth and the seventeenth of April; on the 4th."""
    first = word_days.bare_day(passage, at, vocabulary.spaced, alone=False)
    if first is None or (passage.char(at).isdigit() and not passage.char(first.end - 1).isalpha()):
        return None
    link = _link(passage, first.end, vocabulary)
    second = read_date(passage, link[0], vocabulary, known) if link is not None else None
    if second is not None and second.month is not None and second.day is not None and second.period is None:
        return replace(first, month=second.month, year=second.year) if second.day > (first.day or 0) else None
    closes = passage.char(first.end) in ".,;!?\n"
    return first if closes and passage.folded.endswith(("on ", "on the "), 0, at) else None
