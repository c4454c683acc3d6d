"""Dates in Chinese: 2024年7月, 二〇〇九年, 去年4月28日, 2月底, 今年前三季度, 上世纪80年代, 那个6月, 下下周日."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from functools import cache

from claims.lexicon import Lexicon
from claims.values import calendar
from claims.values.calendar import Period
from claims.values.dating import Known, Reading
from claims.values.holidays import holiday
from claims.values.lunar import lunar, month_end
from claims.values.passage import Passage
from claims.values.phrases import Phrases

_DIGITS = "〇零○一二三四五六七八九"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[〇零○一二三四五六七八九两]|廿[一二三四五六七八九]?|卅[一]?)"
_FIGURES = re.compile(
    rf"(?P<y>(?<!\d)\d{{4}}|(?<!\d)\d{{2}}|[{_DIGITS}]{{4}}|[{_DIGITS}]{{2}}) ?年(?P<tail>度|份)?(?!级|龄|薪|代|限|纪|轻|糕|化|均|增)"
)
_BARE_YEAR = re.compile(r"(?<![\d.,，/\-–—~～:])(?:19|20)\d{2}(?=[\u4e00-\u9fff])(?! ?[年月日])")
_ERA_YEAR = re.compile(r"(?P<n>元|\d{1,3}|[〇零一二三四五六七八九十百]{1,6}) ?年")
_MONTH = re.compile(rf"(?P<m>{_SMALL}) ?月(?:份)?(?!球|薪|饼|亮|台|票)")
_DAY = re.compile(rf"(?P<d>{_SMALL}) ?(?:日|号)(?!本|元|圆|均|常|线|楼|院|航|机|电|令)")
_BARE_DAY = re.compile(rf"(?P<d>{_SMALL})(?=[^\d.%个年月日天周万亿千百人家名多余几点时分、\-–—]|$)")
_QUARTER = re.compile(
    r"第?(?P<q>[一二三四1-4])个?(?:季度|季(?!节|军|风))|(?P<first>首)季度?|前(?P<upto>[一二两三123])个?季度|[qQ](?P<figure>[1-4])(?:季度)?"
)
_FIRST = re.compile(rf"(?:的)?前(?P<n>{_SMALL})个?(?P<unit>月|天|日|周)")
_NTH_MONTH = re.compile(rf"(?:的)?(?:第(?P<n>{_SMALL})个月|首月)")
_NTH_WEEK = re.compile(
    rf"(?:的)?(?:第(?P<n>{_SMALL})个?|(?P<head>首|头)个?|(?P<last>最后一个?))(?:周|星期|礼拜)(?![一二三四五六日天末])"
)
_NTH_WEEKDAY = re.compile(rf"(?:的)?第(?P<n>{_SMALL})个(?:周|星期|礼拜)(?P<w>[一二三四五六日天])")
_WEEKDAY = re.compile(r"(?:的)?(?:周|星期|礼拜)(?P<w>[一二三四五六日天末])(?!年|期|刊|边|围)")
_DECADE = re.compile(
    r"(?:(?P<c>\d{1,2}|十[一二三四五六七八九]|二十[一]?)世纪|(?P<last>上个?世纪)|(?P<this>本世纪)|(?P<century>19|20))?(?P<d>[一二三四五六七八九]十|\d0)年代"
)
_YEAR_DECADE = re.compile(r"(?P<y>(?:1[5-9]|20)\d0)年代")
_CENTURY = re.compile(rf"(?:公元)?(?P<c>{_SMALL})世纪")
_AGO = re.compile(rf"(?P<n>{_SMALL}) ?(?P<unit>天|日|周|个星期|个月)(?:以前|之前|前)(?!后|往|来)")
_LUNAR = re.compile(
    rf"(?P<mark>(?:农历|阴历|旧历)(?:的)?)?(?P<leap>闰)?(?P<m>正|腊|冬|{_SMALL})月(?:份)?(?:(?P<early>初)?(?P<d>{_SMALL})(?:日|号)?)?"
)
_WEEKDAY_OF = re.compile(r"(?:周|星期|礼拜)?(?P<w>[一二三四五六日天末])(?![\u4e00-\u9fff]?(?:年|个|级|点))")
_ENDS_IN_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]$")
_NEW_YEAR_DAY = re.compile(rf"大年初(?P<d>{_SMALL})")
_MARKED_YEAR = re.compile(rf"(?:农历|阴历|旧历)(?P<y>\d{{4}}|[{_DIGITS}]{{4}})年")
_MONTHS_OF = re.compile(rf"(?P<a>{_SMALL})(?:月份?)? ?[-–—－~～至到] ?(?P<b>{_SMALL})月(?:份)?")
_PAST = re.compile(r"(?:在?过去|最近)(?P<n>[一二两三四五六七八九十几]|\d{1,3})(?P<unit>年|个月|天|周)")


@dataclass(frozen=True, slots=True)
class _Words:
    relative: Phrases[tuple[str, Decimal]]
    anchored: Phrases[tuple[str, Decimal]]
    named: Phrases[Decimal]
    parts_year: Phrases[str]
    parts_month: Phrases[str]
    year_alone: Phrases[str]
    eras: Phrases[Decimal]
    holidays: Phrases[str]


_THIRDS = ("first_third", "second_third", "last_third")


@cache
def _words(name: str) -> _Words:
    from claims import lexicon

    lex = lexicon.load(name)

    def distances(table: str) -> Phrases[tuple[str, Decimal]]:
        rows = lex.nested[table].items()
        return Phrases((word, (unit, by)) for unit, row in rows if unit != "named" for word, by in row.items())

    parts = lex.groups["parts"]
    return _Words(
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
            value += 2 if char == "两" else max(0, _DIGITS.find(char) - 2)
    return value


def _year(written: str, known: Known) -> int:
    """Four digits as they are; of two digits the year nearest to the publication, not far after it."""
    digits = "".join(str(max(0, _DIGITS.find(char) - 2)) if char in _DIGITS else char for char in written)
    year = int(digits)
    if len(digits) == 4:
        return year
    now = known.reference.year if known.reference is not None else 2025
    century = now - now % 100
    return century + year if century + year <= now + 10 else century - 100 + year


def initials(lexicon: Lexicon) -> str:
    """The characters a Chinese date may begin with."""
    words = _words(lexicon.name)
    tables = (words.relative, words.anchored, words.named, words.year_alone, words.eras, words.holidays)
    return "".join(
        {char for table in tables for char in table.initials}
        | set(_DIGITS)
        | set("十廿上本周星礼月首前第过最qQ年公农阴旧闰正腊冬大凌清早中下傍晚夜深")
    )


def read(passage: Passage, at: int, lexicon: Lexicon, known: Known) -> Reading | None:
    """The date that begins at ``at``; None when none does."""
    words = _words(lexicon.name)
    for reader in (
        _decade_or_century,
        _lunar,
        _with_year,
        _ago,
        _relative,
        _anchored,
        _month_first,
        _year_part_alone,
        _quarter_alone,
        _weekday_alone,
        _holiday,
    ):
        reading = reader(passage, at, words, known)
        if reading is not None:
            return reading
    return None


def _decade_or_century(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
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


def _with_year(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
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
        return _inside_year(passage, Reading(at, found.end(), int(era[1]) + number), words)
    marked = _MARKED_YEAR.match(text, at)
    if marked is not None:
        inner = _LUNAR.match(text, marked.end())
        lunar_day = _lunar_day(Reading(at, at, _year(marked["y"], known)), None, inner) if inner is not None else None
        return lunar_day or Reading(at, marked.end(), _year(marked["y"], known))
    found = _FIGURES.match(text, at)
    if found is not None:
        year = _year(found["y"], known)
        reading = _inside_year(passage, Reading(at, found.end(), year), words)
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


def _inside_year(passage: Passage, reading: Reading, words: _Words) -> Reading:
    """The reading of a year with the month, quarter, half or week named behind it."""
    text = passage.text
    at = reading.end + (passage.char(reading.end) == " ")
    lunar_month = _LUNAR.match(text, at)
    if lunar_month is not None and _is_lunar(lunar_month):
        exact = _lunar_day(reading, None, lunar_month)
        if exact is not None:
            return exact
    several = _MONTHS_OF.match(text, at)
    if several is not None and reading.year is not None and 1 <= small(several["a"]) < small(several["b"]) <= 12:
        return replace(
            reading, end=several.end(), period=calendar.months(reading.year, small(several["a"]), small(several["b"]))
        )
    month = _MONTH.match(text, at) or _NTH_MONTH.match(text, at)
    if month is not None:
        number = small(month["m"]) if "m" in month.groupdict() else small(month["n"] or "一")
        if 1 <= number <= 12:
            return _inside_month(passage, replace(reading, end=month.end(), month=number), words)
    quarter = _QUARTER.match(text, at)
    if quarter is not None:
        return _of_quarter(reading, quarter)
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
        return _on_holiday(replace(reading, end=holiday[0]), holiday[1], reading.year)
    return reading


def _of_quarter(reading: Reading, found: re.Match[str]) -> Reading:
    if found["upto"]:
        last = small(found["upto"]) * 3
        period = calendar.months(reading.year, 1, last) if reading.year is not None else None
        return replace(reading, end=found.end(), period=period, unresolved=period is None)
    number = 1 if found["first"] else small(found["q"] or found["figure"])
    return replace(reading, end=found.end(), part=f"q{number}")


def _in_weeks(passage: Passage, reading: Reading, at: int) -> Reading | None:
    if reading.year is None:
        return None
    text = passage.text
    day = _NTH_WEEKDAY.match(text, at)
    if day is not None:
        return replace(reading, end=day.end(), period=_nth_weekday(reading, small(day["n"]), _weekday(day["w"])))
    found = _NTH_WEEK.match(text, at)
    if found is None:
        return None
    number = -1 if found["last"] else 1 if found["head"] else small(found["n"])
    return replace(reading, end=found.end(), period=calendar.numbered_week(reading.year, reading.month, number))


def _nth_weekday(reading: Reading, number: int, weekday: int) -> Period:
    first = calendar.Moment(reading.year or 1, reading.month or 1).first_day
    day = first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (number - 1))
    return calendar.days(day, day)


def _weekday(char: str) -> int:
    return "一二三四五六日".find(char) + 1 if char not in "天末" else 7 if char == "天" else 6


def _inside_month(passage: Passage, reading: Reading, words: _Words) -> Reading:
    """The reading of a month with the day, the ten days or the week named behind it."""
    text = passage.text
    at = reading.end + (passage.char(reading.end) == " ")
    at += text.startswith("初", at) and passage.char(at + 1) in _DIGITS + "十"
    day = _DAY.match(text, at) or (
        _BARE_DAY.match(text, at) if at == reading.end or passage.char(at - 1) == "初" else None
    )
    if day is not None and 1 <= small(day["d"]) <= 31:
        return _with_clock(passage, replace(reading, end=day.end(), day=small(day["d"])))
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


_PARTS_OF_DAY = "凌晨|清晨|早晨|早上|上午|中午|下午|午后|傍晚|晚上|夜里|夜间|深夜|当晚|晚|早"
_LATE = ("下午", "午后", "傍晚", "晚上", "晚", "夜里", "夜间", "深夜", "当晚")
_CLOCK = re.compile(
    rf" ?(?P<part>{_PARTS_OF_DAY})?(?P<h>\d{{1,2}}|{_SMALL})(?:(?P<sign>[:：])(?P<m>[0-5]\d)(?:[:：][0-5]\d)?时?"
    rf"|(?P<word>点钟?|时)(?:(?P<min>\d{{1,2}}|{_SMALL})分|(?P<half>半)|整)?)(?!候|间|代|期|刻|以)"
)


def _with_clock(passage: Passage, reading: Reading) -> Reading:
    """The reading of a day with the time of day behind it taken in."""
    found = _CLOCK.match(passage.text, reading.end)
    hour = small(found["h"]) if found is not None else 24
    if found is None or hour > 23 or reading.day is None:
        return reading
    minute = int(found["m"]) if found["m"] else 30 if found["half"] else small(found["min"] or "")
    hour += 12 if found["part"] in _LATE and hour < 12 else 0
    return replace(reading, end=found.end(), clock=f"{hour:02d}:{minute:02d}")


def clock(passage: Passage, at: int) -> int | None:
    """Where a time of day ends that stands alone: 下午5点, 三点十分, 8点半."""
    found = _CLOCK.match(passage.text, at)
    if found is None or passage.char(at) == " " or small(found["h"]) > 24:
        return None
    exact = found["part"] or found["min"] or found["half"] or found["sign"] or (found["word"] == "点钟")
    return found.end() if exact and not (found["sign"] and not found["part"]) else None


def _relative(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
    """去年, 上个月, 本周, 今天 and what is named inside them."""
    text = passage.text
    found = words.relative.at(text, at)
    past = _PAST.match(text, at)
    if past is not None and (found is None or past.end() > found[0]):
        return None
    if found is None or text.startswith(("头条", "之后"), found[0]):
        return None
    end, (unit, by) = found
    base = known.published or known.last
    if (
        base is None
        or (unit not in ("year",) and base.month is None)
        or (unit in ("day", "week", "recent") and base.day is None)
    ):
        return Reading(at, end, unresolved=True, approx=True)
    if unit == "year":
        return _inside_year(passage, Reading(at, end, base.year + int(by)), words)
    if unit == "month":
        period = calendar.shifted(base, "month", by)
        moment = calendar.moment(period.low) if period is not None else None
        return (
            _inside_month(passage, Reading(at, end, moment.year, moment.month), words) if moment is not None else None
        )
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
    return Reading(at, end, period=calendar.shifted(base, "day", by))


def _inside_week(text: str, at: int, end: int, base: calendar.Moment, by: int, named: str = "") -> Reading:
    week = calendar.week_of(base.first_day, by)
    joined = _WEEKDAY_OF.match(text, end) if not named else None
    char = joined["w"] if joined is not None else named
    monday = calendar.moment(week.low)
    if not char or monday is None:
        return Reading(at, end, period=week)
    exact = monday.first_day + timedelta(days=_weekday(char) - 1)
    last = exact + timedelta(days=1) if char == "末" else exact
    return Reading(at, joined.end() if joined is not None else end, period=calendar.days(exact, last))


def _anchored(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
    """当年, 次年3月, 那个月底, 前一天: counted from the last date in the text."""
    text = passage.text
    named = words.named.at(text, at)
    base = known.last or known.published
    if named is not None:
        month = _MONTH.match(text, named[0])
        if month is not None and 1 <= small(month["m"]) <= 12:
            meant = known.last_with("month", small(month["m"])) or base
            year = meant.year if meant is not None else None
            return _inside_month(
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
        return _inside_year(passage, Reading(at, end, base.year + int(by)), words)
    period = calendar.shifted(base, unit, by)
    moment = calendar.moment(period.low) if period is not None else None
    if moment is None:
        return None
    if unit == "month":
        return _inside_month(passage, Reading(at, end, moment.year, moment.month), words)
    return Reading(at, end, moment.year, moment.month, moment.day)


def _month_first(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
    """4月2日, 2月底, 29日: without a year."""
    text = passage.text
    if (
        passage.char(at - 1).isdigit()
        or passage.char(at - 1) in ".,第"
        or (passage.char(at - 1) in _DIGITS + "十数几" and passage.char(at) in _DIGITS + "十")
    ):
        return None
    month = _MONTH.match(text, at)
    if month is not None and 1 <= small(month["m"]) <= 12:
        from claims.values.dating import year_for

        year = year_for(small(month["m"]), known)
        reading = _inside_month(passage, Reading(at, month.end(), year, small(month["m"])), words)
        return replace(reading, year=None) if reading.period is None else reading
    day = _DAY.match(text, at)
    if day is not None and 1 <= small(day["d"]) <= 31 and text[day.end() - 1] == "日" and text[at] != "两":
        return _with_clock(passage, Reading(at, day.end(), day=small(day["d"])))
    return None


def _year_part_alone(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
    """年底, 上半年, 开年: of the last year named, else of the publication's."""
    found = words.year_alone.at(passage.text, at)
    if found is None or passage.char(at - 1) in "千百十万多数去今明每整全跨" or passage.char(at - 1).isdigit():
        return None
    base = known.last if known.last is not None and at - known.last_end < 60 else known.reference
    return Reading(at, found[0], base.year if base is not None else None, part=found[1], unresolved=base is None)


