"""Which claims are worth comparing: those that share a blocking key.

The cost depends on what the document at hand says, not on how much is registered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from sqlite_utils import Database

from claims.model import Claim
from registry.load import rows, scalar
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
    """Two documents (or one and itself), the claims of either, and which share a blocking key.

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
    mine = _claims(db, sha256)
    registered = _order_of_registration(db)
    for other, group in groupby(found, key=lambda row: str(row["document"])):
        pairs = [(str(row["mine"]), str(row["other"])) for row in group]
        if other == sha256:
            yield _within(mine, pairs, sha256)
        elif registered[other] < registered[sha256]:
            yield _between(_claims(db, other), mine, [pair[::-1] for pair in pairs], (other, sha256))
        else:
            yield _between(mine, _claims(db, other), pairs, (sha256, other))


def _within(known: Mapping[str, Claim], pairs: list[tuple[str, str]], document: str) -> Bout:
    ids, claims, at = _in_order(known)
    places = {(min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs}
    return Bout(claims, claims, ids, ids, tuple(sorted(places)), (document, document))


def _between(
    ours: Mapping[str, Claim], theirs: Mapping[str, Claim], pairs: list[tuple[str, str]], documents: tuple[str, str]
) -> Bout:
    our_ids, our_claims, at = _in_order(ours)
    their_ids, their_claims, there = _in_order(theirs)
    places = tuple(sorted((at[a], there[b]) for a, b in pairs))
    return Bout(our_claims, their_claims, our_ids, their_ids, places, documents)


def _in_order(known: Mapping[str, Claim]) -> tuple[tuple[str, ...], tuple[Claim, ...], dict[str, int]]:
    """The ids of one document's claims in the order of their places, the claims, and where each id stands."""
    ids = tuple(sorted(known, key=lambda claim: (known[claim].value_span, known[claim].span, claim)))
    return ids, tuple(known[claim] for claim in ids), {claim: index for index, claim in enumerate(ids)}


def _claims(db: Database, document: str) -> dict[str, Claim]:
    """The claims of one document by their ids; one document at a time, so that a large registry fits in memory."""
    return {row["id"]: claim_of(row) for row in rows(db, "SELECT * FROM claims WHERE document = ?", (document,))}


def _order_of_registration(db: Database) -> dict[str, int]:
    sql = "SELECT document, min(id) AS number FROM sources GROUP BY document"
    return {row["document"]: row["number"] for row in rows(db, sql)}
