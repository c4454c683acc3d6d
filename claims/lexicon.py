"""The words of a language, read from one TOML file and checked whole.

A lexicon says what words mean; how they combine is said by the modules of ``claims/values``. Each table of the file
has one of the shapes below, and ``SCHEMA`` lists every table there may be. A table that is absent is empty, so a
small language needs a small file. Words are written in lower case (units, whose case counts, as they are spelt) and,
for Chinese, in simplified characters, because they are looked for in cleaned text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from importlib.resources import files

from sources.errors import ConfigError

Numbers = Mapping[str, Decimal]
Groups = Mapping[str, tuple[str, ...]]
Ends = tuple[Decimal | None, Decimal | None]


class Shape(Enum):
    """What a table of a lexicon looks like."""

    TEXT = auto()  # one string
    WORDS = auto()  # a list of words
    NUMBERS = auto()  # word = number
    GROUPS = auto()  # meaning = [words]
    NESTED = auto()  # meaning = {word = number}
    SPANS = auto()  # word = [low, high], an empty string for an open end


SCHEMA: Mapping[str, Shape] = {
    "language": Shape.TEXT,  # its code, BCP 47
    "writing": Shape.TEXT,  # "han": words run together; "spaced": words stand apart
    "decimal": Shape.TEXT,  # the mark before decimals, "." or ","
    "dates": Shape.TEXT,  # the order of a date in figures with slashes: "mdy", "dmy"
    "numerals": Shape.NUMBERS,  # words below a hundred
    "multipliers": Shape.NUMBERS,  # hundred, thousand, 万, …
    "suffixes": Shape.NUMBERS,  # multipliers set right after figures: k, bn
    "sums": Shape.NUMBERS,  # the same, only beside a currency: $5m
    "ordinals": Shape.NUMBERS,  # third = 3
    "ordinal_endings": Shape.WORDS,  # set after figures: st, nd, rd, th
    "denominators": Shape.NUMBERS,  # half = 2
    "vague": Shape.SPANS,  # 几 = [2, 9]
    "fixed": Shape.SPANS,  # whole expressions: 数以万计 = [10000, ""]
    "ratios": Shape.NUMBERS,  # words that are a ratio by themselves: 一半, twofold
    "times": Shape.WORDS,  # after a number: a ratio (倍, fold, times as)
    "counting": Shape.GROUPS,  # the small words inside numbers: article, and, point, minus, zero, more, odd, half, of
    "lower": Shape.GROUPS,  # hedges that set a lower bound: before, after
    "upper": Shape.GROUPS,  # hedges that set an upper bound: before, after
    "near": Shape.GROUPS,  # hedges that leave the number but make it approximate: before, after
    "scales": Shape.GROUPS,  # words before a bare degree that say which: °F = [华氏]
    "blocked": Shape.GROUPS,  # words that end like a hedge and are none (最近, 通过)
    "ranges": Shape.GROUPS,  # opening, joining, closing words of a range
    "units": Shape.GROUPS,  # canonical unit = [words]
    "durations": Shape.GROUPS,  # second, minute, … = [words]
    "currencies": Shape.GROUPS,  # ISO 4217 = [words]
    "subunits": Shape.NESTED,  # ISO 4217 = {word = share of the main unit}
    "percent": Shape.GROUPS,  # %, pp = [words]; also before, for 百分之
    "measures": Shape.WORDS,  # measure words of counts
    "nouns": Shape.WORDS,  # nouns counted without a measure word
    "months": Shape.NUMBERS,
    "weekdays": Shape.NUMBERS,  # Monday = 1
    "parts": Shape.GROUPS,  # early, mid, late, … of a month or year
    "holidays": Shape.GROUPS,  # MM-DD = [words]
    "eras": Shape.NUMBERS,  # 民国 = the year before its first
    "calendar": Shape.GROUPS,  # the words dates are built with: year, month, day, quarter, half, decade, century, …
    "relative": Shape.NESTED,  # year, month, week, day = {word = distance from the publication date}
    "anchored": Shape.NESTED,  # the same, counted from the date before it in the text
    "rank": Shape.GROUPS,  # before, top, after, and words that are a place by themselves: first, second, …
    "clock": Shape.GROUPS,  # part: words for a part of the day before a time; late: those of the second half
    "roles": Shape.GROUPS,  # role = [words before the number]
    "role_endings": Shape.GROUPS,  # role = [words after the number]
    "behind_codes": Shape.WORDS,  # words that may follow a short telephone number: call 999 for help
    "copulas": Shape.WORDS,  # words after which a bare digit word is a number (是)
    "idioms": Shape.WORDS,  # expressions in which no numeral counts
    "dimensions": Shape.NESTED,  # units.toml: dimension = {unit = size in the base unit}
    "prefixes": Shape.NUMBERS,  # units.toml: SI prefixes
    "prefixed": Shape.WORDS,  # units.toml: units that take SI prefixes
    "symbols": Shape.GROUPS,  # units.toml: ISO 4217 = [signs]
    "codes": Shape.WORDS,  # units.toml: ISO 4217 codes that may stand beside a number
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One checked lexicon; every table of ``SCHEMA`` is there, empty when the file has none."""

    name: str
    texts: Mapping[str, str]
    words: Groups
    numbers: Mapping[str, Numbers]
    groups: Mapping[str, Groups]
    nested: Mapping[str, Mapping[str, Numbers]]
    spans: Mapping[str, Mapping[str, Ends]]

    @property
    def han(self) -> bool:
        """Whether the language is written without spaces, in Han characters."""
        return self.texts["writing"] == "han"


