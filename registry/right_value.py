"""The value that an editor names as the right one: read as an article would be, and held to what the sides state."""

from __future__ import annotations

from claims.model import Claim, Kind, Quantity
from claims.scales import Scale, scale_of
from registry.decision_log import checked_text
from registry.limits import RIGHT_LIMIT
from registry.model import StoredPair
from sources.errors import UsageError

_OPTION = "--right"
_PLACE = Scale("place")


def read_value(written: str) -> Quantity | None:
    """What the one number, rank or date in ``written`` says; None where it holds none, or several."""
    from claims.watch.value import NoValueError, quantity_in

    try:
        return quantity_in(written)
    except NoValueError:
        return None


def checked_value(written: str, pair: StoredPair) -> str | None:
    """``written`` on one line, None where it is blank.

    Raises UsageError for a value that is overlong, and for one that cannot be read on the scale of the sides' values:
    it would be held to be right, and nothing be held against it. A side's own words are taken, and any words of a fact.
    """
    right = checked_text(" ".join(written.split()), _OPTION, RIGHT_LIMIT)
    a, b = pair.a.claim, pair.b.claim
    if right and not _is_told_in_words(a, b) and right not in (_written(a), _written(b)):
        _check(right, a)
    return right or None


def _is_told_in_words(a: Claim, b: Claim) -> bool:
    """Whether the sides state a fact, or name two holders of one place: then no number tells which is right."""
    first, second = a.quantity, b.quantity
    one_place = scale_of(first) == _PLACE and (first.low, first.high) == (second.low, second.high)
    return one_place or Kind.FACT in (a.kind, b.kind)


def _written(side: Claim) -> str:
    return " ".join(side.value_quote.split())


def _check(right: str, side: Claim) -> None:
    from claims.watch.value import NoValueError, quantity_in

    remedy = f"write one value, as an article would: “{_written(side)}”"
    try:
        read = quantity_in(right)
    except NoValueError as error:
        raise UsageError(_OPTION, str(error), remedy) from error
    if scale_of(read).dimension != scale_of(side.quantity).dimension:
        what = f"“{right}” ({read.kind}) is not on the scale of what the sides state ({side.kind})"
        raise UsageError(_OPTION, what, remedy)
