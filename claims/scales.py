"""Which values can be compared, and on which scale: kilometres with miles, a third with 33 %, dollars with dollars."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from claims.model import Kind, Quantity
from claims.values.units import named

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_POINTS = "pp"


@dataclass(frozen=True, slots=True)
class Scale:
    """What a value is measured on: ``dimension`` says what it compares with, ``size`` is one of its units there."""

    dimension: str
    size: Decimal = _ONE


def scale_of(quantity: Quantity) -> Scale:
    """The scale of a quantity.

    Money is compared within one currency, for no article states the rate it was converted at. A ratio of at most
    one is a share and compared with percentages; a larger one is a multiple. A superlative is the first place.
    """
    high = quantity.high if isinstance(quantity.high, Decimal) else quantity.low
    return _scale(quantity.kind, quantity.unit, isinstance(high, Decimal) and 0 <= high <= 1)


@lru_cache(maxsize=10_000)
def _scale(kind: Kind, unit: str | None, share: bool) -> Scale:
    """The scale of a kind in a unit; ``share`` says that a value is from none to one. Kept, for every pair asks."""
    if kind is Kind.MONEY:
        return Scale(f"money:{unit}")
    if kind in (Kind.MEASURE, Kind.DURATION) and unit:
        known = named(unit)
        return Scale(f"{kind}:{known.dimension or unit}", known.size)
    if kind is Kind.PERCENT:
        return Scale("points" if unit == _POINTS else "share")
    if kind is Kind.RATIO:
        return Scale("share", _HUNDRED) if share else Scale("multiple")
    return Scale("place" if kind in (Kind.RANK, Kind.SUPERLATIVE) else kind.value)
