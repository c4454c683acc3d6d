"""Rules for slips of the pen: a digit, a unit or a currency that got lost or changed places on the way."""

from __future__ import annotations

from decimal import Decimal

from claims.evidence import ONE_WORDING
from claims.intervals import Interval, last_digit
from claims.matching import SURE
from claims.model import Ruling, Severity, Verdict
from claims.one_scale import two_currencies
from claims.rules.likely import power_of_ten
from claims.rules.pair import NUMBERS, Pair, ruling, stated_apart

_TELLING = 3
"""From so many digits on it is hardly chance that two numbers differ only in the order of two."""


def slipped_digit(pair: Pair) -> Ruling | None:
    """A slip by a power of ten, or a unit that was lost: 600,000 against 60,000 in otherwise one sentence."""
    if pair.kind not in NUMBERS or ONE_WORDING not in pair.match.features or pair.agrees:
        return None
    power = power_of_ten(pair.x, pair.y)
    if not power:
        return None
    reason = f"{pair.values}: the sentences are almost the same, but the values lie {10**power:,} times apart."
    return ruling(Verdict.CONFLICT, Severity.HIGH, slipped_digit, reason)


def turned_digits(pair: Pair) -> Ruling | None:
    """Two digits that changed places: 1.84 and 1.48 billion, 57.3 and 53.7 per cent.

    Both numbers must be exact, and of three digits or more unless it is sure that they are of one thing. Figures of
    two periods that both articles name are two figures.
    """
    a, b = pair.a.quantity, pair.b.quantity
    if pair.kind not in NUMBERS or pair.agrees or a.unit != b.unit or stated_apart(pair):
        return None
    if a.approx or b.approx:
        return None
    digits = _turned(pair.x, pair.y)
    if not digits or (digits < _TELLING and pair.match.score < SURE):
        return None
    reason = f"{pair.values}: the digits are the same, but two of them have changed places."
    if pair.a.modality is not pair.b.modality:
        return ruling(Verdict.TENSION, Severity.MEDIUM, turned_digits, reason)
    severity = Severity.HIGH if digits >= _TELLING else Severity.MEDIUM
    return ruling(Verdict.CONFLICT, severity, turned_digits, reason)


def other_currency(pair: Pair) -> Ruling | None:
    """One number of money in two currencies: 120 million euros and 120 million kroner."""
    if not two_currencies(pair.a, pair.b):
        return None
    units = f"{pair.a.quantity.unit} and {pair.b.quantity.unit}"
    reason = f"{pair.values}: one number, but in two currencies ({units})."
    return ruling(Verdict.CONFLICT, Severity.MEDIUM, other_currency, reason)


def _turned(x: Interval, y: Interval) -> int:
    """How many digits two exact numbers have that differ only in the order of two neighbours; 0 when they do not."""
    if not (x.is_point and y.is_point) or min(x.low, y.low) <= 0:
        return 0
    one, other = _digits(x.low, y.low)
    if len(one) != len(other):
        return 0
    places = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) != 2 or places[1] != places[0] + 1:
        return 0
    return len(one) if one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]] else 0


def _digits(x: Decimal, y: Decimal) -> tuple[str, str]:
    """The digits of two numbers, written to one place, without the zeros behind that both have."""
    step = min(last_digit(x), last_digit(y))
    return str(int(x / step)), str(int(y / step))
