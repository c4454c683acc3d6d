"""Years in languages that space their words: 1995, the 1990s, nineteen ninety-three."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.lexicon import Lexicon
from claims.values import calendar
from claims.values.articles import past_article
from claims.values.date_words import Words
from claims.values.dating import Known, Reading
from claims.values.numeral import Form
from claims.values.passage import Passage, is_letter
from claims.values.word_fractions import word_at
from claims.values.word_numerals import read_words

YEAR = re.compile(r"(?P<y>1[0-9]\d\d|20\d\d)(?![\d]|[.,]\d|%|-\d\d-)")
_ANY_YEAR = re.compile(r"(?P<y>1[0-9]\d\d|20\d\d)(?!\d|[.,]\d|%|[a-z])")
_SHORT_YEAR = re.compile(r"['’](?P<y>\d\d)(?!\d)")
_DECADE = re.compile(r"(?P<y>1[0-9]\d0|20\d0)(?P<s> ?['’]?s)(?![a-z])")
_NEXT = re.compile(r"[\s,.]*")


def skip_marks(passage: Passage, at: int) -> int:
    """The place after spaces, commas and full stops."""
    found = _NEXT.match(passage.folded, at)
    return found.end() if found is not None else at


def skip_of(passage: Passage, at: int, words: Words) -> int:
    """The place after "of" or "in" and the spaces around it."""
    place = at + (passage.char(at) == " ")
    end = word_at(passage, place, words.row("of"))
    return end + (passage.char(end) == " ") if end is not None and end > place else place


def year_at(passage: Passage, at: int) -> tuple[int, int] | None:
    """The year at ``at``, in figures: where it ends, and its number."""
    found = _ANY_YEAR.match(passage.folded, at)
    if found is not None:
        return found.end(), int(found["y"])
    short = _SHORT_YEAR.match(passage.folded, at)
    return (short.end(), 1900 + int(short["y"]) + 100 * (int(short["y"]) < 50)) if short is not None else None


def read_year(passage: Passage, at: int, words: Words, _known: Known) -> Reading | None:
    """1995 after a word that introduces a year, and wherever else a bare figure of that size is one; 2017 april."""
    found = YEAR.match(passage.folded, at)
    if (
        found is None
        or passage.char(at - 1).isdigit()
        or passage.char(at - 1) in ".$€£¥#:_"
        or is_letter(passage.char(at - 1))
    ):
        return None
    month = words.months.at(passage.folded, found.end() + 1)
    if month is not None and passage.char(found.end()) in " -/":
        reading = Reading(at, month[0], int(found["y"]), int(month[1]))
        day = re.compile(r"[- /](\d{1,2})(?!\d)").match(passage.folded, month[0])
        return replace(reading, end=day.end(), day=int(day[1])) if day is not None else reading
    turned = re.compile(r"/(\d{1,2})/").match(passage.folded, found.end())
    month = words.months.at(passage.folded, turned.end()) if turned is not None else None
    if turned is not None and month is not None:
        return Reading(at, month[0], int(found["y"]), int(month[1]), int(turned[1]))
    return Reading(at, found.end(), int(found["y"])) if _stands_for_year(passage, at, found.end(), words) else None


_PLURAL = re.compile(r" (?!(?:was|is|has|does|as|its|his|this|hers|us)\b)[a-z]+s\b")


def _counted(passage: Passage, end: int, words: Words) -> bool:
    """Whether a unit, or another word that follows amounts, stands behind: 2000 km, 1900 people."""
    at = end + (passage.char(end) in " -")
    return words.counted.at(passage.folded, at) is not None


def _stands_for_year(passage: Passage, at: int, end: int, words: Words) -> bool:
    number = int(passage.text[at:end])
    after = passage.char(end)
    if after.isalnum() or _counted(passage, end, words):
        return False
    if after in "-–" and passage.char(end + 1).isalpha():
        return 1900 <= number <= 2099
    before = words.before_years.before(passage.folded, at - (passage.char(at - 1) == " "))
    plural = _PLURAL.match(passage.folded, end) is not None
    if before is not None:
        sure = passage.folded[before[0] : at].strip() in ("in", "year", "since", "circa", "ca.", "c.")
        return number >= 1500 or (sure and not plural)
    stated = words.before_figures.before(passage.folded, at - (passage.char(at - 1) == " ")) is not None
    if stated or number % 100 == 0:
        return False
    return 1900 <= number <= 2049 and not plural and passage.char(at - 1) not in "-+*/=<>"


def plain_year(passage: Passage, at: int) -> Reading | None:
    """A bare year at ``at``."""
    found = YEAR.match(passage.folded, at)
    return (
        Reading(at, found.end(), int(found["y"]))
        if found is not None and not passage.char(found.end()).isalpha()
        else None
    )


def read_decade(passage: Passage, at: int, words: Words, _known: Known) -> Reading | None:
    """the 1990s, 1990er."""
    place = past_article(passage, at, words.lexicon)
    found = _DECADE.match(passage.folded, place)
    if found is None:
        year = _ANY_YEAR.match(passage.folded, place) or re.compile(r"(?P<y>\d{3}0)(?=er)").match(passage.folded, place)
        tail = word_at(passage, year.end(), words.row("decade")) if year is not None else None
        if year is None or tail is None or passage.folded[year.end() : tail] in ("s", "'s", "’s"):
            return None
        return Reading(place, tail, period=calendar.decade(int(year["y"])))
    return Reading(at, found.end(), period=calendar.decade(int(found["y"])))


def spoken_year(passage: Passage, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """nineteen ninety-three, nineteen hundred ninety three, two thousand and fifteen."""
    if not is_letter(passage.char(at)):
        return None
    number = read_words(passage, at, lexicon)
    if number is None or number.point is None or number.form in (Form.RATIO, Form.ORDINAL):
        return None
    if 1100 <= number.point <= 2099:
        return number.end, int(number.point)
    if 11 <= number.point <= 20 and passage.char(number.end) in " -":
        rest = read_words(passage, number.end + 1, lexicon)
        if rest is not None and rest.point is not None and 10 <= rest.point <= 99 and rest.form is not Form.ORDINAL:
            return rest.end, int(number.point) * 100 + int(rest.point)
    return None


def read_spoken_year(passage: Passage, at: int, words: Words, _known: Known) -> Reading | None:
    """A year in words after a word that introduces one: in two thousand and twenty."""
    before = words.before_years.before(passage.folded, at - (passage.char(at - 1) == " "))
    if before is None or passage.folded[before[0] : at].strip() not in ("in", "since", "year", "of"):
        return None
    found = spoken_year(passage, at, words.lexicon)
    if found is None or words.durations.at(passage.folded, found[0] + 1) is not None or _counts(passage, found[0]):
        return None
    return Reading(at, found[0], found[1])


def _counts(passage: Passage, end: int) -> bool:
    return passage.char(end) == " " and is_letter(passage.char(end + 1))


def year_behind(passage: Passage, at: int, words: Words) -> tuple[int, int] | None:
    """The year behind "of" or "in": where it ends, and the year."""
    place = skip_of(passage, at, words)
    return year_at(passage, place) if place > at else None
