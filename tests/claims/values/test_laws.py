"""What holds for every text: spans that point where they say, numbers that mean what was written, bounded time."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.values import find_values
from sources.cleaning import clean
from sources.script import to_simplified
from tests.timing import seconds

PIECES = [
    *"零一二两三四五六七八九十百千万亿兆半几数多余来第前约近超到至年月日号天个家元角分成折倍点分之负％，。（）、",
    *"0123456789.,-–—~%$€£¥°'\"/:()[] \n",
    *("million ", "hundred ", "and ", "third ", "half ", "a ", "more than ", "between ", "to ", "of ", "the ", "last "),
    *(
        "week ",
        "May ",
        "2024",
        "Monday ",
        "km",
        "USD",
        "½",
        "²",
        "去年",
        "上个月",
        "以上",
        "不到",
        "Qwen",
        "é",
        "😀",
        "e\u0301",
    ),
]

texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(texts, st.sampled_from([None, "2024-05-01", "2024"]))
@settings(max_examples=150, deadline=None)
def test_values_lie_in_order_and_say_what_stands_there(text: str, published: str | None) -> None:
    found = find_values(text, published=published)

    end = 0
    for mention in found:
        assert mention.span.start >= end
        assert mention.span.start < mention.span.end <= len(text)
        assert mention.surface == mention.span.of(text)
        assert mention.span.contains(mention.core)
        end = mention.span.end


@given(texts)
@settings(max_examples=100, deadline=None)
def test_low_is_never_above_high(text: str) -> None:
    for mention in find_values(text, published="2024-05-01"):
        low, high = mention.quantity.low, mention.quantity.high
        if isinstance(low, Decimal) and isinstance(high, Decimal):
            assert low <= high, mention
        if isinstance(low, str) and isinstance(high, str):
            assert low[: len(high)] <= high, mention


def in_numerals(number: int) -> str:
    """A whole number below 10^12 in Chinese numerals, as it is read aloud."""
    digits, small = "零一二三四五六七八九", ["", "十", "百", "千"]

    def section(value: int) -> str:
        text, gap = "", False
        for place in (3, 2, 1, 0):
            digit = value // 10**place % 10
            if digit:
                text += ("零" if gap and text else "") + digits[digit] + small[place]
            gap = digit == 0
        return text

    text, gap = "", False
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        value = number // size % 10**4
        if value:
            text += ("零" if text and (gap or value < 1000) else "") + section(value) + name
        gap = value == 0
    return text or "零"


@given(st.integers(min_value=10, max_value=10**12 - 1))
@settings(max_examples=150, deadline=None)
def test_a_number_in_numerals_is_the_number(number: int) -> None:
    [mention] = find_values(f"共{in_numerals(number)}人。")

    assert (mention.quantity.low, mention.quantity.high) == (number, number)


@given(st.integers(min_value=1, max_value=10**15), st.sampled_from(["{:d}", "{:,d}"]))
@settings(max_examples=100, deadline=None)
def test_a_number_in_figures_is_the_number(number: int, form: str) -> None:
    [mention] = find_values(f"共{form.format(number)}人。")

    assert (mention.quantity.low, mention.quantity.high) == (number, number)


@pytest.mark.parametrize(
    "text",
    [
        "三千八百九十六萬",
        "超過10萬個",
        "肆佰叁拾萬圓整",
        "兩點五億美元",
        "第三屆",
        "去年十二月",
        "九兩半",
        "百分之五點五",
    ],
)
def test_both_scripts_are_read_alike(text: str) -> None:
    traditional = find_values(clean(text).text, published="2024-05-01")
    simplified = find_values(to_simplified(text), published="2024-05-01")

    assert [m.quantity for m in traditional] == [m.quantity for m in simplified] != []


HOSTILE = [
    *("1", "(", "亿", "十", "and ", "and and ", "1,", "1.", "1-", "1/", "一百零", "半", "几", "万亿", "第", "年"),
    *("three ", "a ", "more than ", "the last ", "between 1 and ", "大于1小于", "2 days and ", "2020-", "1e", "x^"),
    *("$", "分之", "\n ", "twenty", "[1,"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def read(length: int) -> float:
        text = piece * (length // len(piece))
        return seconds(lambda: find_values(text, published="2024-05-01"))

    read(500)
    short, long = read(1_500), read(6_000)

    assert long < max(0.1, 10 * short), f"four times the text took {long / short:.1f} times as long"


@pytest.mark.parametrize("piece", ["1", "(", "亿"])
def test_a_hundred_thousand_characters_of_noise_are_no_trouble(piece: str) -> None:
    assert seconds(lambda: find_values(piece * 100_000), runs=1) < 20
