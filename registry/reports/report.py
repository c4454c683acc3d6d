"""What a report is made from: values in their final order, and nothing else."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.model import Severity
from registry.model import Entry, HeldValue, Source, StoredClaim, StoredPair, Totals
from registry.records import Record, pair_record, stored_claim_record
from sources.span import Span


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
    """One claim with all that is known of it. ``sources`` are the names of its document, the first one first.

    ``history`` are the entries of the log on it alone, ``held`` the values held to be right at its topics.
    """

    passage: Passage
    sources: tuple[Source, ...]
    pairs: tuple[StoredPair, ...]
    history: tuple[Entry, ...] = ()
    held: tuple[HeldValue, ...] = ()


@dataclass(frozen=True, slots=True)
class PairDetail:
    """One compared pair with both quotes where they stand, and every entry of the log on it, the earliest first.

    ``a_was`` and ``b_was`` are the claims that a reopened pair was decided on, as far as they are kept. ``held`` are
    the values held to be right at its topic besides those that the pair itself carries. ``features`` are what the
    matcher found in common, none for a pair that is closed.
    """

    pair: StoredPair
    a: Passage
    b: Passage
    history: tuple[Entry, ...]
    a_was: StoredClaim | None = None
    b_was: StoredClaim | None = None
    held: tuple[HeldValue, ...] = ()
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of a source: ``span`` counts code points of its decoded text, ``quote`` is what stands there."""

    source: str
    span: Span
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A further name of a subject, with its evidence in the wording of the sources.

    ``like`` is the name that the evidence binds the alias to: the canonical one, or another alias of it. The counts
    are by source; ``command`` applies the proposal.
    """

    canonical: str
    alias: str
    like: str
    evidence: tuple[str, ...]
    score: float
    canonical_counts: Mapping[str, int]
    alias_counts: Mapping[str, int]
    passages: tuple[Excerpt, ...]

    @property
    def command(self) -> str:
        """What to run where the proposal is right."""
        # A name may begin with a hyphen; what follows -- is never an option.
        names = ["--"] if {self.canonical[0], self.alias[0]} & {"-"} else []
        return shlex.join(["claims", "alias", "add", *names, self.canonical, self.alias])

    def record(self) -> Record:
        """The proposal as scripts read it."""
        return {
            "canonical": self.canonical,
            "alias": self.alias,
            "like": self.like,
            "evidence": list(self.evidence),
            "score": self.score,
            "canonical_counts": dict(self.canonical_counts),
            "alias_counts": dict(self.alias_counts),
            "passages": [
                {"source": p.source, "start": p.span.start, "end": p.span.end, "quote": p.quote} for p in self.passages
            ],
            "command": self.command,
        }


@dataclass(frozen=True, slots=True)
class Proposals:
    """Proposals in their final order, and how many more there are."""

    proposals: tuple[Proposal, ...]
    more: int = 0

    def records(self) -> Iterator[Record]:
        """The proposals as scripts read them."""
        return (proposal.record() for proposal in self.proposals)
