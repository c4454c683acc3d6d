"""Dates in figures alone: 2020-12-01, 2019.9.6, 12/1/2018, 20161016, 2024-Q1, and times of day."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.values import calendar
from claims.values.dating import Reading
from claims.values.passage import Passage
from claims.values.race_times import race_time

_EDGE = r"(?![\d]|[-/.]\d)"
_YMD = re.compile(
    rf"(?P<y>(?:1[0-9]|20)\d\d)(?P<s>[-/.\u2010\u2011–年])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?:日)?{_EDGE}"
    r"(?:[T ](?P<h>[01]\d|2[0-3]):(?P<mi>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_SPACED = re.compile(r"(?P<y>20\d\d|19\d\d) (?P<m>0?[1-9]|1[0-2]) (?P<d>0?[1-9]|[12]\d|3[01])(?![\d ]|\S)")
_YM = re.compile(
    rf"(?P<y>(?:1[89]|20)\d\d)[-/.](?P<m>0?[1-9]|1[0-2])(?:{_EDGE}(?!%|[a-zA-Z])|(?=[-–~](?:1[89]|20)\d\d))"
)
_MY = re.compile(rf"(?P<m>0?[1-9]|1[0-2])[-/](?P<y>(?:19|20)\d\d){_EDGE}")
_LOCAL = re.compile(
    rf"(?P<a>\d{{1,2}})(?P<s>[-/.])(?P<b>\d{{1,2}})(?P=s)(?P<y>(?:1[0-9]|20)\d\d|\d\d)(?:{_EDGE}|(?=-\d\d?/))"
)
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d|[.,]\d)")
_QUARTER = re.compile(
    r"(?P<y>(?:19|20)\d\d)[- ]?(?P<part>q[1-4]|h[12])(?![a-z\d])"
    r"|(?P<part2>q[1-4]|h[12])[- ]?(?P<y2>(?:19|20)\d\d)(?!\d)"
)
_SHORT = re.compile(
    rf"(?P<a>\d{{1,2}})(?P<s>[/·])(?P<b>\d{{1,2}})(?:{_EDGE}|(?=-\d\d?/))(?!\s?(?:%|of|cup|mile|inch|hour|h\b|in\b|the))"
)
_ZEROED = re.compile(rf"(?P<a>0[1-9]|1[0-2])-(?P<b>0[1-9]|[12]\d|3[01]){_EDGE}")
_CLOCK = re.compile(
    r"(?P<h>[01]?\d|2[0-3])[:：](?P<m>[0-5]\d)(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?(?![\d:：])|(?P<h2>1[0-2]|[1-9])(?:\.[0-5]\d)?\s?[ap]\.?m\b(?!\s\d)"
)
_ONLY = re.compile(r"[^\w]*")


def read(passage: Passage, at: int, order: str, dated: bool, joined: bool = False) -> Reading | None:
    """The date in figures that begins at ``at``.

    ``order`` is ``mdy`` or ``dmy``. ``dated`` says that the words around call for a date, so that 11/20 is
    one, ``joined`` that a date and a dash stand before it.
    """
    text, before = passage.folded, passage.char(at - 1)
    if (
        before.isdigit()
        or (before in ".,$€£¥" and passage.char(at - 2) != " ")
        or (before in "-/" and passage.char(at - 2).isdigit() and not joined)
    ):
        return None
    reading = _full(text, at) or _local(text, at, order)
    if reading is not None:
        return reading
    quarter = _QUARTER.match(text, at)
    if quarter is not None and not before.isalnum():
        year, part = int(quarter["y"] or quarter["y2"]), quarter["part"] or quarter["part2"]
        named = {"h1": "first_half", "h2": "second_half"}.get(part, part)
        return Reading(at, quarter.end(), year, part=named)
    return _partial(passage, at, order, dated)


def _full(text: str, at: int) -> Reading | None:
    found = _YMD.match(text, at) or _SPACED.match(text, at) or _COMPACT.match(text, at)
    if found is None:
        return None
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if not calendar.valid(year, month, day):
        return None
    hour = found.groupdict().get("h")
    reading = Reading(at, found.end(), year, month, day)
    if hour is None:
        return reading
    stamp = f"{calendar.iso(year, month, day)}T{hour}:{found['mi']}"
    return replace(reading, period=calendar.Period(stamp, stamp))


def _local(text: str, at: int, order: str) -> Reading | None:
    found = _LOCAL.match(text, at)
    if found is None:
        return None
    a, b, year = int(found["a"]), int(found["b"]), int(found["y"])
    if found["s"] == "." and len(found["y"]) == 2:
        return None
    if len(found["y"]) == 2:
        year += 2000 if year < 50 else 1900
    month, day = (a, b) if (order == "mdy" and a <= 12 and found["s"] != ".") or b > 12 else (b, a)
    return Reading(at, found.end(), year, month, day) if calendar.valid(year, month, day) else None


def _partial(passage: Passage, at: int, order: str, dated: bool) -> Reading | None:
    text = passage.folded
    month = _YM.match(text, at)
    if month is not None:
        return Reading(at, month.end(), int(month["y"]), int(month["m"]))
    turned = _MY.match(text, at)
    if turned is not None:
        return Reading(at, turned.end(), int(turned["y"]), int(turned["m"]))
    short = _SHORT.match(text, at) or _ZEROED.match(text, at)
    if short is None:
        return None
    alone = _ONLY.fullmatch(text, 0, at) is not None and _ONLY.fullmatch(text, short.end()) is not None
    dotted = text[short.start("b") - 1] == "·"
    ranged = text[short.end() : short.end() + 1] == "-" or _after_dash(text, at)
    if not (dated or ranged or (alone and (dotted or (len(short["a"]) == 2 and int(short["a"]) <= 12)))):
        return None
    a, b = int(short["a"]), int(short["b"])
    month_number, day = (a, b) if (order == "mdy" and a <= 12) or b > 12 else (b, a)
    return Reading(at, short.end(), None, month_number, day) if calendar.valid(2000, month_number, day) else None


def _after_dash(text: str, at: int) -> bool:
    """Whether a date in figures and a dash stand before ``at``: the second half of 2/29-3/1."""
    return re.search(r"\d/\d\d?-$", text[max(0, at - 6) : at]) is not None


def clock(passage: Passage, at: int) -> int | None:
    """Where the time of day ends that begins at ``at``: 18:00, 3:30 pm, 11pm."""
    if passage.char(at - 1).isdigit() or passage.char(at - 1) in ":.：":
        return None
    found = _CLOCK.match(passage.folded, at)
    return found.end() if found is not None and race_time(passage, at) is None else None
