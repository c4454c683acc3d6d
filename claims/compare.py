"""Two documents' claims side by side: match, then the first rule that answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from claims.judging import SWAY, Opinion, in_doubt, needed, weighed
from claims.matching import match
from claims.model import Bound, Claim, Comparison, Match
from claims.rules import Pair, first_ruling
from claims.serials import without_other_members
from claims.watch.ruling import with_record
from claims.weighing.scales import Scales

_MARGIN = 0.1
"""How much worse than its best counterpart another claim of the same document may match and still be shown."""


Judge = Callable[[int, int], Opinion | None]
"""Gives the opinion that is kept on a pair, by its places in the two documents' claims; None where there is none."""


def compare(
    a: Claim, b: Claim, *, within: bool = False, judge: Callable[[], Opinion | None] | None = None
) -> Comparison | None:
    """The comparison of two claims, None when they do not speak of one thing or no rule has anything to say.

    ``within`` says that both stand in one document: an author knows what was said before, so more is asked.
    ``judge`` is asked for an opinion where it could decide whether a disagreement is shown. The ruling is always that
    of grammar's own match.
    """
    found = _found(a, b, _matched(a, b, within=within))
    if found and judge:
        found = _judged(found, judge, within=within)
    return found if found and _is_shown(found, within=within) else None


def compare_documents(
    ours: Sequence[Claim], theirs: Sequence[Claim], pairs: Iterable[tuple[int, int]], judge: Judge | None = None
) -> list[Comparison]:
    """The comparisons of two documents' claims, best first; ``pairs`` are places in ``ours`` and ``theirs``.

    Within one document ``theirs`` is ``ours`` and each pair is given once. A claim that has a clearly better
    counterpart in the other document is not held against a worse one, unless that one says the same once more;
    ``judge`` is not asked about a pair that would be left out for that whatever is said of it. One that names no member
    of a series is held against the member nearest in value only.
    """
    within = ours is theirs
    met = matched(ours, theirs, pairs)
    scales = None if within else Scales.of(ours, theirs, met)
    ruled = [
        _Met(i, j, comparison)
        for (i, j), found in met.items()
        if (
            comparison := scales.weighed((i, j))
            if scales and scales.asked((i, j))
            else _found(ours[i], theirs[j], found)
        )
    ]
    if judge:
        bars = _bars([met for met in ruled if _is_shown(met.comparison, within=within)], ours, theirs)
        ruled = [
            replace(met, comparison=_judged(met.comparison, partial(judge, met.i, met.j), within=within))
            if met.score + SWAY >= bars(met)
            else met
            for met in ruled
        ]
    found = [met for met in ruled if _is_shown(met.comparison, within=within)]
    bars = _bars(found, ours, theirs)
    kept = [met.comparison for met in found if met.score >= bars(met)]
    kept = kept if within else without_other_members(kept)
    return sorted(kept, key=lambda c: (-c.match.score, c.a.key, c.b.key))


def matched(
    ours: Sequence[Claim], theirs: Sequence[Claim], pairs: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], Match | None]:
    """What grammar makes of each of the ``pairs``, by their places in two documents' claims."""
    within = ours is theirs
    return {(i, j): _matched(ours[i], theirs[j], within=within) for i, j in pairs}


@dataclass(frozen=True, slots=True)
class _Met:
    """A comparison of the claims at these places."""

    i: int
    j: int
    comparison: Comparison

    @property
    def score(self) -> float:
        """How surely both speak of the same thing."""
        return self.comparison.match.score


def _matched(a: Claim, b: Claim, *, within: bool) -> Match | None:
    """What grammar makes of two claims, however unsure of it."""
    if within and a.sentence == b.sentence:
        return None  # one sentence that lists several values of a kind contradicts nothing
    return match(*_in_order(a, b), within=within)


def _in_order(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    return (b, a) if b.key < a.key else (a, b)


def _found(a: Claim, b: Claim, matched: Match | None) -> Comparison | None:
    if matched is None:
        return None
    pair = Pair.of(*_in_order(a, b), matched)
    ruling = with_record(first_ruling(pair), pair)
    return Comparison(pair.a, pair.b, matched, ruling) if ruling else None


def _is_shown(comparison: Comparison, *, within: bool) -> bool:
    return not comparison.ruling.verdict.flagged or comparison.match.score >= needed(within=within)


def _judged(comparison: Comparison, judge: Callable[[], Opinion | None], *, within: bool) -> Comparison:
    """The comparison with what a judge says of it, where that could decide whether it is shown."""
    if not (comparison.ruling.verdict.flagged and in_doubt(comparison.match, within=within)):
        return comparison
    opinion = judge()
    return replace(comparison, match=weighed(comparison.match, opinion)) if opinion else comparison


def _bars(found: Iterable[_Met], ours: Sequence[Claim], theirs: Sequence[Claim]) -> Callable[[_Met], float]:
    """Gives the score below which a pair is left out, because of better counterparts of its sides among ``found``."""
    left: dict[int, _Best] = defaultdict(dict)
    right: dict[int, _Best] = defaultdict(dict)
    for met in found:
        one, other = _said(ours[met.i]), _said(theirs[met.j])
        left[met.i][other] = max(left[met.i].get(other, 0.0), met.score)
        right[met.j][one] = max(right[met.j].get(one, 0.0), met.score)

    def bar(met: _Met) -> float:
        best = max(_other(left[met.i], theirs[met.j]), _other(right[met.j], ours[met.i]))
        return best - _MARGIN

    return bar


_Said = tuple[Bound, Bound]
_Best = dict[_Said, float]
"""How well the best counterpart matches that says one thing or another."""


def _said(claim: Claim) -> _Said:
    return claim.quantity.low, claim.quantity.high


def _other(best: _Best, claim: Claim) -> float:
    """How well the best counterpart matches that does not say what ``claim`` says."""
    return max((score for said, score in best.items() if said != _said(claim)), default=0.0)