def _quarter_alone(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
    found = _QUARTER.match(passage.text, at)
    if (
        found is None
        or not ("季" in found.group() or found["figure"])
        or (passage.char(at - 1).isalnum()
        and passage.char(at - 1) < "\u2e80")
    ):
        return None
    base = known.last or known.reference
    if base is None:
        return Reading(at, found.end(), unresolved=True)
    return _of_quarter(Reading(at, found.end(), base.year), found)


def _weekday_alone(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
    found = _WEEKDAY.match(passage.text, at)
    if found is None or passage.char(at) == "的":
        return None
    base = known.published or known.last
    if base is None or base.day is None:
        return Reading(at, found.end(), unresolved=True)
    return _inside_week(passage.text, at, at, base, 0)


def _holiday(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
    found = words.holidays.at(passage.text, at)
    if found is None:
        return None
    return _on_holiday(Reading(at, found[0]), found[1], known.reference.year if known.reference is not None else None)


def _on_holiday(reading: Reading, rule: str, year: int | None) -> Reading:
    day = holiday(rule, year) if year is not None else None
    if day is None:
        return replace(reading, year=None, unresolved=True)
    return replace(reading, year=day.year, month=day.month, day=day.day)


def _ago(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
    """5天前, 三周前, 两个月前: counted back from the publication. Years ago are a length of time, not a date."""
    found = _AGO.match(passage.text, at)
    if found is None or passage.char(at - 1).isdigit() or passage.char(at - 1) in _DIGITS + "十百千万几数第.":
        return None
    base = known.published
    if base is None or base.day is None or small(found["n"]) == 0:
        return None
    unit = {"天": "day", "日": "day", "周": "week", "个星期": "week", "个月": "month"}[found["unit"]]
    return Reading(at, found.end(), period=calendar.shifted(base, unit, Decimal(-small(found["n"]))))


def _lunar(passage: Passage, at: int, words: _Words, known: Known) -> Reading | None:
    """正月十五, 腊月, 闰四月, 农历八月十五, 大年初十: dates of the lunar calendar."""
    new_year = _NEW_YEAR_DAY.match(passage.text, at)
    found = _LUNAR.match(passage.text, at)
    if new_year is None and (found is None or not _is_lunar(found)):
        return None
    year = known.reference.year if known.reference is not None else None
    return _lunar_day(Reading(at, at, year), new_year, found)


def _is_lunar(found: re.Match[str]) -> bool:
    day = found["d"] or ""
    return bool(
        found["mark"]
        or found["leap"]
        or found["m"] in ("正", "腊", "冬")
        or found["early"]
        or day.startswith(("廿", "卅"))
    )


def _lunar_day(reading: Reading, new_year: re.Match[str] | None, found: re.Match[str] | None) -> Reading | None:
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


def is_weekday(passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch ends in the name of a weekday."""
    return _ENDS_IN_WEEKDAY.search(passage.text[start:end]) is not None
