"""The words Chinese dates are made of, and the small numbers in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claims.lexicon import Lexicon
from claims.values.dating import Known
from claims.values.phrases import Phrases

DIGITS = "〇零○一二三四五六七八九"
SMALL = (
    r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[〇零○一二三四五六七八九两]"
    r"|廿[一二三四五六七八九]?|卅[一]?)"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of Chinese dates, made ready for looking up."""

    relative: Phrases[tuple[str, Decimal]]
    anchored: Phrases[tuple[str, Decimal]]
    named: Phrases[Decimal]
    parts_year: Phrases[str]
    parts_month: Phrases[str]
    year_alone: Phrases[str]
    eras: Phrases[Decimal]
    holidays: Phrases[str]
    clock: re.Pattern[str]
    late: frozenset[str]


_THIRDS = ("first_third", "second_third", "last_third")


@cache
def words_for(name: str) -> Words:
    """The date words of the lexicon ``name``."""
    from claims import lexicon

    lex = lexicon.load(name)

    def distances(table: str) -> Phrases[tuple[str, Decimal]]:
        rows = lex.nested[table].items()
        return Phrases((word, (unit, by)) for unit, row in rows if unit != "named" for word, by in row.items())

    parts = lex.groups["parts"]
    return Words(
        relative=distances("relative"),
        anchored=distances("anchored"),
        named=Phrases(lex.nested["anchored"].get("named", {}).items()),
        parts_year=Phrases((word, part) for part, row in parts.items() if part not in _THIRDS for word in row),
        parts_month=Phrases((word, part) for part in _THIRDS for word in parts.get(part, ())),
        year_alone=Phrases(
            (word, part)
            for part, row in parts.items()
            if part not in _THIRDS
            for word in row
            if word[0] in "年岁开" or "半年" in word
        ),
        eras=Phrases(lex.numbers["eras"].items()),
        holidays=Phrases((word, day) for day, row in lex.groups["holidays"].items() for word in row),
        clock=_clock(lex.groups["clock"].get("part", ())),
        late=frozenset(lex.groups["clock"].get("late", ())),
    )


def _clock(parts: tuple[str, ...]) -> re.Pattern[str]:
    """What a time of day looks like, the part of the day before it."""
    part = "|".join(sorted(map(re.escape, parts), key=len, reverse=True))
    return re.compile(
        rf" ?(?P<part>{part})?(?P<h>\d{{1,2}}|{SMALL})(?:(?P<sign>[:：])(?P<m>[0-5]\d)(?:[:：][0-5]\d)?时?"
        rf"|(?P<word>点钟?|时)(?:(?P<min>\d{{1,2}}|{SMALL})分(?P<sec>\d{{1,2}}秒)?|(?P<half>半)|(?P<quarter>[123一二三])刻|整)?)(?!候|间|代|期|刻|以)"
    )


def small(written: str) -> int:
    """A number up to 99 in figures or Chinese numerals; 0 for what is none."""
    if written.isdigit() and written.isascii():
        return int(written)
    value = 0
    for char in written:
        if char == "十":
            value = (value or 1) * 10
        elif char in "廿卅":
            value = 20 if char == "廿" else 30
        else:
            value += 2 if char == "两" else max(0, DIGITS.find(char) - 2)
    return value


def year_of(written: str, known: Known) -> int:
    """Four digits as they are; of two digits the year nearest to the publication, not far after it."""
    digits = "".join(str(max(0, DIGITS.find(char) - 2)) if char in DIGITS else char for char in written)
    year = int(digits)
    if len(digits) == 4:
        return year
    now = known.reference.year if known.reference is not None else 2025
    century = now - now % 100
    return century + year if century + year <= now + 10 else century - 100 + year


def initials(lexicon: Lexicon) -> str:
    """The characters a Chinese date may begin with."""
    words = words_for(lexicon.name)
    tables = (words.relative, words.anchored, words.named, words.year_alone, words.eras, words.holidays)
    return "".join(
        {char for table in tables for char in table.initials}
        | set(DIGITS)
        | set("十廿上本周星礼月首前第过最qQ年公农阴旧闰正腊冬大凌清早中下傍晚夜深")
    )
