"""What a report is made from: values in their final order, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.model import Severity
from registry.model import Decision, Source, StoredClaim, StoredPair, Totals
from registry.records import Record, pair_record, stored_claim_record


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the editors are with the findings (conflict, tension, time drift) of a registry."""

    open: Mapping[Severity, int]
    decided: int


@dataclass(frozen=True, slots=True)
class Report:
    """Compared pairs, worst first, with what the registry holds in all."""

    pairs: tuple[StoredPair, ...]
    totals: Totals
    standing: Standing

    def records(self) -> Iterator[Record]:
        """The pairs as scripts read them."""
        return map(pair_record, self.pairs)


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Registered claims, source by source."""

    claims: tuple[StoredClaim, ...]
    totals: Totals

    def records(self) -> Iterator[Record]:
        """The claims as scripts read them."""
        return map(stored_claim_record, self.claims)


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote where it stands: the text of its paragraph before and after it."""

    stored: StoredClaim
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """One claim with all that is known of it. ``sources`` are the names of its document, the first one first."""

    passage: Passage
    sources: tuple[Source, ...]
    pairs: tuple[StoredPair, ...]


@dataclass(frozen=True, slots=True)
class PairDetail:
    """One compared pair with both quotes where they stand, and every decision on it, the earliest first."""

    pair: StoredPair
    a: Passage
    b: Passage
    history: tuple[Decision, ...]
