"""A rule for two figures that point in opposite directions: a profit and a loss, a rise and a fall."""

from __future__ import annotations

from claims.model import Features, Kind, Ruling, Severity, Verdict
from claims.rules.pair import Pair, dates_apart, ruling

_OPPOSITES = (
    (frozenset({"=profit", "=net-profit", "=attributable-net-profit"}), frozenset({"=loss", "=net-loss"})),
    (frozenset({"=trade-surplus"}), frozenset({"=trade-deficit", "=fiscal-deficit"})),
)
"""Heads of which one is the other with its sign turned."""

_MOVES = ("growth", "decline")
"""The same of the nearest property (``claims/topics/properties.toml``) of a share that something changed by."""

_CHANGES = frozenset({Kind.PERCENT, Kind.RATIO})


def opposite_moves(pair: Pair) -> Ruling | None:
    """A gain of one period against a loss: whatever the numbers, both cannot be right."""
    if dates_apart(pair) or not (_opposite(pair.a.features, pair.b.features) or _moved_apart(pair)):
        return None
    reason = f"{pair.values}: one is a gain, the other a loss."
    return ruling(Verdict.CONFLICT, Severity.HIGH, opposite_moves, reason)


def _opposite(x: Features, y: Features) -> bool:
    pair = (x.head, y.head), (y.head, x.head)
    return any(one in gains and other in losses for gains, losses in _OPPOSITES for one, other in pair)


def _moved_apart(pair: Pair) -> bool:
    """Whether both tell by how much one thing changed, and in which direction."""
    x, y = pair.a.features, pair.b.features
    if not {pair.a.kind, pair.b.kind} <= _CHANGES or not x.head or x.head != y.head:
        return False
    return {*x.properties[:1], *y.properties[:1]} == set(_MOVES)
