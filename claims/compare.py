"""Two documents' claims side by side: match, then the first rule that answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from claims.judging import Opinion, in_doubt, needed, weighed
from claims.matching import match
from claims.model import Bound, Claim, Comparison, Match, Ruling
from claims.rules import RULES, Pair
from claims.watch.ruling import with_record

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
    if b.key < a.key:
        a, b = b, a
    if within and a.sentence == b.sentence:
        return None  # one sentence that lists several values of a kind contradicts nothing
    matched = match(a, b, within=within)
    if matched is None:
        return None
    ruling = _ruling(a, b, matched)
    if ruling is None:
        return None
    if ruling.verdict.flagged:
        if judge and in_doubt(matched, within=within) and (opinion := judge()):
            matched = weighed(matched, opinion)
        if matched.score < needed(within=within):
            return None
    return Comparison(a, b, matched, ruling)


def compare_documents(
    ours: Sequence[Claim], theirs: Sequence[Claim], pairs: Iterable[tuple[int, int]], judge: Judge | None = None
) -> list[Comparison]:
    """The comparisons of two documents' claims, best first; ``pairs`` are places in ``ours`` and ``theirs``.

    Within one document ``theirs`` is ``ours`` and each pair is given once. A claim that has a clearly better
    counterpart in the other document is not held against a worse one, unless that one says the same once more.
    """
    found = []
    for i, j in pairs:
        asked = partial(judge, i, j) if judge else None
        if comparison := compare(ours[i], theirs[j], within=ours is theirs, judge=asked):
            found.append((i, j, comparison))
    left: dict[int, _Best] = defaultdict(dict)
    right: dict[int, _Best] = defaultdict(dict)
    for i, j, comparison in found:
        score = comparison.match.score
        left[i][_said(theirs[j])] = max(left[i].get(_said(theirs[j]), 0.0), score)
        right[j][_said(ours[i])] = max(right[j].get(_said(ours[i]), 0.0), score)
    kept = [
        c for i, j, c in found if c.match.score >= max(_other(left[i], theirs[j]), _other(right[j], ours[i])) - _MARGIN
    ]
    return sorted(kept, key=lambda c: (-c.match.score, c.a.key, c.b.key))


_Said = tuple[Bound, Bound]
_Best = dict[_Said, float]
"""How well the best counterpart matches that says one thing or another."""


def _said(claim: Claim) -> _Said:
    return claim.quantity.low, claim.quantity.high


def _other(best: _Best, claim: Claim) -> float:
    """How well the best counterpart matches that does not say what ``claim`` says."""
    return max((score for said, score in best.items() if said != _said(claim)), default=0.0)


def _ruling(a: Claim, b: Claim, matched: Match) -> Ruling | None:
    pair = Pair.of(a, b, matched)
    return with_record(next((found for rule in RULES if (found := rule(pair))), None), pair)
