"""Amounts of several units: 5 ft 2 in, 一小时三十分钟, 三斤半, an hour and a half, 20 dollars 43."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims.model import Kind
from claims.values.amount import Amount
from claims.values.numeral import Form, Numeral
from claims.values.numerals import read_numeral
from claims.values.passage import Passage
from claims.values.unit_reading import CLAUSE_ENDS, find_unit, shy_unit
from claims.values.units import MONEY, Unit, money
from claims.values.vocabulary import Vocabulary
from claims.values.word_fractions import read_share

ONE, TEN = Decimal(1), Decimal(10)
HALF = Decimal("0.5")

_HAN_DIGITS = "零一二三四五六七八九"
_NO_MORE = r"(?![\d:：%a-z]|[.,]\d|[十百千万亿多余几个次米分秒厘公里岁人名辆年月日×])"
_AT_THE_END = r"(?=$|[\s.,;:!?)）。，；：！？、」』”’]|[的高长宽深]|左右|以[上下])"
_DECIMALS = {
    "秒": re.compile(r"\d{1,3}" + _NO_MORE),
    "米": re.compile(rf"(?:\d{{2}}|[一二三四五六七八九]{{2}}){_NO_MORE}|[1-9一二三四五六七八九]{_AT_THE_END}"),
}
"""What may stand behind a unit without one of its own, in the next smaller ones."""


def bare_amount(numeral: Numeral, unit: Unit | None) -> Amount:
    """The amount a numeral is in a unit, nothing around it looked at yet."""
    factor = unit.factor if unit is not None else ONE
    low = None if numeral.low is None else numeral.low * factor
    high = None if numeral.high is None else numeral.high * factor
    return Amount(
        numeral.start,
        numeral.end,
        (numeral.start, numeral.end),
        low,
        high,
        numeral.step * factor,
        unit,
        numeral.form,
        numeral.approx,
        numeral.scale,
    )


def with_more(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """三年多, 两米多: 多 after the unit opens the end."""
    more = passage.char(amount.end) in vocabulary.han.groups["counting"].get("more", ())
    measured = amount.kind in (Kind.MEASURE, Kind.DURATION, Kind.MONEY)
    if not more or not measured or passage.folded.startswith(("多少", "多元", "多样", "余下"), amount.end):
        return amount
    return replace(amount, end=amount.end + 1, high=None, approx=True)


def with_half(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """三斤半, an hour and a half, one year and a quarter: a share of the unit behind it."""
    if (
        amount.low is None
        or amount.high is None
        or amount.unit is None
        or amount.kind not in (Kind.MEASURE, Kind.DURATION, Kind.MONEY)
    ):
        return amount
    if passage.char(amount.end) in vocabulary.han.groups["counting"].get("half", ()):
        if passage.folded.startswith(("半数", "半导", "半径", "半岛"), amount.end):
            return amount
        return replace(amount, end=amount.end + 1, low=amount.low + HALF, high=amount.high + HALF, step=HALF)
    for link in vocabulary.spaced.groups["counting"].get("and", ()):
        if passage.folded.startswith(f" {link} ", amount.end):
            share = read_share(passage, amount.end + len(link) + 2, vocabulary.spaced)
            if share is not None and share.form is Form.RATIO and share.low is not None and share.low < ONE:
                part = share.low * amount.unit.factor
                return replace(amount, end=share.end, low=amount.low + part, high=amount.high + part)
    return amount


def with_smaller(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """5 ft 2 in, 一小时三十分钟, 五元三毛, 3 dollars 50 cents: smaller units of the same dimension are added on."""
    for _ in range(4):
        if amount.point is None or amount.unit is None or not amount.unit.dimension or amount.low is None:
            return amount
        smaller = _smaller(passage, amount, vocabulary)
        if smaller is None or smaller.unit is None or smaller.low is None:
            break
        if amount.unit.dimension.startswith(MONEY):
            part, step, unit = smaller.low, smaller.step, replace(amount.unit, size=smaller.unit.size)
        else:
            share = smaller.unit.size / amount.unit.size
            part, step, unit = smaller.low * share, smaller.step * share, amount.unit
        total = amount.low + part
        core = (amount.core[0], smaller.core[1])
        amount = replace(amount, end=smaller.end, core=core, low=total, high=total, step=step, unit=unit)
    return with_change(passage, with_digits(passage, amount), vocabulary)


def with_digits(passage: Passage, amount: Amount) -> Amount:
    """9秒58, 35秒782, 2米30, 一米八: digits behind the unit are decimals of it."""
    written = passage.folded[amount.end - 1 : amount.end]
    found = _DECIMALS[written].match(passage.folded, amount.end) if written in _DECIMALS else None
    if found is None or amount.unit is None or not amount.unit.dimension or amount.low is None or amount.point is None:
        return amount
    if amount.low != amount.low.to_integral_value():
        return amount
    digits = "".join(str(_HAN_DIGITS.find(char)) if char in _HAN_DIGITS else char for char in found.group())
    step = ONE.scaleb(-len(digits))
    return _with(amount, found.end(), found.end(), amount.low + int(digits) * step, step)


def _smaller(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount | None:
    """The amount right behind, when its unit is a smaller one of the same dimension."""
    if amount.unit is None:
        return None
    ands = vocabulary.spaced.groups["counting"].get("and", ())
    links = ("", " ", *(f" {word} " for word in ands), "零", "又")
    for link in links:
        at = amount.end + len(link)
        if not passage.folded.startswith(link, amount.end) or not _may_begin(passage, at):
            continue
        numeral = read_numeral(passage, at, vocabulary)
        if numeral is None or numeral.point is None or numeral.form is Form.ORDINAL:
            continue
        if amount.kind is Kind.MONEY:
            share = vocabulary.subunits.at(passage.folded, numeral.end + (passage.char(numeral.end) == " "))
            if share is not None and share[1] < amount.unit.size:
                return replace(bare_amount(numeral, money(amount.unit.name or "", share[1])), end=share[0])
            continue
        found = find_unit(passage, numeral.end, vocabulary, numeral) or shy_unit(passage, numeral.end, vocabulary)
        if found is None:
            continue
        unit = found[1].other if found[1].kind is Kind.COUNT and found[1].other is not None else found[1]
        if unit.dimension == amount.unit.dimension and unit.size < amount.unit.size:
            return with_digits(
                passage, with_half(passage, replace(bare_amount(numeral, unit), end=found[0]), vocabulary)
            )
    return None


def _may_begin(passage: Passage, at: int) -> bool:
    return not (passage.char(at).isdigit() and passage.char(at - 1).isdigit())


def _change(amount: Amount) -> Decimal | None:
    """How many of what may follow without its unit make one of the amount's unit; None when nothing may."""
    if amount.unit is None or amount.low is None:
        return None
    if amount.unit.name == "hour":
        return Decimal(60) if amount.low == amount.low.to_integral_value() else None
    if amount.kind is not Kind.MONEY:
        return None
    tenth = amount.unit.size == ONE / TEN
    whole = amount.low == amount.low.to_integral_value() and amount.unit.size == ONE
    return Decimal(1000) if tenth else Decimal(100) if whole else None


