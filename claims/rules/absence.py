"""A rule for what one article has none of, and another some."""

from __future__ import annotations

from claims.evidence import of_anybody
from claims.model import Claim, Kind, Ruling, Severity, Verdict
from claims.rules.likely import says_little
from claims.rules.pair import Pair, dates_apart, ruling
from claims.topics.absences import NONE_OF_IT
from claims.topics.families import kin


def none_of_it(pair: Pair) -> Ruling | None:
    """None against some: that nobody was hurt, and that three were; no employees, and its first two."""
    if pair.kind is not Kind.COUNT or not _one_thing(pair.a, pair.b):
        return None
    none, some = sorted((pair.a, pair.b), key=lambda c: c.quantity != NONE_OF_IT)
    if none.quantity != NONE_OF_IT or some.quantity == NONE_OF_IT or not _in_words(none):
        return None
    if some.quantity.low is None or says_little(pair):
        return None
    if dates_apart(pair):
        reason = f"{pair.values}: one says that there was none, but the dates differ, so both can hold."
        return ruling(Verdict.TIME_DRIFT, Severity.MEDIUM, none_of_it, reason)
    return ruling(Verdict.CONFLICT, Severity.HIGH, none_of_it, f"{pair.values}: one says that there is none.")


def _one_thing(a: Claim, b: Claim) -> bool:
    """Whether both say what they count, and it is one thing: there is none of everything else."""
    x, y = a.features.head, b.features.head
    return bool(x and y) and (x == y or kin(x, y) or of_anybody(x, y))


def _in_words(claim: Claim) -> bool:
    """Whether none is told in words: the zeros of tables and logs are of all sorts of things."""
    return not any(sign.isdigit() for sign in claim.value_quote)
