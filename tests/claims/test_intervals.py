"""Intervals of numbers and days: an algebra, and how dates become days."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.intervals import Interval, days, days_of, interval_of, rounding
from claims.model import Kind, Quantity

INFINITY = Decimal("Infinity")
numbers = st.integers(-(10**6), 10**6).map(Decimal)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    return Interval(draw(st.sampled_from([low, -INFINITY])), draw(st.sampled_from([high, INFINITY])))


def day(iso: str) -> Decimal:
    return Decimal(datetime.date.fromisoformat(iso).toordinal())


# -- the algebra ------------------------------------------------------------------------------------------------------


@given(intervals(), intervals())
def test_overlap_is_mutual(x: Interval, y: Interval) -> None:
    assert x.overlaps(y) == y.overlaps(x)


@given(intervals(), intervals())
def test_what_lies_within_overlaps(x: Interval, y: Interval) -> None:
    if x.within(y):
        assert x.overlaps(y)
    assert (x.within(y) and y.within(x)) == (x == y)


@given(intervals(), intervals(), intervals())
def test_within_is_handed_on(x: Interval, y: Interval, z: Interval) -> None:
    if x.within(y) and y.within(z):
        assert x.within(z)


@given(intervals(), numbers, intervals())
def test_a_wider_interval_overlaps_no_less(x: Interval, by: Decimal, y: Interval) -> None:
    wider = x.widened(abs(by))
    assert x.within(wider)
    assert wider.overlaps(y) or not x.overlaps(y)


@given(intervals(), intervals(), st.integers(1, 10**6).map(Decimal))
def test_one_scale_for_both_changes_no_relation(x: Interval, y: Interval, factor: Decimal) -> None:
    assert x.times(factor).overlaps(y.times(factor)) == x.overlaps(y)
    assert x.times(factor).within(y.times(factor)) == x.within(y)


@given(intervals())
def test_what_was_written_lies_inside(x: Interval) -> None:
    if x.low.is_finite() or x.high.is_finite():
        assert Interval(x.stated, x.stated).within(x)
    if x.is_point:
        assert x.is_bounded
        assert x.stated == x.low


# -- of a quantity ----------------------------------------------------------------------------------------------------


def test_an_open_end_is_without_bound() -> None:
    assert interval_of(Quantity(Kind.COUNT, Decimal(5), None)) == Interval(Decimal(5), INFINITY)
    assert interval_of(Quantity(Kind.COUNT, None, Decimal(5))) == Interval(-INFINITY, Decimal(5))
    assert not interval_of(Quantity(Kind.COUNT, Decimal(5), None)).is_bounded
    assert interval_of(Quantity(Kind.SUPERLATIVE, None, None)) == Interval(-INFINITY, INFINITY)


@pytest.mark.parametrize(
    ("first", "last", "begins", "ends"),
    [
        ("2024", "2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02", "2023-02-01", "2023-02-28"),
        ("2024-05-06", "2024-05-06", "2024-05-06", "2024-05-06"),
        ("2014", "2018", "2014-01-01", "2018-12-31"),
        ("2018-01", "2018-09", "2018-01-01", "2018-09-30"),
        ("2016-11-07T18:00", "2016-11-07T18:00", "2016-11-07", "2016-11-07"),
    ],
)
def test_a_date_covers_its_days(first: str, last: str, begins: str, ends: str) -> None:
    expected = Interval(day(begins), day(ends))
    assert days(first, last) == expected
    assert interval_of(Quantity(Kind.DATE, first, last)) == expected


def test_a_date_may_be_open() -> None:
    assert interval_of(Quantity(Kind.DATE, "2021", None)) == Interval(day("2021-01-01"), INFINITY)
    assert interval_of(Quantity(Kind.DATE, None, "2021-03")) == Interval(-INFINITY, day("2021-03-31"))


@pytest.mark.parametrize(
    ("as_of", "same_as"),
    [
        ("2024", ("2024", "2024")),
        ("2023/2024-03", ("2023", "2024-03")),
        ("2023/", ("2023", None)),
        ("/2023", (None, "2023")),
    ],
)
def test_an_as_of_is_one_date_or_a_range(as_of: str, same_as: tuple[str | None, str | None]) -> None:
    assert days_of(as_of) == days(*same_as)


@given(st.dates(datetime.date(1, 1, 1)), st.sampled_from([4, 7, 10]))
def test_a_date_lies_within_what_is_less_exact(date: datetime.date, length: int) -> None:
    exact = date.isoformat()
    assert days_of(exact).within(days_of(exact[:length]))


@pytest.mark.parametrize("year", ["0000", "9999", "0001"])
def test_years_at_the_edge_of_the_calendar_are_days_too(year: str) -> None:
    assert days(year, year).is_bounded


# -- rounding ---------------------------------------------------------------------------------------------------------


def test_a_number_is_as_exact_as_its_last_digit() -> None:
    million = Quantity(Kind.COUNT, Decimal(180_000_000), Decimal(180_000_000), step=Decimal(10_000_000))
    assert rounding(million) == 5_000_000


def test_about_is_never_more_exact_than_plain() -> None:
    plain = Quantity(Kind.COUNT, Decimal(35_000), Decimal(35_000), step=Decimal(1000))
    about = Quantity(Kind.COUNT, Decimal(35_000), Decimal(35_000), step=Decimal(1000), approx=True)
    round_figure = Quantity(Kind.COUNT, Decimal(1000), Decimal(1000), step=Decimal(1000), approx=True)
    assert rounding(about) > rounding(plain)
    assert rounding(round_figure) == 150


@pytest.mark.parametrize(
    "quantity",
    [
        Quantity(Kind.COUNT, Decimal(60), Decimal(70), approx=True, step=Decimal(10)),
        Quantity(Kind.COUNT, Decimal(500), None, step=Decimal(100)),
        Quantity(Kind.DATE, "2021", "2021"),
    ],
)
def test_a_range_a_bound_and_a_date_say_themselves_how_far(quantity: Quantity) -> None:
    assert rounding(quantity) == 0
