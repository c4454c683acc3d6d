"""Dates in Chinese: 2024年7月, 二〇〇九年, 去年4月28日, 2月底, 今年前三季度, 上世纪80年代, 那个6月, 下下周日."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.lexicon import Lexicon
from claims.values import calendar
from claims.values.dating import Known, Reading, year_of_part
from claims.values.han_clock import with_clock
from claims.values.han_months import (
    LONE_DAY,
    LUNAR,
    MONTH,
    QUARTER,
    inside_month,
    inside_year,
    is_lunar,
    lunar_day,
    of_quarter,
    on_holiday,
)
from claims.values.han_relative import read_ago, read_ahead, read_anchored, read_relative, read_weekday
from claims.values.han_words import DIGITS, SMALL, Words, small, words_for, year_of
from claims.values.passage import Passage

_FIGURES = re.compile(
    rf"(?P<y>(?<!\d)\d{{4}}|(?<!\d)\d{{2}}|[{DIGITS}]{{4}}|[{DIGITS}]{{2}}) ?年(?:度|份)?"
    r"(?!级|龄|薪|代|限|纪|轻|糕|化|均|增)"
)
_BARE_YEAR = re.compile(r"(?<![\d.,，/\-–—~～:])(?:19|20)\d{2}(?=[\u4e00-\u9fff])(?! ?[年月日])")
_BEFORE_OUR_ERA = re.compile(rf"公元前(?:\d{{1,4}}|{SMALL}|[一二三四五六七八九百十零]{{2,8}})(?:年|世纪)")
_ERA_YEAR = re.compile(r"(?P<n>元|\d{1,3}|[〇零一二三四五六七八九十百]{1,6}) ?年")
_DECADE = re.compile(
    r"(?:(?P<c>\d{1,2}|十[一二三四五六七八九]|二十[一]?)世纪|(?P<last>上个?世纪)|(?P<this>本世纪)|(?P<century>19|20))?(?P<d>[一二三四五六七八九]十|\d0)年代"
)
_YEAR_DECADE = re.compile(r"(?P<y>(?:1[5-9]|20)\d0)年代")
_CENTURY = re.compile(rf"(?:公元)?(?P<c>{SMALL})世纪")
_NEW_YEAR_DAY = re.compile(rf"大年初(?P<d>{SMALL})")
_MARKED_YEAR = re.compile(rf"(?:农历|阴历|旧历)(?P<y>\d{{4}}|[{DIGITS}]{{4}})年")


def read(passage: Passage, at: int, lexicon: Lexicon, known: Known) -> Reading | None:
    """The date that begins at ``at``; None when none does."""
    words = words_for(lexicon.name)
    for reader in (
        _before_our_era,
        _decade_or_century,
        _lunar,
        _with_year,
        read_ago,
        read_ahead,
        read_relative,
        read_anchored,
        _month_first,
        _year_part_alone,
        _quarter_alone,
        read_weekday,
        _holiday,
    ):
        reading = reader(passage, at, words, known)
        if reading is not None:
            return reading
    return None


def _before_our_era(passage: Passage, at: int, _words: Words, _known: Known) -> Reading | None:
    """公元前221年: a date, but none that ISO 8601 writes without an agreement."""
    found = _BEFORE_OUR_ERA.match(passage.text, at)
    return Reading(at, found.end(), unresolved=True) if found is not None else None


def _decade_or_century(passage: Passage, at: int, words: Words, _known: Known) -> Reading | None:
    text = passage.text
    year = _YEAR_DECADE.match(text, at)
    found = year or _DECADE.match(text, at)
    if found is not None:
        if year is not None:
            first = int(year["y"])
        else:
            named = found.groupdict()
            number = (
                21
                if named["this"]
                else small(named["c"])
                if named["c"]
                else int(named["century"]) + 1
                if named["century"]
                else 20
            )
            decade = small(named["d"])
            first = (number - 1) * 100 + decade
            if not any(named[key] for key in ("c", "last", "this", "century")) and decade < 30:
                first += 100
        part = words.parts_year.at(text, found.end()) or words.parts_month.at(text, found.end())
        end = part[0] if part is not None else found.end()
        return Reading(
            at, end, period=calendar.decade(first, part[1] if part is not None else None), approx=part is not None
        )
    hundred = _CENTURY.match(text, at)
    if hundred is None or not 1 <= small(hundred["c"]) <= 30:
        return None
    return Reading(at, hundred.end(), period=calendar.century(small(hundred["c"])))


def _with_year(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    text = passage.text
    era = words.eras.at(text, at)
    if era is not None:
        found = _ERA_YEAR.match(text, era[0])
        if found is None:
            return None
        number = (
            1
            if found["n"] == "元"
            else small(found["n"])
            if "百" not in found["n"]
            else 100 + small(found["n"].split("百")[1].lstrip("零〇"))
        )
        return inside_year(passage, Reading(at, found.end(), int(era[1]) + number), words)
    marked = _MARKED_YEAR.match(text, at)
    if marked is not None:
        inner = LUNAR.match(text, marked.end())
        exact = lunar_day(Reading(at, at, year_of(marked["y"], known)), None, inner) if inner is not None else None
        return exact or Reading(at, marked.end(), year_of(marked["y"], known))
    found = _FIGURES.match(text, at)
    if found is not None:
        year = year_of(found["y"], known)
        reading = inside_year(passage, Reading(at, found.end(), year), words)
        short = len(found["y"]) == 2
        if short and reading.end == found.end() and not _two_digit_year(found["y"], text, found.end()):
            return None
        return reading if calendar.valid(year) and not (short and found["y"][0] in "两") else None
    bare = _BARE_YEAR.match(text, at)
    if bare is not None and not _counted(passage, bare.end()):
        return Reading(at, bare.end(), int(bare.group()))
    return None


_COUNTED = re.compile(
    r"[个家名位人条项款种篇张颗座所本册部台辆架艘只头件套份批组支次场届级层岁票户口例起间栋处段字首枚箱万亿千百元美欧日英港公米克斤吨度分秒天小周块毫厘平立多余余倍成折点号页行卡股]"
)


def _counted(passage: Passage, end: int) -> bool:
    """2048块, 1200家: a number before a measure word is no year."""
    return _COUNTED.match(passage.text, end) is not None


def _two_digit_year(written: str, text: str, end: int) -> bool:
    """08年 and 97年 are years, 20年 is twenty years, except where figures are read one by one (二一年)."""
    if written[0] in "0〇零○":
        return not text.startswith(("内", "后", "前", "来", "间"), end)
    if written.isascii():
        return 60 <= int(written) <= 99 and not text.startswith(("内", "后", "前", "来", "间", "的", "以"), end)
    return True


def _month_first(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """4月2日, 2月底, 29日: without a year."""
    text = passage.text
    if (
        passage.char(at - 1).isdigit()
        or passage.char(at - 1) in ".,第"
        or (passage.char(at - 1) in DIGITS + "十数几" and passage.char(at) in DIGITS + "十")
    ):
        return None
    month = MONTH.match(text, at)
    if month is not None and 1 <= small(month["m"]) <= 12:
        from claims.values.dating import year_for

        year = year_for(small(month["m"]), known)
        reading = inside_month(passage, Reading(at, month.end(), year, small(month["m"])), words)
        return replace(reading, year=None) if reading.period is None else reading
    day = LONE_DAY.match(text, at)
    if day is not None and 1 <= small(day["d"]) <= 31 and text[at] != "两":
        return with_clock(passage, Reading(at, day.end(), day=small(day["d"])), words)
    return None


def _year_part_alone(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """年底, 上半年, 开年: of the last year named, else of the publication's."""
    found = words.year_alone.at(passage.text, at)
    if found is None or passage.char(at - 1) in "千百十万多数去今明每整全跨" or passage.char(at - 1).isdigit():
        return None
    base = known.last if known.last is not None and at - known.last_end < 60 else known.reference
    year = year_of_part(found[1], base, known) if base is not None else None
    return Reading(at, found[0], year, part=found[1], unresolved=base is None)


