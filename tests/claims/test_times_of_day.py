"""Times of day: what they are as values, and how far apart two of them lie."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim, Kind, Match, Quantity
from claims.one_scale import comparable
from claims.rules import Pair, first_ruling
from claims.times_of_day import is_time, times_of
from claims.values import find_values
from claims.values.clock_times import with_time
from sources.span import Span


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The alarm rang at 3.42 a.m.", "T03:42"),
        ("The alarm rang at 12:05 am.", "T00:05"),
        ("The alarm rang at 12:05 pm.", "T12:05"),
        ("The alarm rang at 5 pm.", "T17:00"),
        ("The alarm rang at 18:20.", "T18:20"),
        ("晚上7点半警报响起。", "T19:30"),
        ("凌晨三点一刻警报响起。", "T03:15"),
        ("警报在5时24分响起。", "T05:24"),
    ],
)
def test_a_time_without_a_day_is_one_of_the_day(text: str, time: str) -> None:
    values = [with_time(mention).quantity for mention in find_values(text)]
    assert [(value.low, value.high) for value in values] == [(time, time)]


def date(value: str, said: str, sentence: str = "{}") -> Claim:
    before, _, after = sentence.partition("{}")
    at = Span(len(before), len(before) + len(said))
    return Claim("k", at, said, at, said, Quantity(Kind.DATE, value, value), before + said + after, at)


def verdict(a: Claim, b: Claim) -> str:
    found = first_ruling(Pair.of(a, b, Match(1.0, "", ())))
    return found.verdict.value if found else "none"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (date("T03:42", "3.42 a.m."), date("T03:55", "3.55 a.m."), "conflict"),
        (date("T03:42", "3.42 a.m."), date("T03:42", "3:42 am"), "agree"),
        (date("2024-06-04T05:17", "6月4日5时17分"), date("T05:24", "5时24分"), "conflict"),
        (date("2024-06-04T05:17", "6月4日5时17分"), date("2024-06-04T05:24", "6月4日5时24分"), "conflict"),
        (date("2024-06-04T05:17", "6月4日5时17分"), date("2024-06-04", "6月4日"), "agree"),
        (date("T03:00", "3 a.m."), date("T03:20", "3.20 a.m."), "agree"),
        (date("T03:00", "03:00"), date("T03:20", "3.20 a.m."), "conflict"),
        (date("T03:40", "3.40 a.m.", "at about {}"), date("T03:43", "3.43 a.m."), "agree"),
        (date("T14:18", "14时18分", "{}许"), date("T14:20", "14时20分"), "agree"),
    ],
)
def test_two_times_are_one_as_far_as_they_are_told(a: Claim, b: Claim, expected: str) -> None:
    assert verdict(a, b) == expected


def test_a_time_is_held_against_what_has_a_time() -> None:
    time, day = date("T03:42", "3.42 a.m."), date("2024-06-04", "4 June 2024")
    assert is_time(time)
    assert not is_time(day)
    assert not comparable(time, day)
    assert comparable(time, date("2024-06-04T05:17", "5.17 a.m. on 4 June"))
    assert comparable(day, date("2024-06-04T05:17", "5.17 a.m. on 4 June"))


def test_times_on_two_days_are_told_apart_by_the_day() -> None:
    assert times_of(date("2024-06-04T05:17", "x"), date("2024-06-05T05:17", "x")) is None


@given(st.times(), st.times())
def test_the_later_time_lies_later(x: object, y: object) -> None:
    a, b = sorted(str(time)[:5] for time in (x, y))
    times = times_of(date(f"T{a}", "00"), date(f"T{b}", "00"))
    assert times is not None
    assert times[0].low <= times[1].low
    assert verdict(date(f"T{a}", "00"), replace(date(f"T{b}", "00"), key="l")) == ("agree" if a == b else "conflict")