def names() -> tuple[str, ...]:
    """The lexicons of the package, ``units`` apart: one name a language, in alphabetical order."""
    folder = files("claims.lexicons")
    found = (item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml"))
    return tuple(sorted(name for name in found if name != "units"))


@cache
def load(name: str) -> Lexicon:
    """The lexicon ``name`` (``zh``, ``units``); raises ConfigError when it is not there or any row of it is wrong."""
    try:
        text = files("claims.lexicons").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(
            f"lexicon {name}", "there is no such file", f"the lexicons are {', '.join(names())}"
        ) from error
    return parse(name, text)


def parse(name: str, text: str) -> Lexicon:
    """A lexicon from the text of its file; raises ConfigError that names every wrong row at once."""
    try:
        tables = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"lexicon {name}", f"no valid TOML ({error})", "mend the syntax") from error
    wrong = [complaint for key, table in tables.items() for complaint in _complaints(key, table)]
    if name != "units" and tables.get("writing") not in ("han", "spaced"):
        wrong.append('writing: must be "han" or "spaced"')
    if wrong:
        raise ConfigError(f"lexicon {name}", "; ".join(wrong), "mend these rows")
    return _built(name, tables)


def _complaints(key: str, table: object) -> Iterator[str]:
    shape = SCHEMA.get(key)
    if shape is None:
        yield f"{key}: no such table"
    elif shape is Shape.TEXT:
        if not isinstance(table, str):
            yield f"{key}: must be a string"
    elif shape is Shape.WORDS:
        yield from _bad_words(key, table)
    elif not isinstance(table, dict):
        yield f"{key}: must be a table"
    else:
        for word, value in table.items():
            yield from _bad_row(f"{key}.{word}", shape, value)


def _bad_row(place: str, shape: Shape, value: object) -> Iterator[str]:
    if shape is Shape.NUMBERS and not _is_number(value):
        yield f"{place}: must be a number"
    elif shape is Shape.GROUPS:
        yield from _bad_words(place, value)
    elif shape is Shape.NESTED:
        if not isinstance(value, dict):
            yield f"{place}: must be a table"
        else:
            yield from (f"{place}.{word}: must be a number" for word, number in value.items() if not _is_number(number))
    elif shape is Shape.SPANS:
        ends = value if isinstance(value, list) and len(value) == 2 else [None, None]
        if not all(end == "" or _is_number(end) for end in ends):
            yield f'{place}: must be [low, high], "" for an open end'


def _bad_words(place: str, value: object) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{place}: must be a list of words"
        return
    seen: set[object] = set()
    for word in value:
        if not isinstance(word, str) or not word.strip():
            yield f"{place}: {word!r} is no word"
        elif word in seen:
            yield f"{place}: {word!r} stands there twice"
        seen.add(word if isinstance(word, str) else None)


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _built(name: str, tables: Mapping[str, object]) -> Lexicon:
    def every(shape: Shape) -> Iterator[tuple[str, object]]:
        return ((key, tables.get(key)) for key, wanted in SCHEMA.items() if wanted is shape)

    return Lexicon(
        name=name,
        texts={key: str(value or "") for key, value in every(Shape.TEXT)},
        words={key: _words(value) for key, value in every(Shape.WORDS)},
        numbers={key: _numbers(value) for key, value in every(Shape.NUMBERS)},
        groups={key: {row: _words(value) for row, value in _rows(table)} for key, table in every(Shape.GROUPS)},
        nested={key: {row: _numbers(value) for row, value in _rows(table)} for key, table in every(Shape.NESTED)},
        spans={key: {row: _ends(value) for row, value in _rows(table)} for key, table in every(Shape.SPANS)},
    )


def _rows(table: object) -> Iterator[tuple[str, object]]:
    if isinstance(table, dict):
        yield from ((str(key), value) for key, value in table.items())


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(word) for word in value) if isinstance(value, list) else ()


def _numbers(value: object) -> dict[str, Decimal]:
    return {word: Decimal(str(number)) for word, number in _rows(value)}


def _ends(value: object) -> Ends:
    low, high = (None if end == "" else Decimal(end) for end in _words(value))
    return low, high
