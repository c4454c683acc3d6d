"""What changes when a text is replaced or read anew: which pairs close, and which claims took whose place."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from sqlite_utils import Database

from claims.editions import Edition
from claims.model import Fate
from claims.succession import Succession, successions
from registry import load, past
from registry.load import listed, rows
from registry.reopening import renew_reopenings
from registry.rows import Row, claim_of

Edits = Mapping[str, str]
"""Documents (by SHA-256) that are replaced or read anew, each with the one that stands in its place afterwards."""

_FINDINGS = ("conflict", "tension", "time_drift")

_MEMORABLE = """
    SELECT p.* FROM pairs AS p
    WHERE (
        a IN (SELECT id FROM claims WHERE document IN (SELECT value FROM json_each(:documents)))
        OR b IN (SELECT id FROM claims WHERE document IN (SELECT value FROM json_each(:documents)))
    ) AND (
        verdict IN ('conflict', 'tension', 'time_drift')
        OR EXISTS (SELECT 1 FROM decisions AS d WHERE d.pair_key = p.key)
        OR EXISTS (SELECT 1 FROM reopenings AS r WHERE r.pair_key = p.key)
    )
    ORDER BY length(p.id), p.id
"""

_REMEMBERED = """
    SELECT value AS key FROM json_each(?) WHERE value IN (SELECT new FROM successions)
    OR value IN (SELECT a_key FROM decisions) OR value IN (SELECT b_key FROM decisions)
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in some documents: rows of claims by document, of their findings and decided pairs, of the sides."""

    claims: Mapping[str, list[Row]]
    pairs: tuple[Row, ...]
    sides: Mapping[str, Row]

    @property
    def findings(self) -> frozenset[str]:
        """The keys of the pairs that are findings."""
        return frozenset(pair["key"] for pair in self.pairs if pair["verdict"] in _FINDINGS)


def standing(db: Database, edits: Edits) -> Standing:
    """What stands in the documents of ``edits``, old and new ones."""
    documents = {*edits, *edits.values()}
    found = {sha256: load.claim_rows(db, sha256) for sha256 in documents}
    pairs = tuple(rows(db, _MEMORABLE, {"documents": listed(documents)})) if any(found.values()) else ()
    ids = {pair[side] for pair in pairs for side in "ab"}
    sides = rows(db, "SELECT * FROM claims WHERE id IN (SELECT value FROM json_each(?))", (listed(ids),))
    return Standing(found, pairs, {row["id"]: row for row in sides})


def carry_over(db: Database, before: Standing, edits: Edits) -> None:
    """Keeps what is gone since ``before``, follows the claims that changed, and says which pairs are reopened.

    Runs inside the transaction that changed the documents; their old texts are still there.
    """
    for old, new in edits.items():
        if old != new:
            past.keep_claims(db, before.claims[old])
    keys = listed({pair["key"] for pair in before.pairs})
    sql = "SELECT key FROM pairs WHERE key IN (SELECT value FROM json_each(?))"
    left = {row["key"] for row in rows(db, sql, (keys,))}
    gone = {pair["key"]: pair for pair in reversed(before.pairs) if pair["key"] not in left}
    concerned = {before.sides[pair[side]]["key"] for pair in gone.values() for side in "ab"}
    fates = {old: _fates(db, before.claims[old], old, new, concerned) for old, new in edits.items()}
    past.close_pairs(db, (_departure(pair, before.sides, fates) for pair in gone.values()))
    past.forget_what_is_back(db)
    renew_reopenings(db)


def _fates(db: Database, found: list[Row], old: str, new: str, concerned: Set[str]) -> Mapping[str, Succession]:
    """What became of the claims of a document; only looked into where a closed pair or the log has part in one."""
    now = load.claim_rows(db, new)
    gone = {row["key"] for row in found} - {row["key"] for row in now}
    remembered = {row["key"] for row in rows(db, _REMEMBERED, (listed(gone),))} if gone else set()
    if not (gone & concerned or remembered):
        return {}
    editions = (
        Edition.of(load.document(db, sha256), [claim_of(row) for row in there])
        for sha256, there in ((old, found), (new, now))
    )
    fates = successions(*editions)
    followed = {key: fates[key].key for key in gone & concerned | remembered}
    past.note_successions(db, [(old, heir) for old, heir in sorted(followed.items()) if heir])
    return fates


def _departure(pair: Row, sides: Mapping[str, Row], fates: Mapping[str, Mapping[str, Succession]]) -> past.Departure:
    a, b = sides[pair["a"]], sides[pair["b"]]
    stays = Succession(Fate.STANDS)
    a_fate, b_fate = (fates.get(row["document"], {}).get(row["key"], stays).fate for row in (a, b))
    return past.Departure(pair, a, b, a_fate, b_fate)
