"""What the registry hands out: claims and pairs with their ids, sources, status and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claims.model import Claim, Ruling


class Status(StrEnum):
    """How a compared pair stands with the editors."""

    OPEN = "open"
    DECIDED = "decided"
    REOPENED = "reopened"
    CLOSED = "closed"


class Judgement(StrEnum):
    """What an editor can decide of a pair."""

    A_WRONG = "a_wrong"
    B_WRONG = "b_wrong"
    BOTH_WRONG = "both_wrong"
    BOTH_RIGHT = "both_right"
    SUPERSEDED = "superseded"
    NOT_COMPARABLE = "not_comparable"
    MISREAD = "misread"
    UNSURE = "unsure"

    @property
    def settles(self) -> bool:
        """Whether the pair is decided by it."""
        return self is not Judgement.UNSURE

    @property
    def finds_error(self) -> bool:
        """Whether a side was found wrong, so that a correction is due."""
        return self in (Judgement.A_WRONG, Judgement.B_WRONG, Judgement.BOTH_WRONG)


@dataclass(frozen=True, slots=True)
class Source:
    """A name under which a document was registered, with what the manifest says of it. ``id`` is its order."""

    id: int
    name: str
    document: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim as registered. ``source`` is the first under which its document came in; ``document`` its SHA-256."""

    id: str
    source: Source
    claim: Claim

    @property
    def document(self) -> str:
        """SHA-256 of the bytes the claim was read from."""
        return self.source.document


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the decision log. ``at`` is a UTC time; the keys are those of the wordings, without suffix."""

    id: str
    pair_key: str
    a_key: str
    b_key: str
    judgement: Judgement
    by: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class StoredPair:
    """A compared pair as registered, with the latest decision on its two wordings."""

    id: str
    key: str
    a: StoredClaim
    b: StoredClaim
    topic: str
    score: float
    ruling: Ruling
    decision: Decision | None = None

    @property
    def status(self) -> Status:
        """Open until a decision other than ``unsure`` stands."""
        return Status.DECIDED if self.decision and self.decision.judgement.settles else Status.OPEN

    @property
    def correction(self) -> str | None:
        """``pending`` after a side was found wrong: a pair is there only as long as both its sentences stand."""
        return "pending" if self.decision and self.decision.judgement.finds_error else None


@dataclass(frozen=True, slots=True)
class Totals:
    """How much is registered, and how much of it was compared.

    ``possible`` counts all pairs of claims, ``compared`` those that share a blocking key, ``matched`` those held to
    speak of the same thing.
    """

    sources: int
    documents: int
    claims: int
    compared: int
    matched: int

    @property
    def possible(self) -> int:
        """All pairs that the claims could form."""
        return self.claims * (self.claims - 1) // 2

    @property
    def cut(self) -> int:
        """Pairs that blocking spared."""
        return self.possible - self.compared
