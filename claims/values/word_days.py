"""Days and months in languages that space their words: 4 July 1995, March 9th, Sep-23-2020, the eleventh."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims.lexicon import Lexicon
from claims.values import calendar
from claims.values.articles import past_article
from claims.values.date_words import Words
from claims.values.dating import Known, Reading
from claims.values.numeral import Form
from claims.values.passage import Passage, is_letter
from claims.values.word_fractions import word_at, word_before
from claims.values.word_numerals import read_words
from claims.values.word_years import skip_marks, skip_of, spoken_year, year_at

_DAY = re.compile(r"(?:the )?(?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|\.)?(?!\d|:\d|[.,/]\d|\s?%)")
_TIME = re.compile(r"[,]? (?:at )?(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?: ?(?P<half>[ap])\.?m\.?)?(?!\d)")
_DASHED = re.compile(r"[-/](?P<a>\d{1,4})[-/](?P<b>\d{1,4})(?!\d)")
_SLASHED = re.compile(r"(?P<d>\d{1,4})[-/](?:(?P<y>\d{4})[-/])?(?=[a-z])")
_ORDINAL = re.compile(r"(?P<n>\d{1,2})(?:st|nd|rd|th)(?![a-z])")
_SHORT_MONTH = 4
_WHOLE_MONTHS = frozenset({"may", "june", "july"})
_SHORT_AFTER_OF = re.compile(r" of (?P<y>\d\d)(?![\d.,])")


def with_year(passage: Passage, reading: Reading, words: Words) -> Reading:
    """The month or the day with the year behind it, in figures, in words or as "last year"."""
    for place in (skip_marks(passage, reading.end), skip_of(passage, reading.end, words)):
        found = year_at(passage, place)
        if found is None and place - reading.end in (1, 4) and reading.day is not None:
            found = spoken_year(passage, place, words.lexicon)
        if found is not None and place > reading.end and passage.folded[reading.end : place].count(",") <= 1:
            return replace(reading, end=found[0], year=found[1])
    return reading


def read_day_month(passage: Passage, at: int, words: Words, _known: Known) -> Reading | None:
    """4 July 1995, the 4th of July, fifteen August, 22/Jan/2019."""
    if passage.char(at - 1) in "$€£¥" or passage.folded.startswith(("$ ", "€ ", "£ "), at - 2):
        return None
    slashed = _slashed(passage, at, words)
    if slashed is not None:
        return slashed
    day = _DAY.match(passage.folded, at)
    end, number = (day.end(), int(day["d"])) if day is not None else spoken_day(passage, at, words.lexicon)
    if number == 0:
        return None
    for place in (skip_marks(passage, end), skip_of(passage, end, words)):
        month = words.months.at(passage.folded, place)
        if month is not None and place > end:
            reading = Reading(at, month[0], None, int(month[1]), number)
            return _clocked(passage, with_year(passage, reading, words))
    return None


def _slashed(passage: Passage, at: int, words: Words) -> Reading | None:
    found = _SLASHED.match(passage.folded, at)
    month = words.months.at(passage.folded, found.end()) if found is not None else None
    if found is None or month is None or int(found["d"]) > 31:
        return None
    tail = re.compile(r"[-/](\d{4})(?!\d)").match(passage.folded, month[0])
    year = int(found["y"]) if found["y"] else int(tail[1]) if tail is not None else None
    end = month[0] if found["y"] or tail is None else tail.end()
    return Reading(at, end, year, int(month[1]), int(found["d"])) if year is not None else None


def read_month_day(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """July 4, 1995; July 4th; July 1995; March."""
    month = words.months.at(passage.folded, at) or _glued(passage, at, words)
    if month is None:
        return None
    if _closes_sentence(passage, at, month[0]):
        return Reading(at, month[0], None, int(month[1])) if _is_month(passage, at, month[0], words) else None
    place = skip_marks(passage, month[0]) if passage.char(month[0]) not in "-/" else month[0] + 1
    year = year_at(passage, place) or year_at(passage, skip_of(passage, month[0], words))
    day = _DAY.match(passage.folded, place)
    short = _SHORT_AFTER_OF.match(passage.folded, month[0])
    if short is not None:
        return Reading(at, short.end(), 1900 + int(short["y"]) + 100 * (int(short["y"]) < 50), int(month[1]))
    dashed = _DASHED.match(passage.folded, month[0])
    if dashed is not None:
        parts = sorted((int(dashed["a"]), int(dashed["b"])))
        if parts[0] <= 31 and parts[1] >= 1000:
            return Reading(at, dashed.end(), parts[1], int(month[1]), parts[0])
    if day is not None and year is None and passage.folded[month[0] : place].strip(" ,.-/") == "":
        reading = Reading(at, day.end(), None, int(month[1]), int(day["d"]))
        return _clocked(passage, with_year(passage, reading, words))
    if year is not None:
        return Reading(at, year[0], year[1], int(month[1]))
    said = spoken_year(passage, place, words.lexicon) if place == month[0] + 1 else None
    if said is not None:
        return Reading(at, said[0], said[1], int(month[1]))
    spoken = spoken_day(passage, place, words.lexicon)
    if spoken[1]:
        return with_year(passage, Reading(at, spoken[0], None, int(month[1]), spoken[1]), words)
    relative = words.relative.at(passage.folded, place) if place > month[0] else None
    if relative is not None and relative[1][0] == "year" and known.reference is not None:
        return Reading(at, relative[0], known.reference.year + int(relative[1][1]), int(month[1]))
    return Reading(at, month[0], None, int(month[1])) if _is_month(passage, at, month[0], words) else None


def _closes_sentence(passage: Passage, start: int, end: int) -> bool:
    """Whether the full stop behind a month ends a sentence, and does not cut the month short: in June. Two boats."""
    whole = end - start > _SHORT_MONTH or passage.folded[start:end] in _WHOLE_MONTHS
    return whole and passage.folded.startswith((". ", ".\n"), end)


def _glued(passage: Passage, at: int, words: Words) -> tuple[int, Decimal] | None:
    """Dec31: a month with the day right behind it."""
    found = re.compile(r"[a-z]{3,9}(?=\d{1,2}(?!\d))").match(passage.folded, at)
    if found is None or is_letter(passage.char(at - 1)):
        return None
    number = words.lexicon.numbers["months"].get(found.group())
    return (found.end(), number) if number is not None else None


def _is_month(passage: Passage, start: int, end: int, words: Words) -> bool:
    """may and march are also verbs, and short forms parts of names: a capital, or a word beside them, decides."""
    word = passage.text[start:end]
    if word.lower() not in words.row("ambiguous_months"):
        return True
    if word.lower() in words.row("month_verbs") and not word[0].isupper():
        return False
    before = word_before(passage, start, words.row("before_months"))
    after = word_at(passage, skip_marks(passage, end), words.lexicon.groups["ranges"].get("join", ()))
    return before or (after is not None and word[0].isupper())


def _clocked(passage: Passage, reading: Reading) -> Reading:
    found = _TIME.match(passage.folded, reading.end)
    if found is None or reading.year is None or reading.month is None or reading.day is None:
        return reading
    hour = int(found["h"]) % 12 + 12 * (found["half"] == "p") if found["half"] else int(found["h"])
    if not calendar.valid(reading.year, reading.month, reading.day):
        return reading
    stamp = f"{calendar.iso(reading.year, reading.month, reading.day)}T{hour:02d}:{found['m']}"
    return replace(reading, end=found.end(), period=calendar.Period(stamp, stamp))


def spoken_day(passage: Passage, at: int, lexicon: Lexicon) -> tuple[int, int]:
    """The day in words (fifteen, twenty-ninth): where it ends, and its number, 0 for none."""
    place = past_article(passage, at, lexicon)
    if not is_letter(passage.char(place)):
        return at, 0
    number = read_words(passage, place, lexicon)
    if number is None or number.point is None or number.form in (Form.RATIO, Form.BARE) or not 1 <= number.point <= 31:
        return at, 0
    return number.end, int(number.point)


def ordinal(passage: Passage, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The ordinal at ``at``, in figures or words: where it ends, and its number."""
    figure = _ORDINAL.match(passage.folded, at)
    if figure is not None:
        return figure.end(), int(figure["n"])
    number = read_words(passage, at, lexicon) if is_letter(passage.char(at)) else None
    if number is None or number.form is not Form.ORDINAL or number.point is None:
        return None
    return number.end, int(number.point)


def bare_day(passage: Passage, at: int, lexicon: Lexicon, alone: bool = True) -> Reading | None:
    """A day of a month named elsewhere: the eleventh, 13th, 21."""
    place = past_article(passage, at, lexicon)
    found = _DAY.match(passage.folded, place)
    end, number = (found.end(), int(found["d"])) if found is not None else spoken_day(passage, place, lexicon)
    if not 1 <= number <= 31 or (alone and passage.char(end) == " " and is_letter(passage.char(end + 1))):
        return None
    return Reading(at, end, day=number)
