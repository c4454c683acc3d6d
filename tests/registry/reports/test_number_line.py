"""Drawings of values: every value stands where its number says, in a picture that any page may hold."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Bound, Claim, Kind, Quantity
from registry.model import Source, StoredClaim
from registry.reports.axis import Axis, Scale
from registry.reports.number_line import WIDTH, Wording, draw_pair
from tests.registry.samples import claim

SVG = "{http://www.w3.org/2000/svg}"


def stored(kind: Kind, low: Bound, high: Bound, unit: str | None = None, **changes: object) -> StoredClaim:
    made = claim("港口有30家", "港口有30家", "30家", 30)
    approx = bool(changes.pop("approx", False))
    source = Source(1, "a<b>.txt", "0" * 64, published="2025-04-02")
    changed: Claim = replace(made, quantity=Quantity(kind, low, high, unit, approx), **changes)  # type: ignore[arg-type]
    return StoredClaim("k", source, changed)


def number(low: int | None, high: int | None, unit: str | None = "家", kind: Kind = Kind.COUNT) -> StoredClaim:
    return stored(kind, None if low is None else Decimal(low), None if high is None else Decimal(high), unit)


def drawing(a: StoredClaim, b: StoredClaim, *others: StoredClaim) -> ET.Element:
    """The drawing, parsed; nothing in it lies outside its frame, runs, or leads elsewhere."""
    text = draw_pair(a, b, others, name="k7")
    for forbidden in ("<script", "<style", "href", "style=", "onload"):
        assert forbidden not in text
    root = ET.fromstring(text)
    height = float(root.attrib["height"])
    for element in root.iter():
        for name, value in element.attrib.items():
            if name in ("x", "x1", "x2", "cx"):
                assert 0 <= float(value) <= WIDTH, element.attrib
            if name in ("y", "y1", "y2", "cy"):
                assert 0 <= float(value) <= height, element.attrib
    return root


def centres(root: ET.Element) -> list[float]:
    """Where the points and bars of a drawing have their middle, from top to bottom."""
    return [
        float(shape.attrib["cx"])
        if shape.tag.endswith("circle")
        else float(shape.attrib["x"]) + float(shape.attrib["width"]) / 2
        for shape in root
        if shape.tag in (f"{SVG}circle", f"{SVG}rect")
    ]


def words(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_it_has_a_title_and_a_text_alternative() -> None:
    root = drawing(number(340, 340), number(34, 34))
    assert root.attrib["role"] == "img"
    named = {element.attrib.get("id"): element.text for element in root}
    title, text = (named[ident] for ident in root.attrib["aria-labelledby"].split())
    assert title == "Values in 家"
    assert "a 30家 · a<b>.txt · 2025-04-02, read as 340 家" in str(text)


def test_the_larger_number_stands_further_right_whatever_its_unit() -> None:
    left, right = centres(drawing(number(900, 900, "m", Kind.MEASURE), number(2, 2, "km", Kind.MEASURE)))
    assert left < right
    far_left, far_right = centres(drawing(number(60_000, 60_000), number(600_000, 600_000)))
    assert far_left < far_right


def test_an_interval_is_a_bar_and_an_open_end_an_arrow() -> None:
    root = drawing(number(600_000, 700_000), number(100_000, None))
    assert len(root.findall(f"{SVG}rect")) == 2
    assert len(root.findall(f"{SVG}path")) == 1
    assert len(drawing(number(None, 10), number(3, None)).findall(f"{SVG}path")) == 2


def test_what_is_about_so_much_is_dashed() -> None:
    about = replace(
        number(34, 34),
        claim=replace(number(34, 34).claim, quantity=Quantity(Kind.COUNT, Decimal(34), Decimal(34), approx=True)),
    )
    dashed = [
        shape for shape in drawing(number(90, 90), about).findall(f"{SVG}circle") if "stroke-dasharray" in shape.attrib
    ]
    assert len(dashed) == 1


def test_places_stand_on_a_scale_of_places() -> None:
    root = drawing(number(3, 3, None, Kind.RANK), number(1, 4, None, Kind.RANK))
    assert [word for word in words(root) if word.isdigit()] == ["1", "2", "3", "4"]
    assert root[0].text == "Places"


def test_dates_stand_among_days() -> None:
    root = drawing(stored(Kind.DATE, "2025-02-18", "2025-02-18"), stored(Kind.DATE, "2025-02", "2025-02"))
    assert root[0].text == "Dates"
    assert any(re.fullmatch(r"\d{4}-\d{2}-\d{2}", word) for word in words(root))


def test_numbers_of_different_dates_stand_in_time_with_their_topic() -> None:
    old = stored(Kind.COUNT, Decimal(9), Decimal(9), as_of="2023-01")
    new = stored(Kind.COUNT, Decimal(10), Decimal(10), as_of="2025-04")
    other = stored(Kind.COUNT, Decimal(8), Decimal(8), as_of="2020")
    root = drawing(new, old, other)
    assert root[0].text == "Statements in time"
    assert centres(root) == sorted(centres(root))
    assert "as of 2020" in next(word for word in words(root) if "a<b>.txt" in word)


def test_facts_stand_at_the_dates_of_their_articles_and_may_have_none() -> None:
    fact = stored(Kind.FACT, None, None, text="MIT")
    undated = replace(fact, source=replace(fact.source, published=None))
    assert "without a date" in words(drawing(fact, undated))
    assert "without a date" in words(drawing(undated, undated))


@pytest.mark.parametrize("kind", [Kind.RANK, Kind.COUNT])
def test_what_drifted_apart_stands_in_time_even_where_a_side_states_no_date(kind: Kind) -> None:
    one = stored(kind, Decimal(2), Decimal(2))
    other = stored(kind, Decimal(6), Decimal(6), as_of="2023")
    straight = ET.fromstring(draw_pair(one, other, name="k7"))
    drifted = ET.fromstring(draw_pair(one, other, name="k7", drifted=True))
    assert straight[0].text != drifted[0].text == "Statements in time"
    assert words(drifted)[-2:] == ["b 30家 · as of 2023 · a<b>.txt · 2025-04-02", "a 30家 · a<b>.txt · 2025-04-02"]


def test_it_speaks_the_language_it_is_given_and_calls_articles_by_their_titles() -> None:
    chinese = Wording(
        values_in="数值（{unit}）", side_a="甲", side_b="乙", as_of="截至 {date}", read="{label}，读作 {reading}"
    )
    held = stored(Kind.COUNT, Decimal(9), Decimal(9), "家", as_of="2023-01")
    named = replace(held, source=replace(held.source, title="一个{label}很长的标题" * 9))
    root = ET.fromstring(draw_pair(held, named, name="k7", words=chinese, titled=True))
    assert root[0].text == "数值（家）"
    first, second = (word for word in words(root) if "30家" in word)
    assert first == "甲 30家 · 截至 2023-01 · a<b>.txt · 2025-04-02"
    assert second.startswith("乙 30家 · 截至 2023-01 · 一个{label}很长的标题")
    assert second.endswith("… · 2025-04-02")
    assert f"{first}，读作 9 家" in (root[1].text or "")


NUMBERS = st.one_of(
    st.none(), st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18)
)
DAYS = st.one_of(st.none(), st.dates().map(str))


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from([Kind.COUNT, Kind.RANK, Kind.MONEY, Kind.RATIO]))
def test_any_number_can_be_drawn(low: Decimal | None, high: Decimal | None, other: Decimal | None, kind: Kind) -> None:
    drawing(stored(kind, low, high), stored(kind, other, other))


@given(DAYS, DAYS)
def test_any_day_can_be_drawn(first: str | None, last: str | None) -> None:
    drawing(stored(Kind.DATE, first, first), stored(Kind.DATE, last, last))


@pytest.mark.parametrize("scale", [Scale.STRAIGHT, Scale.PLACES, Scale.DAYS])
@given(numbers=st.lists(st.floats(min_value=1, max_value=3_650_000), min_size=1, max_size=4))
def test_ticks_are_few_and_in_order(scale: Scale, numbers: list[float]) -> None:
    axis = Axis.over(numbers, scale)
    ticks = axis.ticks()
    assert len(ticks) <= 16
    shares = [axis.share(number) for number, _ in ticks]
    assert shares == sorted(shares)
