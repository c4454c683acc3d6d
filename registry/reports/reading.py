"""How the machine read a value, in a few characters."""

from __future__ import annotations

from decimal import Decimal

from claims.model import Bound, Claim

UNRESOLVED = "not resolved"
"""What a date is read as that has nothing to be counted from, such as ``today`` in an article without a date."""

_ENDLESS, _DECIMALS = 20, 4
"""A number of so many digits was divided, not written (a third); it is shown with so many decimals."""

_FIELDS = {"as_of": "as of", "attributed_to": "who says so", "text": "the fact itself"}


def read_by(claim: Claim) -> str | None:
    """Which fields a language model read, and which model: ``subject and scope by NAME``; else None."""
    if claim.reader is None:
        return None
    names = [_FIELDS.get(name, name) for name in claim.reader.fields]
    listed = ", ".join(names[:-1]) + (" and " if names[:-1] else "") + names[-1]
    return f"{listed} by {claim.reader.model}"


def reading(claim: Claim) -> str:
    """The value of ``claim`` as it was read: ``≈ 35,000 人``, ``600,000–700,000``, ``≥ 100,000``, ``2014–2018``."""
    quantity = claim.quantity
    if quantity.low is None and quantity.high is None:
        return UNRESOLVED if claim.text is None else claim.text
    low, high = _written(quantity.low), _written(quantity.high)
    if low == high:
        interval = low
    elif quantity.low is None:
        interval = f"≤ {high}"
    elif quantity.high is None:
        interval = f"≥ {low}"
    else:
        interval = f"{low}–{high}"
    return f"{'≈ ' if quantity.approx else ''}{interval}{f' {quantity.unit}' if quantity.unit else ''}"


def _written(bound: Bound) -> str:
    if bound is None:
        return "?"
    if not isinstance(bound, Decimal):
        return bound
    if abs(bound.adjusted()) > 30:
        return str(bound)
    if len(bound.as_tuple().digits) >= _ENDLESS:
        bound = round(bound, max(_DECIMALS, _DECIMALS - 1 - bound.adjusted()))
    digits = f"{bound:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
