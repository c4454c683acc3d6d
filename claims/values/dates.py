"""All dates of a text, and the ranges between them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache

from claims.lexicon import Lexicon
from claims.model import Kind, Quantity
from claims.values import (
    calendar,
    date_words,
    figure_dates,
    han_clock,
    han_dates,
    han_relative,
    han_words,
    word_dates,
    word_days,
    word_relative,
    word_spans,
)
from claims.values.dating import DateMention, Known, Reading, inherit, learned, mention, period_of
from claims.values.passage import Passage, is_letter
from claims.values.vocabulary import Vocabulary

_JOINS = re.compile(r" ?(?:[-–—~～∼〜]|至|到|起?至|through|thru|till|until|to|bis) ?")
_PAIRS = re.compile(r" ?(?:and|和|与|及|und) ?")
_OPENS = re.compile(r"(?:from|between|从|自|在|介于|von|zwischen) ?$")
_BOTH = re.compile(r"(?:between|介于|zwischen) ?$")
_CLOSES = re.compile(r"之间|间(?!谍|隔|接)|止|为止")
_SHORT_END = re.compile(r"(?:the )?(?P<n>\d{1,4}|[一二三四五六七八九十]{1,3})(?:st|nd|rd|th)?(?![\d%]|[.,]\d|[a-z])")
_YEAR_BEHIND = re.compile(r",? (?P<y>(?:1[5-9]|20)\d\d)(?!\d|[.,]\d)")
_SHORT_START = re.compile(
    r"(?P<n>\d{4}|\d{1,2}|[一二三四五六七八九十]{1,3}|[〇零一二三四五六七八九]{4})(?:st|nd|rd|th)? ?(?:[-–—~～至到]|to|through|till|and) ?(?:the )?"
)


def find_dates(passage: Passage, vocabulary: Vocabulary, published: str | None) -> tuple[DateMention, ...]:
    """Every date of the text in order of place; ``published`` is an ISO date or a prefix of one."""
    found: list[DateMention] = []
    known = Known(calendar.moment(published))
    floor = 0
    for start in _pattern(vocabulary.han.name, vocabulary.spaced.name).finditer(passage.folded):
        at = start.start()
        if at < floor or not _may_start(passage, at, start.group(), vocabulary.spaced):
            continue
        clock = figure_dates.clock(passage, at) or han_clock.clock(passage, at)
        if clock is not None:
            found.append(DateMention(at, clock, Quantity(Kind.DATE, None, None), "clock"))
            floor = clock
            continue
        reading = (
            _read(passage, at, vocabulary, known)
            or _range_from_number(passage, at, vocabulary, known)
            or _range_from_day(passage, at, vocabulary, known)
        )
        if reading is None:
            continue
        reading = _ranged(passage, reading, floor, vocabulary, known)
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
def _pattern(han: str, spaced: str) -> re.Pattern[str]:
    from claims import lexicon

    chars = "".join(sorted(set(han_words.initials(lexicon.load(han)))))
    return re.compile(rf"\d+|[{re.escape(chars)}]|[a-zà-öø-ÿßœ]+")


@cache
def _starters(spaced: str) -> frozenset[str]:
    from claims import lexicon

    return date_words.starters(lexicon.load(spaced))


def _may_start(passage: Passage, at: int, word: str, spaced: Lexicon) -> bool:
    if not is_letter(word[0]):
        return True
    if at > 0 and is_letter(passage.char(at - 1)):
        return False
    return word in _starters(spaced.name) or passage.char(at + len(word)).isdigit()


def _read(passage: Passage, at: int, vocabulary: Vocabulary, known: Known, joined: bool = False) -> Reading | None:
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


def _ranged(passage: Passage, first: Reading, floor: int, vocabulary: Vocabulary, known: Known) -> Reading:
    """``first``, or the range that it opens."""
    opened = _OPENS.search(passage.folded, max(floor, first.start - 9), first.start)
    start = opened.start() if opened is not None else first.start
    at = first.end + (passage.char(first.end) == "起")
    joint = _JOINS.match(passage.folded, at)
    pair = _PAIRS.match(passage.folded, at) if joint is None else None
    link = joint or pair
    if link is None or (
        link.group().strip().isalpha() and is_letter(link.group().strip()[0]) and not link.group().endswith(" ")
    ):
        return first
    second = _read(passage, link.end(), vocabulary, learned(known, first, period_of(first, known)), True) or _short_end(
        passage, first, link.end()
    )
    if second is None:
        return first
    closed = _CLOSES.match(passage.folded, second.end)
    both = opened is not None and _BOTH.search(opened.group()) is not None
    if joint is None and closed is None and not both:
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
    end = closed.end() if closed is not None else second.end
    if low is None or high is None:
        return replace(first, start=start, end=end, part=None, period=None, unresolved=True)
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
        year = number if digits == 4 else first.year // 100 * 100 + number if digits == 2 else 0
        return Reading(at, found.end(), year) if first.year < year <= 2100 else None
    return None


def _range_from_number(passage: Passage, at: int, vocabulary: Vocabulary, known: Known) -> Reading | None:
    """1-9月, 2014–2018年, 5日至7日, 9 to 12 of June: only the second number carries the unit."""
    found = _SHORT_START.match(passage.folded, at)
    if (
        found is None
        or passage.char(at - 1).isdigit()
        or passage.char(at - 1) in ".,-–/"
        or is_letter(passage.char(at - 1))
    ):
        return None
    second = _read(passage, found.end(), vocabulary, known)
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


def _range_from_day(passage: Passage, at: int, vocabulary: Vocabulary, known: Known) -> Reading | None:
    """between the ninth and the seventeenth of April; on the 4th."""
    first = word_days.bare_day(passage, at, vocabulary.spaced, alone=False)
    if first is None or (passage.char(at).isdigit() and not passage.char(first.end - 1).isalpha()):
        return None
    link = _JOINS.match(passage.folded, first.end) or _PAIRS.match(passage.folded, first.end)
    second = _read(passage, link.end(), vocabulary, known) if link is not None and link.end() > first.end else None
    if second is not None and second.month is not None and second.day is not None and second.period is None:
        return replace(first, month=second.month, year=second.year) if second.day > (first.day or 0) else None
    closes = passage.char(first.end) in ".,;!?\n"
    return first if closes and passage.folded.endswith(("on ", "on the "), 0, at) else None
