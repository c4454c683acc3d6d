"""Which claims are worth comparing: those that share a blocking key.

The cost depends on what the document at hand says, not on how much is registered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlite_utils import Database

from claims.model import Claim
from registry.load import listed, rows, scalar
from registry.rows import claim_of

_PAIRS = """
    SELECT DISTINCT mine.claim AS mine, other.claim AS other, theirs.document AS document
    FROM claims AS ours
    JOIN claim_keys AS mine ON mine.claim = ours.id
    JOIN claim_keys AS other ON other.key = mine.key
    JOIN claims AS theirs ON theirs.id = other.claim
    WHERE ours.document = :document AND (theirs.document <> :document OR mine.claim < other.claim)
"""


@dataclass(frozen=True, slots=True)
class Bout:
    """Two documents (or one and itself), the claims of either that share a blocking key, and which do.

    ``ours`` belong to the document registered first, whichever of the two is at hand, so that the outcome does not
    depend on the order of work. ``pairs`` are indices into ``ours`` and ``theirs``; within one document both are the
    same and ``i < j``. The ids run parallel to the claims.
    """

    ours: tuple[Claim, ...]
    theirs: tuple[Claim, ...]
    our_ids: tuple[str, ...]
    their_ids: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]


def count_candidates(db: Database, sha256: str) -> int:
    """How many pairs of claims one document has a part in that share a blocking key."""
    found: int = scalar(db, f"SELECT count(*) FROM ({_PAIRS.replace(':document', '?1')})", (sha256,))
    return found


def bouts(db: Database, sha256: str) -> Iterator[Bout]:
    """What the claims of a document have to be compared with, one other document at a time, itself included."""
    found = list(rows(db, f"{_PAIRS} ORDER BY document", {"document": sha256}))
    for other, group in groupby(found, key=lambda row: str(row["document"])):
        pairs = [(row["mine"], row["other"]) for row in group]
        if other == sha256:
            yield _within(db, pairs)
        elif _registered(db, sha256) < _registered(db, other):
            yield _between(db, pairs)
        else:
            yield _between(db, [(theirs, mine) for mine, theirs in pairs])


def _within(db: Database, pairs: list[tuple[str, str]]) -> Bout:
    ids, claims = _claims(db, {claim for pair in pairs for claim in pair})
    at = {claim: index for index, claim in enumerate(ids)}
    places = sorted({(min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs})
    return Bout(claims, claims, ids, ids, tuple(places))


def _between(db: Database, pairs: list[tuple[str, str]]) -> Bout:
    our_ids, ours = _claims(db, {pair[0] for pair in pairs})
    their_ids, theirs = _claims(db, {pair[1] for pair in pairs})
    at = {claim: index for index, claim in enumerate(our_ids)}
    there = {claim: index for index, claim in enumerate(their_ids)}
    return Bout(ours, theirs, our_ids, their_ids, tuple(sorted((at[a], there[b]) for a, b in pairs)))


def _claims(db: Database, ids: set[str]) -> tuple[tuple[str, ...], tuple[Claim, ...]]:
    sql = """
        SELECT * FROM claims WHERE id IN (SELECT value FROM json_each(?))
        ORDER BY start, value_start, "end", key
    """
    found = list(rows(db, sql, (listed(ids),)))
    return tuple(row["id"] for row in found), tuple(claim_of(row) for row in found)


def _registered(db: Database, sha256: str) -> int:
    order: int = scalar(db, "SELECT min(id) FROM sources WHERE document = ?", (sha256,))
    return order
