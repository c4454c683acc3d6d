"""The log that decisions are written to: appended to, never changed."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from registry.limits import NAME_LIMIT, NOTE_LIMIT
from registry.load import rows, scalar
from registry.model import Entry, EntryKind, Judgement, StoredClaim, StoredPair, Verification
from registry.rows import entry_of, entry_row, storable
from sources.errors import UsageError


@dataclass(frozen=True, slots=True)
class Words:
    """What an editor says with any entry: a name and a note, checked. Raises UsageError for what no one would mean."""

    by: str
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by", checked_name(self.by, "--by", "say who decides"))
        object.__setattr__(self, "note", checked_text(self.note, "--note", NOTE_LIMIT))


def append(
    db: Database,
    kind: EntryKind,
    about: StoredPair | StoredClaim,
    words: Words,
    *,
    judgement: Judgement | None = None,
    right: str | None = None,
    undoes: str | None = None,
    assignee: str | None = None,
    verification: Verification | None = None,
    evidence: str | None = None,
) -> Entry:
    """Adds an entry on a pair or a claim, inside the caller's transaction, and returns it.

    Beside a decision and a verification stands what was said then. Its time is later than that of every entry on
    the same wordings, so that the one written last holds.
    """
    a, b = (about.a, about.b) if isinstance(about, StoredPair) else (about, None)
    pair_key = about.key if isinstance(about, StoredPair) else None
    entry = Entry(
        id=uuid.uuid4().hex,
        kind=kind,
        pair_key=pair_key,
        a_key=a.claim.key,
        b_key=b.claim.key if b else None,
        by=words.by,
        at=_next_moment(db, pair_key, a.claim.key),
        note=words.note,
        judgement=judgement,
        right=right,
        undoes=undoes,
        assignee=assignee,
        verification=verification,
        evidence=evidence,
    )
    db.table("decisions").insert(entry_row(entry))
    if kind in (EntryKind.DECISION, EntryKind.VERIFY):
        sides = [("a", a)] if b is None else [("a", a), ("b", b)]
        db.table("decision_quotes").insert_all(_quote_row(entry, side, stored) for side, stored in sides)
    return entry


def entries_of_pair(db: Database, pair_key: str) -> tuple[Entry, ...]:
    """All entries on a pair of wordings, the earliest first."""
    sql = "SELECT * FROM decisions WHERE pair_key = ? ORDER BY decided_at, id"
    return tuple(entry_of(row) for row in rows(db, sql, (pair_key,)))


def entries_of_claim(db: Database, claim_key: str) -> tuple[Entry, ...]:
    """All entries on one wording alone, that is verifications and what became of them, the earliest first."""
    sql = "SELECT * FROM decisions WHERE a_key = ? AND pair_key IS NULL ORDER BY decided_at, id"
    return tuple(entry_of(row) for row in rows(db, sql, (claim_key,)))


def checked_name(name: str, option: str, remedy: str) -> str:
    """A person's name on one line. Raises UsageError, naming ``option``, for one that is empty or overlong."""
    name = storable(" ".join(name.split()))
    if not any(character.isalnum() for character in name):
        raise UsageError(option, "is empty", remedy)
    if len(name) > NAME_LIMIT:
        raise UsageError(option, f"has {len(name)} characters", f"give a name of {NAME_LIMIT} at most")
    return name


def checked_text(text: str, option: str, limit: int) -> str:
    """``text`` without space around it. Raises UsageError, naming ``option``, where it is longer than ``limit``."""
    text = storable(text.strip())
    if len(text) > limit:
        raise UsageError(option, f"has {len(text)} characters", f"keep it to {limit}")
    return text


def _next_moment(db: Database, pair_key: str | None, a_key: str) -> str:
    """Now, or just after the latest entry on these wordings where this clock is behind: the later row must hold."""
    now = datetime.now(UTC)
    if pair_key is None:
        latest = scalar(db, "SELECT max(decided_at) FROM decisions WHERE a_key = ? AND pair_key IS NULL", (a_key,))
    else:
        latest = scalar(db, "SELECT max(decided_at) FROM decisions WHERE pair_key = ?", (pair_key,))
    if latest:
        now = max(now, datetime.fromisoformat(latest) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _quote_row(entry: Entry, side: str, stored: StoredClaim) -> dict[str, object]:
    return {
        "decision": entry.id,
        "side": side,
        "source": stored.source.name,
        "published": stored.source.published,
        "value_quote": stored.claim.value_quote,
        "quote": stored.claim.quote,
    }
