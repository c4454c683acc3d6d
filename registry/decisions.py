"""The log of what editors decided: appended to, never changed."""

from __future__ import annotations

import getpass
import subprocess
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from registry.connection import Registry
from registry.load import rows, scalar
from registry.model import Decision, Judgement, StoredClaim, StoredPair
from registry.queries import pair_by_id
from registry.rows import decision_of, decision_row, storable
from sources.errors import UsageError

NOTE_LIMIT = 10_000
"""Characters of a note; what is longer belongs into a document that the note names."""

NAME_LIMIT = 200


def record(registry: Registry, pair_id: str, judgement: Judgement, *, by: str, note: str = "") -> StoredPair:
    """Adds a decision on a registered pair, and on all pairs with the same two wordings; the pair as it stands then.

    Raises UsageError for an empty or overlong name and for an overlong note.
    """
    by, note = _checked_name(by), _checked_note(note)
    db = registry.db
    with registry.transaction():
        pair = pair_by_id(db, pair_id)
        decision = Decision(
            id=uuid.uuid4().hex,
            pair_key=pair.key,
            a_key=pair.a.claim.key,
            b_key=pair.b.claim.key,
            judgement=judgement,
            by=by,
            at=_next_moment(db, pair.key),
            note=note,
        )
        db.table("decisions").insert(decision_row(decision))
        db.table("decision_quotes").insert_all([_quote_row(decision, "a", pair.a), _quote_row(decision, "b", pair.b)])
        return pair_by_id(db, pair_id)


def history(db: Database, pair_key: str) -> tuple[Decision, ...]:
    """All decisions on a pair of wordings, the earliest first; the last one holds."""
    sql = "SELECT * FROM decisions WHERE pair_key = ? ORDER BY decided_at, id"
    return tuple(decision_of(row) for row in rows(db, sql, (pair_key,)))


def default_author(folder: Path) -> str:
    """Who decides when nobody is named: git's ``user.name`` as it holds in ``folder``, else the login name.

    Raises UsageError when neither is known.
    """
    try:
        asked = subprocess.run(
            ["git", "config", "user.name"], cwd=folder, capture_output=True, text=True, check=False, timeout=10
        )
        name = asked.stdout.strip()
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        name = ""
    try:
        return name or getpass.getuser()
    except (KeyError, OSError):  # a user id without a name; OSError since Python 3.13
        raise UsageError("--by", "neither git nor the system knows your name", "give it with --by NAME") from None


def _next_moment(db: Database, pair_key: str) -> str:
    """Now, or just after the latest decision on the pair where this clock is behind: the later row must hold."""
    now = datetime.now(UTC)
    latest = scalar(db, "SELECT max(decided_at) FROM decisions WHERE pair_key = ?", (pair_key,))
    if latest:
        now = max(now, datetime.fromisoformat(latest) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _quote_row(decision: Decision, side: str, stored: StoredClaim) -> dict[str, object]:
    return {
        "decision": decision.id,
        "side": side,
        "source": stored.source.name,
        "published": stored.source.published,
        "value_quote": stored.claim.value_quote,
        "quote": stored.claim.quote,
    }


def _checked_name(by: str) -> str:
    name = storable(" ".join(by.split()))
    if not any(character.isalnum() for character in name):
        raise UsageError("--by", "is empty", "say who decides")
    if len(name) > NAME_LIMIT:
        raise UsageError("--by", f"has {len(name)} characters", f"give a name of {NAME_LIMIT} at most")
    return name


def _checked_note(note: str) -> str:
    text = storable(note.strip())
    if len(text) > NOTE_LIMIT:
        raise UsageError("--note", f"has {len(text)} characters", f"keep it to {NOTE_LIMIT}")
    return text
