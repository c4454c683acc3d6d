"""Whether two values can be held against each other: on one scale, or on two of which one is not told in full."""

from __future__ import annotations

from decimal import Decimal

from claims.model import Claim, Kind
from claims.scales import scale_of
from claims.times_of_day import one_clock
from claims.topics.currencies import may_be
from claims.topics.words import load_words

_LEAST_SUM = 10_000
"""Bare numbers from which one may be of money: sums are told in thousands and more, *two of the six* are none."""

_FIGURES = 2
"""Figures that a number needs for two sums of it, in two currencies, to be no chance."""

_ANGLE = f"{Kind.MEASURE}:angle"
DEGREES = frozenset({_ANGLE, f"{Kind.MEASURE}:temperature", f"{Kind.MEASURE}:°F"})
"""Dimensions of what is called a degree, for a bare one tells neither that it is of heat nor how that is counted."""


def comparable(a: Claim, b: Claim) -> bool:
    """Whether the two values stand on one scale, as far as they tell on which they stand."""
    one, other = scale_of(a.quantity).dimension, scale_of(b.quantity).dimension
    if one == other:
        return not _how_often(a, b) and one_clock(a, b)
    of_degrees = _ANGLE in (one, other) and {one, other} <= DEGREES
    return of_degrees or _one_money(a, b) or two_currencies(a, b)


def two_currencies(a: Claim, b: Claim) -> bool:
    """Whether both are one number of money, told to be that of two countries."""
    if not a.kind is b.kind is Kind.MONEY or a.quantity.unit == b.quantity.unit or _one_money(a, b):
        return False
    figures = "".join(c for c in a.value_quote if c.isdigit()).strip("0")
    return len(figures) >= _FIGURES and (a.quantity.low, a.quantity.high) == (b.quantity.low, b.quantity.high)


def is_bare_sum(claim: Claim) -> bool:
    """Whether a number has no unit, counts nothing that is named, and is large enough to be one of money."""
    quantity = claim.quantity
    if claim.kind is not Kind.COUNT or quantity.unit is not None or claim.features.head:
        return False
    stated = quantity.high if isinstance(quantity.high, Decimal) else quantity.low
    return isinstance(stated, Decimal) and abs(stated) >= _LEAST_SUM


def _how_often(a: Claim, b: Claim) -> bool:
    """Whether one counts how often something happened and the other things: robots, and how often they fell."""
    words = load_words()
    units = {a.quantity.unit, b.quantity.unit}
    if a.kind is not Kind.COUNT or None in units or units & (words.common_measures - words.happenings):
        return False
    return len({unit in words.happenings for unit in units}) == 2


def _one_money(a: Claim, b: Claim) -> bool:
    """Whether one is a sum, and the other may be one in the same currency."""
    if may_be(a, b.quantity.unit) or may_be(b, a.quantity.unit):
        return a.kind is b.kind
    return Kind.MONEY in (a.kind, b.kind) and (is_bare_sum(a) or is_bare_sum(b))
