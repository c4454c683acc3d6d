"""Dates in languages that space their words: 4 July 1995, late 1953, the 1990s, Q3, last month, two weeks ago."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from functools import cache

from claims import lexicon as lexicons
from claims.lexicon import Lexicon
from claims.values import calendar
from claims.values.dating import Known, Reading
from claims.values.holidays import holiday
from claims.values.numeral import Form
from claims.values.passage import Passage, is_letter
from claims.values.phrases import Phrases
from claims.values.word_fractions import word_at
from claims.values.word_numerals import read_words

_DAY = re.compile(r"(?:the )?(?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|\.)?(?![\d:]|[.,/]\d|\s?%)")
_YEAR = re.compile(r"(?P<y>1[0-9]\d\d|20\d\d)(?![\d]|[.,]\d|%|-\d\d-)")
_ANY_YEAR = re.compile(r"(?P<y>1[0-9]\d\d|20\d\d)(?!\d|[.,]\d|%|[a-z])")
_SHORT_YEAR = re.compile(r"['’](?P<y>\d\d)(?!\d)")
_TIME = re.compile(r"[,]? (?:at )?(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?: ?(?P<half>[ap])\.?m\.?)?(?!\d)")
_DECADE = re.compile(r"(?P<y>1[0-9]\d0|20\d0)(?P<s> ?['’]?s)(?![a-z])")
_DASHED = re.compile(r"[-/](?P<a>\d{1,4})[-/](?P<b>\d{1,4})(?!\d)")
_SLASHED = re.compile(r"(?P<d>\d{1,4})[-/](?:(?P<y>\d{4})[-/])?(?=[a-z])")
_ORDINAL = re.compile(r"(?P<n>\d{1,2})(?:st|nd|rd|th)(?![a-z])")
_AMBIGUOUS = ("may", "march", "mar", "sun", "sat", "jan", "apr", "jun", "sep", "dec")
_BEFORE_MONTHS = tuple(
    f"{word} "
    for word in (
        "in",
        "to",
        "from",
        "since",
        "until",
        "by",
        "of",
        "this",
        "last",
        "next",
        "late",
        "early",
        "between",
        "and",
    )
)
_SHORT_AFTER_OF = re.compile(r" of (?P<y>\d\d)(?![\d.,])")
_NEXT = re.compile(r"[\s,.]*")


@dataclass(frozen=True, slots=True)
class Words:
    months: Phrases[Decimal]
    weekdays: Phrases[Decimal]
    parts: Phrases[str]
    relative: Phrases[tuple[str, Decimal, bool]]
    holidays: Phrases[str]
    durations: Phrases[str]
    before_years: Phrases[bool]
    lexicon: Lexicon

    def row(self, name: str) -> tuple[str, ...]:
        return self.lexicon.groups["calendar"].get(name, ())


@cache
def words_for(name: str) -> Words:
    lex = lexicons.load(name)
    relative = [
        (word, (unit, by, table == "anchored"))
        for table in ("relative", "anchored")
        for unit, row in lex.nested[table].items()
        for word, by in row.items()
    ]
    months = [(word, number) for word, number in lex.numbers["months"].items()]
    months += [(word + ".", number) for word, number in months if len(word) <= 4]
    return Words(
        months=Phrases(months),
        weekdays=Phrases(lex.numbers["weekdays"].items()),
        parts=Phrases((word, part) for part, row in lex.groups["parts"].items() for word in row),
        relative=Phrases(relative),
        holidays=Phrases((word, day) for day, row in lex.groups["holidays"].items() for word in row),
        durations=Phrases(
            (word, unit) for unit, row in lex.groups["durations"].items() for word in row if len(word) > 2
        ),
        before_years=Phrases((word, True) for word in lex.groups["calendar"].get("year_before", ())),
        lexicon=lex,
    )


def starters(lexicon: Lexicon) -> frozenset[str]:
    """The first words of the dates of a language."""
    words = [*lexicon.numbers["months"], *lexicon.numbers["weekdays"]]
    words += [
        word for table in ("parts", "holidays", "calendar") for row in lexicon.groups[table].values() for word in row
    ]
    words += [word for table in ("relative", "anchored") for row in lexicon.nested[table].values() for word in row]
    words += [
        *lexicon.numbers["ordinals"],
        *lexicon.numbers["numerals"],
        *lexicon.groups["counting"].get("article", ()),
    ]
    words += [*lexicon.spans["vague"], "the", "on"]
    return frozenset(word.split()[0].rstrip("-.") for word in words)


def read(passage: Passage, at: int, lexicon: Lexicon, known: Known) -> Reading | None:
    """The date that begins at ``at``; None when none does."""
    words = words_for(lexicon.name)
    for reader in (
        _part,
        _decade,
        _day_month,
        _month_day,
        _year,
        weekday,
        _relative,
        _quarter,
        _century,
        _holiday,
        _spoken,
    ):
        reading = reader(passage, at, words, known)
        if reading is not None:
            return reading
    return None


def calls_for_date(passage: Passage, at: int, lexicon: Lexicon) -> bool:
    """Whether the word before ``at`` introduces a date: on 11/20, Friday 7/6, from 10/1."""
    words = words_for(lexicon.name)
    end = at - (passage.char(at - 1) == " ")
    found = words.before_years.before(passage.folded, end)
    weekday = words.weekdays.before(passage.folded, end)
    return weekday is not None or (
        found is not None
        and passage.folded[found[0] : end] in ("on", "from", "until", "till", "since", "by", "before", "after", "or")
    )


def _after(passage: Passage, at: int) -> int:
    found = _NEXT.match(passage.folded, at)
    return found.end() if found is not None else at


def _of(passage: Passage, at: int, words: Words) -> int:
    """The place after "of" or "in" and the spaces around it."""
    place = at + (passage.char(at) == " ")
    end = word_at(passage, place, words.row("of"))
    return end + (passage.char(end) == " ") if end is not None and end > place else place


def _year_at(passage: Passage, at: int) -> tuple[int, int] | None:
    found = _ANY_YEAR.match(passage.folded, at)
    if found is not None:
        return found.end(), int(found["y"])
    short = _SHORT_YEAR.match(passage.folded, at)
    return (short.end(), 1900 + int(short["y"]) + 100 * (int(short["y"]) < 50)) if short is not None else None


def _with_year(passage: Passage, reading: Reading, words: Words) -> Reading:
    """The month or the day with the year behind it, in figures, in words or as "last year"."""
    for place in (_after(passage, reading.end), _of(passage, reading.end, words)):
        found = _year_at(passage, place)
        if found is None and place - reading.end in (1, 4) and reading.day is not None:
            found = _spoken_year(passage, place, words.lexicon)
        if found is not None and place > reading.end and passage.folded[reading.end : place].count(",") <= 1:
            return replace(reading, end=found[0], year=found[1])
    return reading


def _day_month(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """4 July 1995, the 4th of July, fifteen August, 22/Jan/2019."""
    if passage.char(at - 1) in "$€£¥" or passage.folded.startswith(("$ ", "€ ", "£ "), at - 2):
        return None
    slashed = _slashed(passage, at, words)
    if slashed is not None:
        return slashed
    day = _DAY.match(passage.folded, at)
    end, number = (day.end(), int(day["d"])) if day is not None else _spoken_day(passage, at, words.lexicon)
    if number == 0:
        return None
    for place in (_after(passage, end), _of(passage, end, words)):
        month = words.months.at(passage.folded, place)
        if month is not None and place > end and _is_month(passage, place, month[0], True):
            reading = Reading(at, month[0], None, int(month[1]), number)
            return _clocked(passage, _with_year(passage, reading, words))
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


def _month_day(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """July 4, 1995; July 4th; July 1995; March."""
    month = words.months.at(passage.folded, at) or _glued(passage, at, words)
    if month is None:
        return None
    place = _after(passage, month[0]) if passage.char(month[0]) not in "-/" else month[0] + 1
    year = _year_at(passage, place) or _year_at(passage, _of(passage, month[0], words))
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
        return _clocked(passage, _with_year(passage, reading, words))
    if year is not None:
        return Reading(at, year[0], year[1], int(month[1]))
    said = _spoken_year(passage, place, words.lexicon) if place == month[0] + 1 else None
    if said is not None:
        return Reading(at, said[0], said[1], int(month[1]))
    spoken = _spoken_day(passage, place, words.lexicon)
    if spoken[1]:
        return _with_year(passage, Reading(at, spoken[0], None, int(month[1]), spoken[1]), words)
    relative = words.relative.at(passage.folded, place) if place > month[0] else None
    if relative is not None and relative[1][0] == "year" and known.reference is not None:
        return Reading(at, relative[0], known.reference.year + int(relative[1][1]), int(month[1]))
    return Reading(at, month[0], None, int(month[1])) if _is_month(passage, at, month[0], False) else None


def _glued(passage: Passage, at: int, words: Words) -> tuple[int, Decimal] | None:
    """Dec31: a month with the day right behind it."""
    found = re.compile(r"[a-z]{3,9}(?=\d{1,2}(?!\d))").match(passage.folded, at)
    if found is None or is_letter(passage.char(at - 1)):
        return None
    number = words.lexicon.numbers["months"].get(found.group())
    return (found.end(), number) if number is not None else None


def _is_month(passage: Passage, start: int, end: int, certain: bool) -> bool:
    """may and march are also verbs, and short forms parts of names: a capital, or a word beside them, decides."""
    word = passage.text[start:end]
    if certain or word.lower() not in _AMBIGUOUS:
        return True
    prepared = passage.folded[max(0, start - 9) : start].endswith(_BEFORE_MONTHS)
    ranged = passage.folded.startswith((" to ", " through ", "-", " - ", " until "), end)
    if word.lower() in ("may", "march", "mar", "sun", "sat") and not word[0].isupper():
        return False
    return prepared or (ranged and word[0].isupper())


def _clocked(passage: Passage, reading: Reading) -> Reading:
    found = _TIME.match(passage.folded, reading.end)
    if found is None or reading.year is None or reading.month is None or reading.day is None:
        return reading
    hour = int(found["h"]) % 12 + 12 * (found["half"] == "p") if found["half"] else int(found["h"])
    if not calendar.valid(reading.year, reading.month, reading.day):
        return reading
    stamp = f"{calendar.iso(reading.year, reading.month, reading.day)}T{hour:02d}:{found['m']}"
    return replace(reading, end=found.end(), period=calendar.Period(stamp, stamp))


def _year(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """1995 after a word that introduces a year, and wherever else a bare figure of that size is one; 2017 april."""
    found = _YEAR.match(passage.folded, at)
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


_PLURAL = re.compile(r" [a-z]+s\b")
_NOT_AFTER = re.compile(
    r" ?(?:km|kg|mm|cm|mi|m|ft|gb|mb|kb|tb|ghz|mhz|hz|kw|w|v|k|bytes?|bits?|times|words|pages|lines|years?|days?|hours?|hrs?|minutes?|seconds?|months?|weeks?|miles?|dollars|euros?|pounds?|yen|yuan|usd|people|[a-z]+ (?:of|per)|percent|per|pieces|tons?|tonnes?|feet|metres?|meters?|or more|more)\b"
)


def _stands_for_year(passage: Passage, at: int, end: int, words: Words) -> bool:
    number = int(passage.text[at:end])
    after = passage.char(end)
    if after.isalnum() or _NOT_AFTER.match(passage.folded, end) is not None:
        return False
    if after in "-–" and passage.char(end + 1).isalpha():
        return 1900 <= number <= 2099
    before = words.before_years.before(passage.folded, at - (passage.char(at - 1) == " "))
    plural = _PLURAL.match(passage.folded, end) is not None
    if before is not None:
        sure = passage.folded[before[0] : at].strip() in ("in", "year", "since", "circa", "ca.", "c.")
        return number >= 1500 or (sure and not plural)
    return 1900 <= number <= 2049 and not plural and passage.char(at - 1) not in "-+*/=<>"


def _part(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """early 2020, the end of March, mid-November, late in the 1990s."""
    found = words.parts.at(passage.folded, at)
    if found is None:
        return None
    place = found[0] + (passage.char(found[0]) in " -")
    for article in ("the ", "of ", "in ", "the year ", "des jahres "):
        place += len(article) if passage.folded.startswith(article, place) else 0
    inner = (
        _decade(passage, place, words, known)
        or _month_day(passage, place, words, known)
        or _plain_year(passage, place)
        or _relative(passage, place, words, known)
    )
    if (
        inner is None
        or inner.day is not None
        or inner.part is not None
        or (place == found[0]
        and passage.char(place - 1) != "-")
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


def _plain_year(passage: Passage, at: int) -> Reading | None:
    found = _YEAR.match(passage.folded, at)
    return (
        Reading(at, found.end(), int(found["y"]))
        if found is not None and not passage.char(found.end()).isalpha()
        else None
    )


def _decade(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    place = at + 4 * passage.folded.startswith("the ", at)
    found = _DECADE.match(passage.folded, place)
    if found is None:
        year = _ANY_YEAR.match(passage.folded, place) or re.compile(r"(?P<y>\d{3}0)(?=er)").match(passage.folded, place)
        tail = word_at(passage, year.end(), words.row("decade")) if year is not None else None
        if year is None or tail is None or passage.folded[year.end() : tail] in ("s", "'s", "’s"):
            return None
        return Reading(place, tail, period=calendar.decade(int(year["y"])))
    return Reading(at, found.end(), period=calendar.decade(int(found["y"])))


def _spoken_day(passage: Passage, at: int, lexicon: Lexicon) -> tuple[int, int]:
    """The day in words (fifteen, twenty-ninth): where it ends, and its number, 0 for none."""
    place = at + 4 * passage.folded.startswith("the ", at)
    if not is_letter(passage.char(place)):
        return at, 0
    number = read_words(passage, place, lexicon)
    if number is None or number.point is None or number.form in (Form.RATIO, Form.BARE) or not 1 <= number.point <= 31:
        return at, 0
    return number.end, int(number.point)


def _spoken_year(passage: Passage, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
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


def _spoken(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """A year in words after a word that introduces one: in two thousand and twenty."""
    before = words.before_years.before(passage.folded, at - (passage.char(at - 1) == " "))
    if before is None or passage.folded[before[0] : at].strip() not in ("in", "since", "year", "of"):
        return None
    found = _spoken_year(passage, at, words.lexicon)
    if found is None or words.durations.at(passage.folded, found[0] + 1) is not None or _counts(passage, found[0]):
        return None
    return Reading(at, found[0], found[1])


def _counts(passage: Passage, end: int) -> bool:
    return passage.char(end) == " " and is_letter(passage.char(end + 1))


def weekday(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """Monday, next Friday, this past Wednesday."""
    place, way = at, 0
    for row, shift in (("nearest", -7), ("past", -1), ("future", 1), ("this", 0)):
        end = word_at(passage, at, words.row(row))
        if end is not None and passage.char(end) == " ":
            place, way = end + 1, shift
            break
    found = words.weekdays.at(passage.folded, place)
    if found is None or (found[0] - place <= 3 and not passage.text[place].isupper()):
        return None
    base = known.published
    if base is None or base.day is None:
        return Reading(at, found[0], unresolved=True)
    if way == -7:
        day = base.first_day - timedelta(days=(base.first_day.isoweekday() - int(found[1]) - 1) % 7 + 1)
        return Reading(at, found[0], period=calendar.days(day, day))
    monday = calendar.moment(calendar.week_of(base.first_day, way).low)
    if monday is None:
        return None
    day = monday.first_day + timedelta(days=int(found[1]) - 1)
    return Reading(at, found[0], period=calendar.days(day, day))


def _relative(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """today, last month, this year, the following week, that year."""
    place = at + 4 * passage.folded.startswith("the ", at)
    found = words.relative.at(passage.folded, at) or words.relative.at(passage.folded, place)
    if found is None:
        return None
    end, (unit, by, anchored) = found
    base = (known.last or known.published) if anchored else known.published
    if (
        base is None
        or (unit in ("day", "week", "weekend") and base.day is None)
        or (unit in ("month", "quarter") and base.month is None)
    ):
        return Reading(at, end, unresolved=True, approx=True) if not passage.folded.startswith("the ", at) else None
    role = "relative" if passage.folded[at:end] in words.row("generic") else None
    if role is not None and _YEAR.match(passage.folded, _of(passage, end, words)) is not None:
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


def _quarter(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """the first quarter of 2019, fiscal 2024, FY2024."""
    fiscal = re.compile(r"(?:fy|fiscal(?: year)?|financial year) ?['’]?(?P<y>(?:19|20)\d\d|\d\d)(?!\d)").match(
        passage.folded, at
    )
    if fiscal is not None:
        year = int(fiscal["y"])
        return Reading(at, fiscal.end(), year + 2000 if year < 100 else year)
    number = (
        read_words(passage, at + 4 * passage.folded.startswith("the ", at), words.lexicon)
        if is_letter(passage.char(at))
        else None
    )
    if number is None or number.form is not Form.ORDINAL or number.point is None or not 1 <= number.point <= 4:
        return None
    end = word_at(passage, number.end + 1, words.row("quarter"))
    if end is None or end - number.end < 4:
        return None
    place = _of(passage, end, words)
    year_at = _year_at(passage, place)
    relative = words.relative.at(passage.folded, place)
    if year_at is not None:
        return Reading(at, year_at[0], year_at[1], part=f"q{number.point}")
    if relative is not None and relative[1][0] == "year" and known.reference is not None:
        return Reading(at, relative[0], known.reference.year + int(relative[1][1]), part=f"q{number.point}")
    return None


def _century(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    place = at + 4 * passage.folded.startswith("the ", at)
    figure = re.compile(r"(?P<n>\d{1,2})(?:st|nd|rd|th)").match(passage.folded, place)
    number = int(figure["n"]) if figure is not None else _spoken_day(passage, place, words.lexicon)[1]
    end = figure.end() if figure is not None else _spoken_day(passage, place, words.lexicon)[0]
    if not 1 <= number <= 30 or passage.char(end) not in " -":
        return None
    word = word_at(passage, end + 1, words.row("century"))
    return Reading(at, word, period=calendar.century(number)) if word is not None else None


def _holiday(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    found = words.holidays.at(passage.folded, at)
    if found is None:
        return None
    dated = _with_year(passage, Reading(at, found[0]), words)
    year = dated.year or (known.reference.year if known.reference is not None else None)
    day = holiday(found[1], year) if year is not None else None
    if day is None:
        return replace(dated, year=None, unresolved=True)
    return replace(dated, year=day.year, month=day.month, day=day.day)


def ordinal(passage: Passage, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The ordinal at ``at``, in figures or words: where it ends, and its number."""
    figure = _ORDINAL.match(passage.folded, at)
    if figure is not None:
        return figure.end(), int(figure["n"])
    number = read_words(passage, at, lexicon) if is_letter(passage.char(at)) else None
    if number is None or number.form is not Form.ORDINAL or number.point is None:
        return None
    return number.end, int(number.point)


def year_behind(passage: Passage, at: int, words: Words) -> tuple[int, int] | None:
    """The year behind "of" or "in": where it ends, and the year."""
    place = _of(passage, at, words)
    return _year_at(passage, place) if place > at else None


def period_behind(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """The year, month or relative year behind "of" or "in"."""
    place = _of(passage, at, words)
    if place - at < 3:
        return None
    relative = _relative(passage, place, words, known)
    if relative is not None:
        return relative
    place += 4 * passage.folded.startswith("the ", place)
    return _plain_year(passage, place) or _month_day(passage, place, words, known)


def bare_day(passage: Passage, at: int, lexicon: Lexicon, alone: bool = True) -> Reading | None:
    """A day of a month named elsewhere: the eleventh, 13th, 21."""
    place = at + 4 * passage.folded.startswith("the ", at)
    found = _DAY.match(passage.folded, place)
    end, number = (found.end(), int(found["d"])) if found is not None else _spoken_day(passage, place, lexicon)
    if not 1 <= number <= 31 or (alone and passage.char(end) == " " and is_letter(passage.char(end + 1))):
        return None
    return Reading(at, end, day=number)
