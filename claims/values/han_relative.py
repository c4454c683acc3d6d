"""Chinese dates counted from another: 去年, 上个月, 下下周日, 次年3月, 那个月底, 五天前."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

from claims.values import calendar
from claims.values.dating import Known, Reading
from claims.values.han_clock import with_clock
from claims.values.han_months import MONTH, inside_month, inside_year, weekday_number
from claims.values.han_words import DIGITS, SMALL, Words, small
from claims.values.passage import Passage

_WEEKDAY = re.compile(r"(?:的)?(?:周|星期|礼拜)(?P<w>[一二三四五六日天末])(?!年|期|刊|边|围)")
_AGO = re.compile(rf"(?P<n>{SMALL}) ?(?P<unit>天|日|周|个星期|个月)(?:以前|之前|前)(?!后|往|来)")
_AHEAD = re.compile(rf"(?P<n>{SMALL}|\d{{1,2}}) ?(?P<unit>天|日|周|个星期)(?:以后|之后|后)的?")
_WEEKDAY_OF = re.compile(r"(?:周|星期|礼拜)?(?P<w>[一二三四五六日天末])(?![\u4e00-\u9fff]?(?:年|个|级|点))")
_ENDS_IN_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]$")
_PAST = re.compile(r"(?:在?过去|最近)(?P<n>[一二两三四五六七八九十几]|\d{1,3})(?P<unit>年|个月|天|周)")


def read_relative(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """去年, 上个月, 本周, 今天 and what is named inside them."""
    text = passage.text
    found = words.relative.at(text, at)
    past = _PAST.match(text, at)
    if past is not None and (found is None or past.end() > found[0]):
        return None
    if found is None or text.startswith(("头条", "之后"), found[0]):
        return None
    end, (unit, by) = found
    base = known.published
    if (
        base is None
        or (unit not in ("year",) and base.month is None)
        or (unit in ("day", "week", "recent") and base.day is None)
    ):
        return Reading(at, end, unresolved=True, approx=True)
    if unit == "year":
        return inside_year(passage, Reading(at, end, base.year + int(by)), words)
    if unit == "month":
        period = calendar.shifted(base, "month", by)
        moment = calendar.moment(period.low) if period is not None else None
        return inside_month(passage, Reading(at, end, moment.year, moment.month), words) if moment is not None else None
    if unit == "weekend":
        return _inside_week(text, at, end, base, int(by), "末")
    if unit == "week":
        return _inside_week(text, at, end, base, int(by))
    if unit == "quarter":
        quarter = (base.year * 4 + ((base.month or 1) - 1) // 3) + int(by)
        return Reading(at, end, quarter // 4, part=f"q{quarter % 4 + 1}")
    if unit == "recent":
        last = base.first_day - timedelta(days=1)
        return Reading(at, end, period=calendar.days(base.first_day + timedelta(days=int(by)), last), approx=True)
    period = calendar.shifted(base, "day", by)
    day = calendar.moment(period.low) if period is not None else None
    if day is None:
        return None
    return with_clock(passage, Reading(at, end, day.year, day.month, day.day), words, text[end - 1] in "晚夜")


def _inside_week(text: str, at: int, end: int, base: calendar.Moment, by: int, named: str = "") -> Reading:
    week = calendar.week_of(base.first_day, by)
    joined = _WEEKDAY_OF.match(text, end) if not named else None
    char = joined["w"] if joined is not None else named
    monday = calendar.moment(week.low)
    if not char or monday is None:
        return Reading(at, end, period=week)
    exact = monday.first_day + timedelta(days=weekday_number(char) - 1)
    last = exact + timedelta(days=1) if char == "末" else exact
    return Reading(at, joined.end() if joined is not None else end, period=calendar.days(exact, last))


def read_anchored(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """当年, 次年3月, 那个月底, 前一天: counted from the last date in the text."""
    text = passage.text
    named = words.named.at(text, at)
    base = known.last or known.published
    if named is not None:
        month = MONTH.match(text, named[0])
        if month is not None and 1 <= small(month["m"]) <= 12:
            meant = known.last_with("month", small(month["m"])) or base
            year = meant.year if meant is not None else None
            return inside_month(
                passage, Reading(at, month.end(), year, small(month["m"]), unresolved=year is None), words
            )
    found = words.anchored.at(text, at)
    if found is None or text.startswith(("性", "轮", "批", "级"), found[0]):
        return None
    end, (unit, by) = found
    base = known.last_with(unit) or known.published
    if base is None or (unit != "year" and base.month is None) or (unit == "day" and base.day is None):
        return Reading(at, end, unresolved=True, approx=True)
    if unit == "year":
        return inside_year(passage, Reading(at, end, base.year + int(by)), words)
    period = calendar.shifted(base, unit, by)
    moment = calendar.moment(period.low) if period is not None else None
    if moment is None:
        return None
    if unit == "month":
        return inside_month(passage, Reading(at, end, moment.year, moment.month), words)
    return Reading(at, end, moment.year, moment.month, moment.day)


def read_weekday(passage: Passage, at: int, _words: Words, known: Known) -> Reading | None:
    """周三 alone: the latest one."""
    found = _WEEKDAY.match(passage.text, at)
    if found is None or passage.char(at) == "的":
        return None
    base = known.published
    if base is None or base.day is None:
        return Reading(at, found.end(), unresolved=True)
    if found["w"] == "末":
        return _inside_week(passage.text, at, at, base, 0)
    day = calendar.latest_weekday(base.first_day, weekday_number(found["w"]))
    return Reading(at, found.end(), period=calendar.days(day, day))


def read_ago(passage: Passage, at: int, _words: Words, known: Known) -> Reading | None:
    """5天前, 三周前, 两个月前: counted back from the publication. Years ago are a length of time, not a date."""
    found = _AGO.match(passage.text, at)
    if found is None or passage.char(at - 1).isdigit() or passage.char(at - 1) in DIGITS + "十百千万几数第.":
        return None
    base = known.published
    if base is None or base.day is None or small(found["n"]) == 0:
        return None
    unit = {"天": "day", "日": "day", "周": "week", "个星期": "week", "个月": "month"}[found["unit"]]
    return Reading(at, found.end(), period=calendar.shifted(base, unit, Decimal(-small(found["n"]))))


def read_ahead(passage: Passage, at: int, words: Words, known: Known) -> Reading | None:
    """六天后的下午三点: a point in time; without the hour, 六天后 says how long it takes."""
    found = _AHEAD.match(passage.text, at)
    if found is None or passage.char(at - 1).isdigit() or passage.char(at - 1) in DIGITS + "十百千万几数第.":
        return None
    days = small(found["n"]) * (1 if found["unit"] in "天日" else 7)
    base = known.published
    exact = base is not None and base.day is not None and days > 0
    day = base.first_day + timedelta(days=days) if base is not None and exact else None
    # The hour is looked for behind any day; where the day cannot be counted, the whole stays unresolved.
    meant = Reading(at, found.end(), day.year, day.month, day.day) if day else Reading(at, found.end(), 2000, 1, 1)
    hour = with_clock(passage, meant, words)
    if hour.end == meant.end:
        return None
    return hour if day else Reading(at, hour.end, unresolved=True)


def is_weekday(passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch ends in the name of a weekday."""
    return _ENDS_IN_WEEKDAY.search(passage.text[start:end]) is not None
