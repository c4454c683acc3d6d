"""Rules for counts, sums, shares and measures."""

from __future__ import annotations

from decimal import Decimal

from claims.evidence import TIED
from claims.intervals import Interval
from claims.model import Kind, Ruling, Severity, Verdict
from claims.rules.likely import says_little, unlikely
from claims.rules.pair import NUMBERS, Pair, dates_apart, ruling, stated_apart

_PRICES = frozenset({"=share-price", "=oil-price", "unit-price"})
_ROUGH, _ROUGHLY = Decimal("1.25"), Decimal("1.2")
"""How far apart an editor may still take two rough numbers, or a rough and an exact one, for one told twice."""

_PRECISE = Decimal("0.005")
_WIDE = Decimal("2.5")
_NEAR_BOUND = Decimal("1.2")
"""Nobody who knows of 37 writes *more than 20*: a bound is taken to be chosen close to its number."""


def same_value(pair: Pair) -> Ruling | None:
    """The same number, as far as the precision of the rounder one tells."""
    if pair.kind not in NUMBERS:
        return None
    rounded = pair.agrees and (not pair.x.overlaps(pair.y) or (pair.x.is_point and pair.y.is_point))
    if rounded or (pair.x.stated == pair.y.stated and _same_side(pair.x, pair.y)):
        return ruling(Verdict.AGREE, Severity.LOW, same_value, f"{pair.values}: the same, as far as they are rounded.")
    return None


def grown(pair: Pair) -> Ruling | None:
    """Other values at other dates: both can hold, each at its own."""
    if pair.kind not in NUMBERS or pair.agrees or not dates_apart(pair) or unlikely(pair):
        return None
    if (
        pair.a.features.as_of_kind == pair.b.features.as_of_kind == "during"
        and stated_apart(pair)
        and not _prices(pair)
    ):
        reason = f"{pair.values}: the figures are of different periods."
        return ruling(Verdict.SCOPE_DIFFERS, Severity.LOW, grown, reason)
    severity = Severity.MEDIUM if pair.ratio < 20 else Severity.LOW
    reason = f"{pair.values}: the dates differ{_published(pair)}, so both can hold."
    return ruling(Verdict.TIME_DRIFT, severity, grown, reason)


def _prices(pair: Pair) -> bool:
    """Whether both are what a thing cost on a day, which is no sum over the day."""
    priced = all(_PRICES & {c.features.head, *c.features.properties[:TIED]} for c in (pair.a, pair.b))
    return pair.kind is Kind.MONEY and priced


def _published(pair: Pair) -> str:
    """The dates of the articles, where a value has no date of its own to show."""
    said = [f"“{c.value_quote}” was published {c.features.published}" for c in (pair.a, pair.b) if not c.as_of]
    return f" ({', '.join(said)})" if said else ""


def bound_held(pair: Pair) -> Ruling | None:
    """A number that a bound allows: 512 where another article says over 500."""
    if pair.kind not in NUMBERS or not pair.x.overlaps(pair.y):
        return None
    if pair.x.is_bounded and pair.y.is_bounded:
        return None
    near = pair.ratio <= _NEAR_BOUND
    if unlikely(pair):
        return None
    if _both_open(pair.x, pair.y):
        return _two_bounds(pair)
    if near or dates_apart(pair):
        return ruling(Verdict.AGREE, Severity.LOW, bound_held, f"{pair.values}: the number is within the bound.")
    reason = f"{pair.values}: the bound allows the number, but they lie {pair.gap} apart."
    return ruling(Verdict.TENSION, Severity.MEDIUM, bound_held, reason)


def coarser(pair: Pair) -> Ruling | None:
    """A number inside a range that another article states: both can hold, one is coarser."""
    if pair.kind not in NUMBERS or not pair.x.overlaps(pair.y):
        return None
    severity = Severity.LOW
    if any(_wide(i) for i in (pair.x, pair.y)) and any(i.is_point for i in (pair.x, pair.y)) and not says_little(pair):
        reason = f"{pair.values}: one lies within the other, but one article is much less exact."
        return ruling(Verdict.TENSION, severity, coarser, reason)
    if pair.x.within(pair.y) or pair.y.within(pair.x):
        return ruling(Verdict.AGREE, severity, coarser, f"{pair.values}: one lies within the other.")
    return ruling(Verdict.TENSION, severity, coarser, f"{pair.values}: the ranges overlap only in part.")


def _wide(interval: Interval) -> bool:
    """Whether a range says little more than the order of magnitude: hundreds, 300 to 900."""
    return interval.is_bounded and 0 < interval.low * _WIDE <= interval.high


def different_numbers(pair: Pair) -> Ruling | None:
    """Two numbers that cannot both be right."""
    if pair.kind not in NUMBERS or pair.agrees or unlikely(pair):
        return None
    severity = Severity.HIGH if pair.ratio >= 3 else Severity.MEDIUM if pair.ratio >= Decimal("1.02") else Severity.LOW
    reason = f"{pair.values}: the values exclude each other, {pair.gap} apart."
    rough = [c.quantity.approx and i.is_point for c, i in ((pair.a, pair.x), (pair.b, pair.y))]
    if any(rough) and pair.ratio < (_ROUGH if all(rough) else _ROUGHLY):
        return ruling(Verdict.TENSION, Severity.LOW, different_numbers, reason)
    return ruling(Verdict.CONFLICT, severity, different_numbers, reason)


def _two_bounds(pair: Pair) -> Ruling:
    if abs(pair.x.stated - pair.y.stated) <= pair.tolerance:
        return ruling(Verdict.AGREE, Severity.LOW, bound_held, f"{pair.values}: the same bound.")
    precise = all(
        q.step is not None and abs(i.stated) and q.step / abs(i.stated) <= _PRECISE
        for q, i in ((pair.a.quantity, pair.x), (pair.b.quantity, pair.y))
    )
    reason = f"{pair.values}: both are bounds, but of different numbers, {pair.gap} apart."
    verdict = Verdict.CONFLICT if precise and pair.ratio < 2 else Verdict.TENSION
    return ruling(verdict, Severity.MEDIUM, bound_held, reason)


def _both_open(x: Interval, y: Interval) -> bool:
    return not x.is_bounded and not y.is_bounded


def _same_side(x: Interval, y: Interval) -> bool:
    return x.low.is_finite() == y.low.is_finite() and x.high.is_finite() == y.high.is_finite()
