"""Bare numbers, whose unit or kind is stated elsewhere: by the last of a list, the head of a column, a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.model import Kind, Quantity, ValueMention
from claims.values import find_values

_CURRENCY = re.compile(r"((?:US|A|C|HK|NT)?[$€£¥]|[A-Z]{3})\s+?(.*)")
_PLURAL = re.compile(r"\b(thousand|million|billion)s(?: of)?\b")
_FOUR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_SIGNED = re.compile(r"[+\-−]?\d[\d,.]*")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def unit_named(words: str) -> Quantity | None:
    """One of the unit that ``words`` name (``km``, ``亿元``, ``million``, ``$ billion``); None where they name none."""
    words = _PLURAL.sub(r"\1", words.removeprefix("in ")).strip()
    if any(c.isdigit() for c in words):
        return None
    money = _CURRENCY.fullmatch(words)
    spoken = [f"{money.group(1)} 1 {money.group(2)}".strip()] if money else [f"1{words}", f"1 {words}"]
    for phrase in spoken:
        found = find_values(phrase)
        if len(found) == 1 and len(found[0].span) == len(phrase) and found[0].quantity.kind is not Kind.DATE:
            return found[0].quantity
    return None


def year_stated(mention: ValueMention) -> Quantity | None:
    """The date that four digits are under a word for an event, where nothing else says so."""
    bare = mention.quantity.kind is Kind.COUNT and _FOUR.fullmatch(mention.surface)
    return Quantity(Kind.DATE, mention.surface, mention.surface) if bare else None


def with_unit(mention: ValueMention, unit: Quantity) -> Quantity | None:
    """The quantity of a bare number in ``unit``, one of which is given; None where the number is not bare."""
    one = unit.low if _SIGNED.fullmatch(mention.surface) else Decimal(1)
    return _times(mention.quantity, one, unit) if isinstance(one, Decimal) else None


def with_last_unit(series: Sequence[ValueMention]) -> list[Quantity]:
    """The quantities of a series, in which bare numbers take the unit of the last: ``3 and 8 million tonnes``."""
    last = series[-1]
    written = _multiplier(last)
    return [
        _times(m.quantity, written if _DIGITS.fullmatch(m.surface) else Decimal(1), last.quantity) or m.quantity
        for m in series
    ]


def _times(own: Quantity, factor: Decimal, unit: Quantity) -> Quantity | None:
    if own.kind is not Kind.COUNT or own.unit or not (isinstance(own.low, Decimal) and isinstance(own.high, Decimal)):
        return None
    step = own.step * factor if own.step is not None else None
    return replace(unit, low=own.low * factor, high=own.high * factor, approx=own.approx, step=step)


def _multiplier(mention: ValueMention) -> Decimal:
    """What the word behind the digits multiplies them by: 1 000 000 in ``1.4 million tonnes``."""
    digits = _DIGITS.match(mention.surface)
    low = mention.quantity.low
    if digits is None or not isinstance(low, Decimal) or low != mention.quantity.high:
        return Decimal(1)
    written = Decimal(digits.group().replace(",", ""))
    return low / written if written else Decimal(1)
