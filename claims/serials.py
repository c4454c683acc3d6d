"""Values told for each member of a series, as the packages of every release are.

A statement without a member, as *it has 59,100 packages*, is of one of them: of the one whose value comes nearest, as
far as anybody can tell, and it contradicts none of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claims.model import Claim, Comparison, Kind
from claims.rules.pair import NUMBERS, Pair

_SEVERAL = 2
"""Members from which the values are those of a series."""

_Series = tuple[str, str, Kind]
"""The claim without a member, by its key and place, and what the values of the members are of."""


def without_other_members(found: Sequence[Comparison]) -> list[Comparison]:
    """``found`` of two documents, without the disagreements of a claim that names no member of a series with members
    whose values are further from its own than another's."""
    series: dict[_Series, list[tuple[Comparison, Claim]]] = defaultdict(list)
    for comparison in found:
        for lone, member in _sides(comparison):
            series[_named(lone), member.features.head, member.kind].append((comparison, member))
    dropped = {id(comparison) for told in series.values() for comparison in _further(told)}
    return [comparison for comparison in found if id(comparison) not in dropped]


def _sides(comparison: Comparison) -> Iterable[tuple[Claim, Claim]]:
    """The claim without a member and the one of a member, where the two sides are such."""
    a, b = comparison.a, comparison.b
    return (
        (lone, member)
        for lone, member in ((a, b), (b, a))
        if member.kind in NUMBERS and member.features.instances and not lone.features.instances
    )


def _named(claim: Claim) -> str:
    return f"{claim.key} {claim.value_span.start}"


def _further(told: Sequence[tuple[Comparison, Claim]]) -> Iterable[Comparison]:
    """The disagreements with members other than the nearest; none where there is but one member."""
    if len({member.features.instances for _, member in told}) < _SEVERAL:
        return ()
    _, nearest = min(told, key=lambda one: (Pair.of(one[0].a, one[0].b, one[0].match).ratio, one[1].features.instances))
    return (
        comparison
        for comparison, member in told
        if member.features.instances != nearest.features.instances and comparison.ruling.verdict.flagged
    )
