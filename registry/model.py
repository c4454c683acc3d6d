"""What the registry hands out: claims and pairs with their ids, sources, status and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claims.model import Claim, Fate, Ruling


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


class Correction(StrEnum):
    """Whether a side that was found wrong still stands in its source."""

    PENDING = "pending"
    CORRECTED = "corrected"


class SecondOpinion(StrEnum):
    """Whether another editor is to look at a pair too. It never holds back that the pair is decided.

    ``proposed``: of severity high, and one editor alone has decided. ``asked`` lasts until two have, the later of
    them after it was asked for.
    """

    PROPOSED = "proposed"
    ASKED = "asked"
    GIVEN = "given"


class Verification(StrEnum):
    """What an editor found out about one claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    UNPROVEN = "unproven"


class EntryKind(StrEnum):
    """What an entry of the decision log does."""

    DECISION = "decision"
    UNDO = "undo"
    FLAG = "flag"
    ASSIGN = "assign"
    SECOND_OPINION = "second_opinion"
    VERIFY = "verify"


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
class Entry:
    """One row of the decision log, of any kind. ``at`` is a UTC time; keys are those of the wordings, without suffix.

    ``kind`` tells what speaks besides ``note``: of a decision ``judgement`` and ``right``, the value held to be right
    as one writes it; of an undo ``undoes``, the id of the entry that counts no longer; of an assignment ``assignee``,
    None for nobody; of a verification, which names the one claim ``a_key`` and no pair, ``verification`` and
    ``evidence``, a URL.
    """

    id: str
    kind: EntryKind
    pair_key: str | None
    a_key: str
    b_key: str | None
    by: str
    at: str
    note: str = ""
    judgement: Judgement | None = None
    right: str | None = None
    undoes: str | None = None
    assignee: str | None = None
    verification: Verification | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim as registered. ``source`` is the first under which its document came in; ``document`` its SHA-256.

    ``verified`` is the latest verification of its wording, None while nobody has looked into it.
    """

    id: str
    source: Source
    claim: Claim
    verified: Entry | None = None

    @property
    def document(self) -> str:
        """SHA-256 of the bytes the claim was read from."""
        return self.source.document


@dataclass(frozen=True, slots=True)
class Decision:
    """An entry of the log by which an editor decided a pair. Fields as in :class:`Entry`."""

    id: str
    pair_key: str
    a_key: str
    b_key: str
    judgement: Judgement
    by: str
    at: str
    note: str = ""
    right: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a side of a pair said when an editor decided. Without its words once the source was removed."""

    key: str
    source: str | None = None
    value_quote: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Previous:
    """The decided pair (by its key) that a reopened one follows.

    ``a`` and ``b`` are what the sides that are now ``a`` and ``b`` said then; a side that did not change has the key
    that it has now. The letters of ``decision`` are those of then: its ``a_key`` and ``b_key`` tell which is which.
    """

    key: str
    decision: Decision
    a: Said
    b: Said


@dataclass(frozen=True, slots=True)
class Closing:
    """When a pair was closed (UTC), what became of its sides, and the key of the pair in its place, if there is one."""

    at: str
    a: Fate
    b: Fate
    next: str | None = None


@dataclass(frozen=True, slots=True)
class HeldValue:
    """A value that an editor holds to be right, and which sides of a pair (``a``, ``b``) say so or say otherwise.

    ``value`` is as written: in the verified claim of key ``claim``, or by the editor who decided the pair of key
    ``pair``. A side of which neither is known, such as one at another date, is not named.
    """

    value: str
    by: str
    at: str
    note: str = ""
    evidence: str | None = None
    claim: str | None = None
    pair: str | None = None
    agree: tuple[str, ...] = ()
    depart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredPair:
    """A compared pair as registered, with how it stands by the decisions on its two wordings.

    ``decision`` is the one that holds. ``correction`` is ``pending`` after a side was found wrong, while it stands, and
    ``corrected`` once it does not. ``previous`` is what a pair was before a value or wording changed; ``closing`` is
    there where a side is gone: then both sides are as they stood last.
    ``held`` are the values held to be right that concern it, the latest first.
    """

    id: str
    key: str
    a: StoredClaim
    b: StoredClaim
    topic: str
    score: float
    ruling: Ruling
    status: Status = Status.OPEN
    decision: Decision | None = None
    correction: Correction | None = None
    flagged: bool = False
    assignee: str | None = None
    second_opinion: SecondOpinion | None = None
    previous: Previous | None = None
    closing: Closing | None = None
    held: tuple[HeldValue, ...] = ()

    @property
    def gone(self) -> tuple[StoredClaim, ...]:
        """The sides of a closed pair that do not stand any more."""
        if self.closing is None:
            return ()
        fates = ((self.a, self.closing.a), (self.b, self.closing.b))
        return tuple(side for side, fate in fates if fate is not Fate.STANDS)


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
