"""Which claims are worth comparing: those that share a blocking key.

The cost depends on what the document at hand says, not on how much is registered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
    same and ``i < j``. The ids run parallel to the claims; ``documents`` are the hashes of the two.
    """

    ours: tuple[Claim, ...]
    theirs: tuple[Claim, ...]
    our_ids: tuple[str, ...]
    their_ids: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    documents: tuple[str, str]


def count_candidates(db: Database, sha256: str) -> int:
    """How many pairs of claims one document has a part in that share a blocking key."""
    found: int = scalar(db, f"SELECT count(*) FROM ({_PAIRS.replace(':document', '?1')})", (sha256,))
    return found


def bouts(db: Database, sha256: str, *, without: Collection[str] = (), only: str | None = None) -> Iterator[Bout]:
    """What the claims of a document have to be compared with, one other document at a time, itself included.

    Documents whose hashes are among ``without`` are left out, and where ``only`` is named, all but that one.
    """
    wanted = rows(db, f"{_PAIRS} ORDER BY document", {"document": sha256})
    found = [row for row in wanted if row["document"] not in without and only in (None, row["document"])]
    known = _claims(db, {row[side] for row in found for side in ("mine", "other")})
    registered = _order_of_registration(db)
    for other, group in groupby(found, key=lambda row: str(row["document"])):
        pairs = [(str(row["mine"]), str(row["other"])) for row in group]
        documents = sha256, other
        if registered[other] < registered[sha256]:
            pairs, documents = [(theirs, mine) for mine, theirs in pairs], (other, sha256)
        yield _within(known, pairs, documents) if other == sha256 else _between(known, pairs, documents)


def _within(known: Mapping[str, Claim], pairs: list[tuple[str, str]], documents: tuple[str, str]) -> Bout:
    ids = _in_order(known, {claim for pair in pairs for claim in pair})
    at = {claim: index for index, claim in enumerate(ids)}
    places = sorted({(min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs})
    claims = tuple(known[claim] for claim in ids)
    return Bout(claims, claims, ids, ids, tuple(places), documents)


def _between(known: Mapping[str, Claim], pairs: list[tuple[str, str]], documents: tuple[str, str]) -> Bout:
    ours = _in_order(known, {pair[0] for pair in pairs})
    theirs = _in_order(known, {pair[1] for pair in pairs})
    at = {claim: index for index, claim in enumerate(ours)}
    there = {claim: index for index, claim in enumerate(theirs)}
    places = tuple(sorted((at[a], there[b]) for a, b in pairs))
    return Bout(tuple(known[c] for c in ours), tuple(known[c] for c in theirs), ours, theirs, places, documents)


def _in_order(known: Mapping[str, Claim], ids: set[str]) -> tuple[str, ...]:
    """``ids`` of one document in the order of their places."""
    return tuple(sorted(ids, key=lambda claim: (known[claim].value_span, known[claim].span, claim)))


def _claims(db: Database, ids: set[str]) -> dict[str, Claim]:
    sql = "SELECT * FROM claims WHERE id IN (SELECT value FROM json_each(?))"
    return {row["id"]: claim_of(row) for row in rows(db, sql, (listed(ids),))}


def _order_of_registration(db: Database) -> dict[str, int]:
    sql = "SELECT document, min(id) AS number FROM sources GROUP BY document"
    return {row["document"]: row["number"] for row in rows(db, sql)}
