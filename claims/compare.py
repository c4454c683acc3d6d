"""Two documents' claims side by side: match, then the first rule that answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claims.matching import FLAG, FLAG_WITHIN, match
from claims.model import Claim, Comparison, Match, Ruling
from claims.rules import RULES, Pair
from claims.watch.ruling import with_record

_MARGIN = 0.1
"""How much worse than its best counterpart another claim of the same document may match and still be shown."""


def compare(a: Claim, b: Claim, *, within: bool = False) -> Comparison | None:
    """The comparison of two claims, None when they do not speak of one thing or no rule has anything to say.

    ``within`` says that both stand in one document: an author knows what was said before, so more is asked.
    """
    if b.key < a.key:
        a, b = b, a
    if within and a.sentence == b.sentence:
        return None  # one sentence that lists several values of a kind contradicts nothing
    matched = match(a, b, within=within)
    if matched is None:
        return None
    ruling = _ruling(a, b, matched)
    needed = FLAG_WITHIN if within else FLAG
    if ruling is None or (ruling.verdict.flagged and matched.score < needed):
        return None
    return Comparison(a, b, matched, ruling)


def compare_documents(
    ours: Sequence[Claim], theirs: Sequence[Claim], pairs: Iterable[tuple[int, int]]
) -> list[Comparison]:
    """The comparisons of two documents' claims, best first; ``pairs`` are places in ``ours`` and ``theirs``.

    Within one document ``theirs`` is ``ours`` and each pair is given once. A claim that has a clearly better
    counterpart in the other document is not held against a worse one.
    """
    found = [(i, j, c) for i, j in pairs if (c := compare(ours[i], theirs[j], within=ours is theirs))]
    best_left: dict[int, float] = defaultdict(float)
    best_right: dict[int, float] = defaultdict(float)
    for i, j, comparison in found:
        best_left[i] = max(best_left[i], comparison.match.score)
        best_right[j] = max(best_right[j], comparison.match.score)
    kept = [c for i, j, c in found if c.match.score >= max(best_left[i], best_right[j]) - _MARGIN]
    return sorted(kept, key=lambda c: (-c.match.score, c.a.key, c.b.key))


def _ruling(a: Claim, b: Claim, matched: Match) -> Ruling | None:
    pair = Pair.of(a, b, matched)
    return with_record(next((found for rule in RULES if (found := rule(pair))), None), pair)
