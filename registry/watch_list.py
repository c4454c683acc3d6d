"""How the watched facts stand: what the sources say of each, and which entries contradict each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from claims.model import Verdict
from registry import load, queries
from registry.model import StoredClaim, StoredPair
from registry.records import Record, json_bound

_PLACED = """
    SELECT count(DISTINCT theirs.claim) FROM claim_keys AS ours
    JOIN claim_keys AS theirs ON theirs.key = ours.key
    JOIN claims AS c ON c.id = theirs.claim
    WHERE ours.claim = ?1 AND c.source <> ?2
"""
"""An entry of the fact sheet has no other keys than those of its fact."""


class Standing(StrEnum):
    """What the sources make of a watched fact, the worst first."""

    DISPUTED = "disputed"  # another entry says otherwise
    CONTRADICTED = "contradicted"
    UNMATCHED = "unmatched"  # none states the right value, or another at its date
    HELD = "held"


@dataclass(frozen=True, slots=True)
class WatchedFact:
    """An entry as registered, in line ``line`` of the fact sheet; how many claims state it, and what came of that."""

    entry: StoredClaim
    line: int
    claims: int
    pairs: tuple[StoredPair, ...]

    @property
    def standing(self) -> Standing:
        """The worst that is to be said of it."""
        if any(pair.ruling.verdict.flagged for pair in self.pairs if self.other(pair).source == self.entry.source):
            return Standing.DISPUTED
        if self.verdicts[Verdict.CONFLICT] or self.verdicts[Verdict.TENSION]:
            return Standing.CONTRADICTED
        return Standing.HELD if self.verdicts[Verdict.AGREE] else Standing.UNMATCHED

    @property
    def verdicts(self) -> Counter[Verdict]:
        """How often each verdict was given."""
        return Counter(pair.ruling.verdict for pair in self.pairs)

    def other(self, pair: StoredPair) -> StoredClaim:
        """The side of a pair that is not this entry."""
        return pair.b if pair.a.id == self.entry.id else pair.a

    def record(self) -> Record:
        """The fact as scripts read it."""
        claim = self.entry.claim
        return {
            "id": self.entry.id,
            "source": self.entry.source.name,
            "line": self.line,
            "subject": claim.subject,
            "attribute": claim.attribute,
            "scope": claim.scope,
            "as_of": claim.as_of,
            "value_quote": claim.value_quote,
            "low": json_bound(claim.quantity.low),
            "high": json_bound(claim.quantity.high),
            "unit": claim.quantity.unit,
            "from": claim.attributed_to,
            "standing": self.standing.value,
            "claims": self.claims,
            "verdicts": {verdict.value: self.verdicts[verdict] for verdict in Verdict if self.verdicts[verdict]},
            "pairs": [pair.id for pair in self.pairs],
        }


def watched_facts(db: Database) -> tuple[WatchedFact, ...]:
    """The watched facts of a registry in the order in which they stand; empty where there is no fact sheet."""
    source = load.sheet_source(db)
    if source is None:
        return ()
    text = load.document(db, source.document).text
    return tuple(
        WatchedFact(
            entry,
            text.count("\n", 0, entry.claim.span.start) + 1,
            load.scalar(db, _PLACED, (entry.id, source.id)),
            queries.pairs_of_claim(db, entry.id),
        )
        for entry in queries.find_claims(db, queries.ClaimFilter(sources=(source,)))
    )


def standings(db: Database) -> Counter[Standing]:
    """How many watched facts stand how."""
    return Counter(fact.standing for fact in watched_facts(db))