def _quarter_alone(passage: Passage, at: int, _words: Words, known: Known) -> Reading | None:
    found = QUARTER.match(passage.text, at)
    if (
        found is None
        or not ("季" in found.group() or found["figure"])
        or (passage.char(at - 1).isalnum() and passage.char(at - 1) < "\u2e80")
    ):
        return None
    base = known.last or known.reference
    if base is None:
        return Reading(at, found.end(), unresolved=True)
    reading = of_quarter(Reading(at, found.end(), base.year), found)
    return replace(reading, year=year_of_part(reading.part, base, known)) if reading.part else reading


def _holiday(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    found = words.holidays.at(passage.text, at)
    if found is None:
        return None
    return on_holiday(Reading(at, found[0]), found[1], known.reference.year if known.reference is not None else None)


def _lunar(passage: Passage, at: int, _words: Words, known: Known) -> Reading | None:
    """正月十五, 腊月, 闰四月, 农历八月十五, 大年初十: dates of the lunar calendar."""
    new_year = _NEW_YEAR_DAY.match(passage.text, at)
    found = LUNAR.match(passage.text, at)
    if new_year is None and (found is None or not is_lunar(found)):
        return None
    year = known.reference.year if known.reference is not None else None
    return lunar_day(Reading(at, at, year), new_year, found)
