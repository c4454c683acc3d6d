"""Sums told without their currency."""

from __future__ import annotations

import pytest

from claims.model import Kind
from tests.benchmarks.line import claims_of

IN_YUAN = "去年公司向银行借了三亿元。"
IN_EUROS = "The town borrowed 3 million euros.\n"


def kinds(text: str) -> dict[str, tuple[Kind, str | None]]:
    return {c.value_quote: (c.kind, c.quantity.unit) for c in claims_of(text, "2025-03-10")}


@pytest.mark.parametrize(
    ("text", "sum_told"),
    [
        (f"{IN_YUAN}全年营收近五亿。", "近五亿"),
        (f"{IN_YUAN}澜创科技市值只剩96亿。", "96亿"),
        (f"{IN_YUAN}这家厂前年罚了20万。", "20万"),
        (f"{IN_EUROS}The programme costs 2.06 million.", "2.06 million"),
        (f"{IN_EUROS}Its revenue was 41,000 in March.", "41,000"),
    ],
)
def test_a_number_of_what_is_stated_in_money_is_a_sum(text: str, sum_told: str) -> None:
    kind, unit = kinds(text)[sum_told]
    assert kind is Kind.MONEY
    assert unit in ("CNY", "EUR")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"{IN_YUAN}全省人口三千万。", "三千万"),
        (f"{IN_YUAN}频道的粉丝已有三百万。", "三百万"),
        (f"{IN_EUROS}The firm has 4,100 employees.", "4,100"),
        (f"{IN_EUROS}The budget of 4,500 schools was cut.", "4,500"),
        ("全年营收近五亿。", "近五亿"),
    ],
)
def test_what_is_counted_or_stands_in_an_article_without_any_currency_is_none(text: str, number: str) -> None:
    assert [kind for quote, (kind, _) in kinds(text).items() if number in quote] == [Kind.COUNT]
