"""What is named inside a year or a month in Chinese: 7月, 第三季度, 2月底, 第一周, 腊月初十."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from claims.values import calendar
from claims.values.calendar import Period
from claims.values.dating import Reading
from claims.values.han_clock import with_clock
from claims.values.han_words import DIGITS, SMALL, Words, small
from claims.values.holidays import holiday
from claims.values.lunar import lunar, month_end
from claims.values.passage import Passage

MONTH = re.compile(rf"(?P<m>{SMALL}) ?月(?:份)?(?!球|薪|饼|亮|台|票)")
_NUMBERED = r"号(?!线|楼|院|航|机|电|令)"
DAY = re.compile(rf"(?P<d>{SMALL}) ?(?:日(?!元|圆|币)|{_NUMBERED})")
"""The day behind a month: 8月2日, also where 本报, 电 or 均价 follow."""

LONE_DAY = re.compile(rf"(?P<d>{SMALL}) ?日(?!元|圆|币|均|常|航程|本(?![报刊台社市省县区月周届次场轮]))")
_BARE_DAY = re.compile(rf"(?P<d>{SMALL})(?=[^\d.%个年月日天周万亿千百人家名多余几点时分、\-–—]|$)")
QUARTER = re.compile(
    r"(?:第(?=.个?季)(?P<nth>[一二三四1-4])个?|(?P<q>[一二三四1-4]))(?:季度|季(?!节|军|风))|(?P<first>首)季度?|前(?P<upto>[一二两三123])个?季度|[qQ](?P<figure>[1-4])(?:季度)?"
)
_FIRST = re.compile(rf"(?:的)?前(?P<n>{SMALL})个?(?P<unit>月|天|日|周)")
_NTH_MONTH = re.compile(rf"(?:的)?(?:第(?P<n>{SMALL})个月|首月)")
_NTH_WEEK = re.compile(
    rf"(?:的)?(?:第(?P<n>{SMALL})个?|(?P<head>首|头)个?|(?P<last>最后一个?))(?:周|星期|礼拜)(?![一二三四五六日天末])"
)
_NTH_WEEKDAY = re.compile(rf"(?:的)?第(?P<n>{SMALL})个(?:周|星期|礼拜)(?P<w>[一二三四五六日天])")
LUNAR = re.compile(
    rf"(?P<mark>(?:农历|阴历|旧历)(?:的)?)?(?P<leap>闰)?(?P<m>正|腊|冬|{SMALL})月(?:份)?(?:(?P<early>初)?(?P<d>{SMALL})(?:日|号)?)?"
)
_MONTHS_OF = re.compile(rf"(?P<a>{SMALL})(?:月份?)? ?[-–—－~～至到] ?(?P<b>{SMALL})月(?:份)?")


def inside_year(passage: Passage, reading: Reading, words: Words) -> Reading:
    """The reading of a year with the month, quarter, half or week named behind it."""
    text = passage.text
    at = reading.end + (passage.char(reading.end) == " ")
    lunar_month = LUNAR.match(text, at)
    if lunar_month is not None and is_lunar(lunar_month):
        exact = lunar_day(reading, None, lunar_month)
        if exact is not None:
            return exact
    several = _MONTHS_OF.match(text, at)
    if several is not None and reading.year is not None and 1 <= small(several["a"]) < small(several["b"]) <= 12:
        return replace(
            reading, end=several.end(), period=calendar.months(reading.year, small(several["a"]), small(several["b"]))
        )
    month = MONTH.match(text, at) or _NTH_MONTH.match(text, at)
    if month is not None:
        number = small(month["m"]) if "m" in month.groupdict() else small(month["n"] or "一")
        if 1 <= number <= 12:
            return inside_month(passage, replace(reading, end=month.end(), month=number), words)
    quarter = QUARTER.match(text, at)
    if quarter is not None:
        return of_quarter(reading, quarter)
    week = _in_weeks(passage, reading, at)
    if week is not None:
        return week
    first = _FIRST.match(text, at)
    if first is not None and first["unit"] == "月" and reading.year is not None:
        upto = min(12, small(first["n"]))
        return replace(reading, end=first.end(), period=calendar.months(reading.year, 1, max(1, upto)))
    part = words.parts_year.at(text, at)
    if part is not None and not (
        part[1] in ("spring", "summer", "autumn", "winter") and text.startswith(("节", "运", "晚", "天鹅"), part[0])
    ):
        return replace(reading, end=part[0], part=part[1])
    holiday = words.holidays.at(text, at)
    if holiday is not None:
        return on_holiday(replace(reading, end=holiday[0]), holiday[1], reading.year)
    return reading


def of_quarter(reading: Reading, found: re.Match[str]) -> Reading:
    """The reading of a year with the quarter, or the first quarters, that were found behind it."""
    if found["upto"]:
        last = small(found["upto"]) * 3
        period = calendar.months(reading.year, 1, last) if reading.year is not None else None
        return replace(reading, end=found.end(), period=period, unresolved=period is None)
    number = 1 if found["first"] else small(found["q"] or found["nth"] or found["figure"])
    return replace(reading, end=found.end(), part=f"q{number}")


def _in_weeks(passage: Passage, reading: Reading, at: int) -> Reading | None:
    if reading.year is None:
        return None
    text = passage.text
    day = _NTH_WEEKDAY.match(text, at)
    if day is not None:
        return replace(reading, end=day.end(), period=_nth_weekday(reading, small(day["n"]), weekday_number(day["w"])))
    found = _NTH_WEEK.match(text, at)
    if found is None:
        return None
    number = -1 if found["last"] else 1 if found["head"] else small(found["n"])
    return replace(reading, end=found.end(), period=calendar.numbered_week(reading.year, reading.month, number))


def _nth_weekday(reading: Reading, number: int, weekday: int) -> Period:
    first = calendar.Moment(reading.year or 1, reading.month or 1).first_day
    day = first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (number - 1))
    return calendar.days(day, day)


def weekday_number(char: str) -> int:
    """The number of a weekday, Monday 1; the weekend begins on its sixth day."""
    return "一二三四五六日".find(char) + 1 if char not in "天末" else 7 if char == "天" else 6


def inside_month(passage: Passage, reading: Reading, words: Words) -> Reading:
    """The reading of a month with the day, the ten days or the week named behind it."""
    text = passage.text
    at = reading.end + (passage.char(reading.end) == " ")
    at += text.startswith("初", at) and passage.char(at + 1) in DIGITS + "十"
    day = DAY.match(text, at) or (
        _BARE_DAY.match(text, at) if at == reading.end or passage.char(at - 1) == "初" else None
    )
    if day is not None and 1 <= small(day["d"]) <= 31:
        return with_clock(passage, replace(reading, end=day.end(), day=small(day["d"])), words)
    week = _in_weeks(passage, reading, at)
    if week is not None:
        return week
    first = _FIRST.match(text, at)
    if first is not None and first["unit"] in "天日" and reading.year is not None and reading.month is not None:
        last = max(1, min(28, small(first["n"])))
        low, high = calendar.iso(reading.year, reading.month, 1), calendar.iso(reading.year, reading.month, last)
        return replace(reading, end=first.end(), period=Period(low, high))
    part = words.parts_month.at(text, at) if at == reading.end else None
    if part is not None and not text.startswith(
        ("国", "间", "心", "部", "步", "的", "期", "共", "央", "方"), part[0] - 1 + (text[part[0] - 1] != "中")
    ):
        return replace(reading, end=part[0], part=part[1])
    return reading


def on_holiday(reading: Reading, rule: str, year: int | None) -> Reading:
    """The reading with the day a holiday falls on in a year."""
    day = holiday(rule, year) if year is not None else None
    if day is None:
        return replace(reading, year=None, unresolved=True)
    return replace(reading, year=day.year, month=day.month, day=day.day)


def is_lunar(found: re.Match[str]) -> bool:
    """Whether a month and day are marked as dates of the lunar calendar."""
    day = found["d"] or ""
    return bool(
        found["mark"]
        or found["leap"]
        or found["m"] in ("正", "腊", "冬")
        or found["early"]
        or day.startswith(("廿", "卅"))
    )


def lunar_day(reading: Reading, new_year: re.Match[str] | None, found: re.Match[str] | None) -> Reading | None:
    """The reading with the day, or the whole month, of the lunar calendar; None when that year has no such day."""
    if new_year is not None:
        month, day, leap, end = 1, small(new_year["d"]), False, new_year.end()
    elif found is not None:
        month = {"正": 1, "冬": 11, "腊": 12}.get(found["m"]) or small(found["m"])
        day, leap, end = small(found["d"] or ""), bool(found["leap"]), found.end()
    else:
        return None
    if reading.year is None:
        return replace(reading, end=end, unresolved=True)
    first = lunar(reading.year, month, day or 1, leap)
    last = first if day else month_end(reading.year, month, leap)
    if first is None or last is None:
        return None
    return replace(reading, end=end, period=calendar.days(first, last))
