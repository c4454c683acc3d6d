"""Two amounts that are one interval: 3-5 km, between 20 and 30, 12.3亿—15亿, 大于10小于20."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.model import Kind
from claims.values.amount import Amount
from claims.values.articles import before_article, past_article
from claims.values.passage import Passage, is_letter
from claims.values.ranks import ranked
from claims.values.surroundings import forward, read_whole
from claims.values.units import MONEY
from claims.values.vocabulary import Vocabulary

_DASHES = "-–—−~～∼〜‑"


def extended(passage: Passage, first: Amount, floor: int, vocabulary: Vocabulary) -> Amount:
    """``first``, or the range that it opens."""
    return _spread(passage, first, floor, vocabulary) or _both_bounds(passage, first, floor, vocabulary) or first


def _spread(passage: Passage, first: Amount, floor: int, vocabulary: Vocabulary) -> Amount | None:
    at = first.end + (passage.char(first.end) == " ")
    if passage.folded.startswith(("- to ", "- or ", "-to-"), first.end):
        at = first.end + 1 + (passage.char(first.end + 1) == " ")
    opened = _opened(passage, first.start, floor, vocabulary)
    joint = vocabulary.joints.at(passage.folded, at)
    pair = vocabulary.pairs.at(passage.folded, at)
    link = joint or pair
    if link is None or first.hedged:
        return None
    dash = passage.char(at) in _DASHES
    second = _second(passage, link[0], vocabulary)
    if second is not None and second.unit is not None and second.kind is Kind.COUNT and joint is None:
        second = _without_closing(passage, second, vocabulary)
    if second is None or second.hedged or (dash and not _dash_joins(passage, first, second)):
        return None
    closed = vocabulary.closings.at(passage.folded, second.end)
    if (
        joint is None
        and closed is None
        and (opened is None or vocabulary.pair_openings.at(passage.folded, opened) is None)
    ):
        return None
    if opened is not None and not dash and _changes(passage, opened, vocabulary):
        return None
    return _joined(
        first, second, opened if opened is not None else first.start, closed[0] if closed else second.end, dash
    )


def _without_closing(passage: Passage, second: Amount, vocabulary: Vocabulary) -> Amount:
    """10与20间: 间 closes the range and counts no rooms."""
    closing = vocabulary.closings.at(passage.folded, second.core[1])
    return (
        replace(second, end=second.core[1], unit=None) if closing is not None and closing[0] >= second.end else second
    )


def _second(passage: Passage, at: int, vocabulary: Vocabulary) -> Amount | None:
    start = forward(passage, at, vocabulary)
    if passage.char(start) == "第":
        amount = read_whole(passage, start + 1, at, vocabulary)
        return ranked(passage, amount, at, vocabulary) if amount is not None else None
    return read_whole(passage, past_article(passage, start, vocabulary.spaced), at, vocabulary)


def _opened(passage: Passage, start: int, floor: int, vocabulary: Vocabulary) -> int | None:
    """Where the word that opens a range (from, between, 从) begins."""
    at = before_article(passage, start, vocabulary.spaced)
    at -= passage.char(at - 1) == " "
    found = vocabulary.openings.before(passage.folded, at)
    return found[0] if found is not None and found[0] >= floor else None


def _changes(passage: Passage, opened: int, vocabulary: Vocabulary) -> bool:
    """rose from 5 to 7 million names two values, not a range."""
    return passage.char(opened - 1) == " " and vocabulary.changes.before(passage.folded, opened - 1) is not None


def _dash_joins(passage: Passage, first: Amount, second: Amount) -> bool:
    """A dash joins two numbers of which the second is larger, and no third dash follows (telephone numbers, scores)."""
    after = passage.char(second.end)
    if after in _DASHES and passage.char(second.end + 1).isdigit():
        return False
    if passage.char(first.start - 1) in "-/" and passage.char(first.start - 2).isalnum():
        return False
    leading_zero = passage.char(second.core[0]) == "0" and passage.char(second.core[0] + 1).isdigit()
    return not leading_zero and not is_letter(passage.char(first.start - 1))


def _joined(first: Amount, second: Amount, start: int, end: int, dash: bool) -> Amount | None:
    if first.low is None or second.low is None or (first.kind is Kind.RANK) != (second.kind is Kind.RANK):
        return None
    shared = _shared(first, second)
    if shared is None:
        return None
    low, high = shared.low, second.high
    if low is None or high is None or low == second.low:
        return None
    if low > second.low:
        if dash and second.low >= 0:
            return None
        low, high = second.low, shared.high or low
    unit = second.unit or first.unit
    return replace(
        second,
        start=start,
        end=end,
        core=(first.core[0], second.core[1]),
        low=low,
        high=high,
        unit=unit,
        approx=first.approx or second.approx,
        step=min(shared.step, second.step),
    )


def _shared(first: Amount, second: Amount) -> Amount | None:
    """``first`` in the unit and the multiplier of ``second``: 2-3万, 3-5 km, $10-20 million; None when they differ."""
    if first.low is None or second.low is None:
        return None
    if first.unit is not None and second.unit is not None and first.unit.name != second.unit.name:
        if first.kind != second.kind or not _converts(first, second):
            return None
        factor = first.unit.size / second.unit.size
        return replace(first, low=first.low * factor, high=None if first.high is None else first.high * factor)
    if (
        first.unit is not None
        and second.unit is None
        and not (first.unit.dimension.startswith(MONEY) or first.unit.name == "%")
    ):
        return None
    bare = first.unit is None or first.end == first.core[1]
    factor = Decimal(1)
    if bare and first.unit is None and second.unit is not None:
        factor = second.unit.factor
    if bare and first.scale < second.scale and first.low * second.scale * factor < second.low:
        factor *= second.scale
    return replace(
        first,
        low=first.low * factor,
        high=None if first.high is None else first.high * factor,
        step=first.step * factor,
    )


def _converts(first: Amount, second: Amount) -> bool:
    return (
        first.unit is not None
        and second.unit is not None
        and (first.unit.dimension == second.unit.dimension != "" and first.kind is not Kind.MONEY)
    )


def _both_bounds(passage: Passage, first: Amount, _floor: int, vocabulary: Vocabulary) -> Amount | None:
    """大于10小于20, more than 40 and less than 50: a lower and an upper bound side by side."""
    if not first.hedged:
        return None
    starts = [first.end]
    at = first.end + (passage.char(first.end) == " ")
    also = vocabulary.also.at(passage.folded, at)
    if also is not None:
        starts.append(also[0])
        again = vocabulary.also.at(passage.folded, also[0] + (passage.char(also[0]) == " "))
        starts += [again[0]] if again is not None else []
    for place in starts:
        begin = place + (passage.char(place) == " ")
        number = forward(passage, begin, vocabulary)
        second = read_whole(passage, number, place, vocabulary)
        if second is None or not second.hedged or (second.start > begin and second.start > number):
            continue
        lower, upper = (first, second) if first.low is not None else (second, first)
        if (
            lower.low is None
            or lower.high is not None
            or upper.high is None
            or upper.low is not None
            or lower.low >= upper.high
        ):
            continue
        if first.unit is not None and second.unit is not None and first.unit.name != second.unit.name:
            continue
        return replace(
            second,
            start=first.start,
            core=(first.core[0], second.core[1]),
            low=lower.low,
            high=upper.high,
            unit=second.unit or first.unit,
            approx=True,
        )
    return None
