"""Dates in languages that space their words: 4 July 1995, late 1953, the 1990s, Q3, last month, two weeks ago."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.lexicon import Lexicon
from claims.values import calendar
from claims.values.articles import past_article
from claims.values.date_words import Words, words_for
from claims.values.dating import Known, Reading, year_of_part
from claims.values.numeral import Form
from claims.values.passage import Passage, is_letter
from claims.values.word_days import ordinal, read_day_month, read_month_day
from claims.values.word_fractions import word_at, word_before
from claims.values.word_numerals import read_words
from claims.values.word_relative import read_holiday, read_relative, weekday
from claims.values.word_years import plain_year, read_decade, read_spoken_year, read_year, skip_of, year_at


def read(passage: Passage, at: int, lexicon: Lexicon, known: Known) -> Reading | None:
    """The date that begins at ``at``; None when none does."""
    words = words_for(lexicon.name)
    for reader in (
        _part,
        read_decade,
        read_day_month,
        read_month_day,
        read_year,
        weekday,
        read_relative,
        _quarter,
        _century,
        read_holiday,
        read_spoken_year,
    ):
        reading = reader(passage, at, words, known)
        if reading is not None:
            return reading
    return None


def calls_for_date(passage: Passage, at: int, lexicon: Lexicon) -> bool:
    """Whether the word before ``at`` introduces a date: on 11/20, Friday 7/6, from 10/1."""
    words = words_for(lexicon.name)
    weekday = words.weekdays.before(passage.folded, at - (passage.char(at - 1) == " "))
    return weekday is not None or word_before(passage, at, words.row("before_days"))


def _part(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """early 2020, the end of March, mid-November, late in the 1990s."""
    found = words.parts.at(passage.folded, at)
    if found is None:
        return None
    place = found[0] + (passage.char(found[0]) in " -")
    place = past_article(
        passage, skip_of(passage, place, words) if passage.char(place - 1) == " " else place, words.lexicon
    )
    named = word_at(passage, place, words.row("year"))
    place = named + 1 if named is not None and passage.char(named) == " " else place
    inner = (
        read_decade(passage, place, words, known)
        or read_month_day(passage, place, words, known)
        or plain_year(passage, place)
        or read_relative(passage, place, words, known)
    )
    if (
        inner is None
        or inner.day is not None
        or inner.part is not None
        or (place == found[0] and passage.char(place - 1) != "-")
    ):
        return None
    if (
        inner.period is not None
        and inner.approx is False
        and passage.folded[place : inner.end].rstrip("'’").endswith("s")
    ):
        first = calendar.moment(inner.period.low)
        return (
            replace(inner, start=at, period=calendar.decade(first.year, found[1]), approx=True)
            if first is not None
            else None
        )
    if inner.period is not None or inner.unresolved:
        return replace(inner, start=at, approx=True)
    return replace(inner, start=at, part=found[1])


def _quarter(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """the first quarter of 2019, fiscal 2024, FY2024."""
    fiscal = re.compile(r"(?:fy|fiscal(?: year)?|financial year) ?['’]?(?P<y>(?:19|20)\d\d|\d\d)(?!\d)").match(
        passage.folded, at
    )
    if fiscal is not None:
        year = int(fiscal["y"])
        return Reading(at, fiscal.end(), year + 2000 if year < 100 else year)
    number = (
        read_words(passage, past_article(passage, at, words.lexicon), words.lexicon)
        if is_letter(passage.char(at))
        else None
    )
    if number is None or number.form is not Form.ORDINAL or number.point is None or not 1 <= number.point <= 4:
        return None
    end = word_at(passage, number.end + 1, words.row("quarter"))
    if end is None or end - number.end < 4:
        return None
    place = skip_of(passage, end, words)
    dated = year_at(passage, place)
    relative = words.relative.at(passage.folded, place)
    if dated is not None:
        return Reading(at, dated[0], dated[1], part=f"q{number.point}")
    if relative is not None and relative[1][0] == "year" and known.reference is not None:
        return Reading(at, relative[0], known.reference.year + int(relative[1][1]), part=f"q{number.point}")
    base = known.last or known.published
    if base is None:
        return Reading(at, end, unresolved=True)
    part = f"q{number.point}"
    return Reading(at, end, year_of_part(part, base, known), part=part)


def _century(passage: Passage, at: int, words: Words, _known: Known) -> Reading | None:
    """the 18th century, the nineteenth century."""
    number = ordinal(passage, past_article(passage, at, words.lexicon), words.lexicon)
    if number is None or not 1 <= number[1] <= 30 or passage.char(number[0]) not in " -":
        return None
    end = word_at(passage, number[0] + 1, words.row("century"))
    return Reading(at, end, period=calendar.century(number[1])) if end is not None else None


def period_behind(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """The year, month or relative year behind "of" or "in"."""
    place = skip_of(passage, at, words)
    if place - at < 3:
        return None
    relative = read_relative(passage, place, words, known)
    if relative is not None:
        return relative
    place = past_article(passage, place, words.lexicon)
    return plain_year(passage, place) or read_month_day(passage, place, words, known)
