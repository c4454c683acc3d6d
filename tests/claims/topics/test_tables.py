"""Tables: which blocks are one, and what their cells are said of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.extract import extract
from claims.model import Claim, Kind
from claims.topics.bare_numbers import unit_named
from claims.topics.tables import tables_in
from sources.cleaning import clean
from sources.readers import read

HARBOURS = """Freight by harbour in 2022

| Harbour | Freight (million tonnes) | Growth | Founded |
| --- | --- | --- | --- |
| Leith | 3.1 | 4% | 1851 |
| Oban | 0.24 | -2% | 1880 |
| Total | 3.34 | | |
"""

COUNTIES = """表1 各县人口（万人）

| 县 | 2020年 | 2021年 |
| --- | --- | --- |
| 柳溪县 | 41.2 | 42 |
| 竹山县 | 66.5 | 65.1 |
"""

TURNED = """| | Leith | Oban |
| --- | --- | --- |
| Population | 51,000 | 8,500 |
| Area (square kilometres) | 8.2 | 3.4 |
"""

FACTS = """# 柳溪县

| 项目 | 数值 |
| --- | --- |
| 常住人口 | 41.2万人 |
| 面积 | 1,204平方公里 |
"""

PLAIN = """Harbour\tFreight (tonnes)\tCrews
Leith\t3100\t41
Oban\t240\t12
"""

GAPS = """县名    人口（万）   面积（平方公里）
柳溪县   41.2      1204
竹山县   66.5      988
"""


def claims_of(text: str, name: str = "table.md") -> tuple[Claim, ...]:
    return extract(read(text.encode(), name), published="2023-05-01")


def claim(text: str, value: str, name: str = "table.md") -> Claim:
    return next(c for c in claims_of(text, name) if c.value_quote == value)


@pytest.mark.parametrize(
    ("text", "value", "subject", "attribute", "as_of"),
    [
        (HARBOURS, "3.1", "Leith", "Freight", "2022"),
        (HARBOURS, "-2%", "Oban", "Growth", "2022"),
        (COUNTIES, "42", "柳溪县", "表1 各县人口", "2021"),
        (COUNTIES, "66.5", "竹山县", "表1 各县人口", "2020"),
        (TURNED, "8,500", "Oban", "Population", None),
        (TURNED, "8.2", "Leith", "Area", None),
        (FACTS, "41.2万人", "柳溪县", "常住人口", None),
        (FACTS, "1,204平方公里", "柳溪县", "面积", None),
    ],
)
def test_a_cell_is_said_of_its_row_and_states_its_column(
    text: str, value: str, subject: str, attribute: str, as_of: str | None
) -> None:
    found = claim(text, value)
    assert (found.subject, found.attribute, found.as_of) == (subject, attribute, as_of)


@pytest.mark.parametrize(
    ("text", "value", "low", "kind", "unit"),
    [
        (HARBOURS, "0.24", "240000", Kind.MEASURE, "t"),
        (HARBOURS, "4%", "4", Kind.PERCENT, "%"),
        (COUNTIES, "65.1", "651000", Kind.COUNT, "人"),
        (TURNED, "3.4", "3.4", Kind.MEASURE, "km2"),
        (FACTS, "41.2万人", "412000", Kind.COUNT, "人"),
    ],
)
def test_a_bare_number_takes_the_unit_of_head_label_or_caption(
    text: str, value: str, low: str, kind: Kind, unit: str
) -> None:
    quantity = claim(text, value).quantity
    assert (quantity.low, quantity.kind, quantity.unit) == (Decimal(low), kind, unit)


def test_a_total_is_said_of_no_row() -> None:
    assert claim(HARBOURS, "3.34").subject not in ("Total", "Leith", "Oban")


def test_a_column_of_dates_says_what_happened() -> None:
    founded = claim(HARBOURS, "1851")
    assert (founded.subject, founded.as_of, founded.features.event) == ("Leith", None, "=founded")


@pytest.mark.parametrize(
    ("text", "value", "subject", "attribute", "low"),
    [
        (PLAIN, "240", "Oban", "Freight", 240),
        (PLAIN, "41", "Leith", "Crews", 41),
        (GAPS, "66.5", "竹山县", "人口", 665000),
        (GAPS, "1204", "柳溪县", "面积", 1204),
    ],
)
def test_lines_set_in_columns_are_a_table(text: str, value: str, subject: str, attribute: str, low: int) -> None:
    found = claim(text, value, "table.txt")
    assert (found.subject, found.attribute, found.quantity.low) == (subject, attribute, Decimal(low))


def test_heads_and_labels_claim_nothing() -> None:
    assert [c.value_quote for c in claims_of(COUNTIES)] == ["1", "41.2", "42", "66.5", "65.1"]
    numbered = "| # | Team | Points |\n|--|--|--|\n| 1 | Rovers | 66 |\n| 2 | United | 61 |\n"
    assert [(c.subject, c.value_quote) for c in claims_of(numbered)] == [("Rovers", "66"), ("United", "61")]


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | 2023\nContact | About | 2024\n",
        "| Harbour | Master |\n| --- | --- |\n| Leith | Ann Rowe |\n",
        "Leith handled  3100 tonnes.\nOban handled  240 tonnes.\n",
    ],
)
def test_what_has_no_heads_over_numbers_is_no_table(text: str) -> None:
    cleaned = clean(text, format="markdown")
    assert not tables_in(cleaned.text, cleaned.blocks).rows


@pytest.mark.parametrize(
    ("words", "low", "unit"),
    [
        ("km", 1, "km"),
        ("%", 1, "%"),
        ("亿元", 100_000_000, "CNY"),
        ("万人", 10_000, "人"),
        ("in millions of dollars", 1_000_000, "USD"),
        ("EUR million", 1_000_000, "EUR"),
        ("in thousands", 1_000, None),
    ],
)
def test_a_unit_is_what_may_stand_behind_a_number(words: str, low: int, unit: str | None) -> None:
    quantity = unit_named(words)
    assert quantity is not None
    assert (quantity.low, quantity.unit) == (Decimal(low), unit)


@pytest.mark.parametrize("words", ["region", "2021", "按区", "see note"])
def test_other_words_are_no_unit(words: str) -> None:
    assert unit_named(words) is None