def with_change(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """20 dollars 43, 三块四, an hour thirty: what follows without a unit is in the next smaller one."""
    worth = _change(amount)
    if worth is None or amount.point is None or amount.low is None or amount.form is Form.RATIO:
        return amount
    smaller = _smaller(passage, amount, vocabulary) if amount.kind is Kind.MONEY else None
    if smaller is not None and smaller.low is not None:
        return _with(amount, smaller.end, smaller.core[1], amount.low + smaller.low, smaller.step)
    ands = vocabulary.spaced.groups["counting"].get("and", ())
    for link in ("", " ", *(f" {word} " for word in ands)):
        at = amount.end + len(link)
        named = amount.end > amount.core[1]
        if not passage.folded.startswith(link, amount.end) or not named or not _may_begin(passage, at):
            continue
        numeral = read_numeral(passage, at, vocabulary)
        if numeral is None or numeral.point is None or passage.char(numeral.end) not in CLAUSE_ENDS:
            continue
        run_on = numeral.form is Form.DIGIT and passage.char(at) >= "\u2e80"
        if (link == "") != run_on or numeral.point >= worth or (run_on and amount.kind is not Kind.MONEY):
            continue
        part = numeral.point / (worth / TEN if run_on else worth)
        return _with(amount, numeral.end, numeral.end, amount.low + part, amount.step / worth)
    return amount


def _with(amount: Amount, end: int, core_end: int, total: Decimal, step: Decimal) -> Amount:
    return replace(amount, end=end, core=(amount.core[0], core_end), low=total, high=total, step=step)
