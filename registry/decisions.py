"""What editors do with a compared pair: decide, undo, flag, assign, ask for a second opinion.

Command line, review and desk all come here. Each function adds to the log, in one transaction, and returns the pair as
it stands then; inside a ``registry.transaction()`` several become one. What is said of a pair holds for all pairs with
the same two wordings. Every function raises UsageError for an empty or overlong name and for an overlong note, and
KeyNotFoundError for a pair that is not registered.
"""

from __future__ import annotations

import getpass
import subprocess
from pathlib import Path

from sqlite_utils import Database

from registry.connection import Registry
from registry.decision_log import Words, append, checked_name, entries_of_pair
from registry.entries import standing
from registry.model import Entry, EntryKind, Judgement, SecondOpinion, StoredPair
from registry.queries import pair_by_id
from registry.reopening import renew_reopenings
from registry.right_value import checked_value
from sources.errors import UsageError


def record(
    registry: Registry, pair_id: str, judgement: Judgement, *, by: str, note: str = "", right: str = ""
) -> StoredPair:
    """Decides a pair. ``right`` is the value that is right, as one writes it, where the editor knows it.

    Raises UsageError for a value that says nothing about the sides.
    """
    words = Words(by, note)
    with registry.transaction():
        pair = pair_by_id(registry.db, pair_id)
        append(registry.db, EntryKind.DECISION, pair, words, judgement=judgement, right=checked_value(right, pair))
        renew_reopenings(registry.db)  # old words that came back stand beside new ones
        return pair_by_id(registry.db, pair_id)


def undo(registry: Registry, pair_id: str, *, by: str, note: str = "", entry: str | None = None) -> StoredPair:
    """Takes a decision back: the latest that stands, so that the one before holds again; or the entry of that id.

    Raises UsageError when there is nothing to take back.
    """
    words = Words(by, note)
    with registry.transaction():
        pair = pair_by_id(registry.db, pair_id)
        entries = entries_of_pair(registry.db, pair.key)
        open_to_it = [e for kind in EntryKind if kind is not EntryKind.UNDO for e in standing(entries, kind)]
        if entry is None:
            chosen = [e for e in open_to_it if e.kind is EntryKind.DECISION][-1:]
        else:
            chosen = [e for e in open_to_it if e.id == entry]
        if not chosen:
            raise UsageError(pair_id, "there is no decision to take back", f"`claims show {pair_id}` lists what stands")
        append(registry.db, EntryKind.UNDO, pair, words, undoes=chosen[0].id)
        renew_reopenings(registry.db)
        return pair_by_id(registry.db, pair_id)


def flag(registry: Registry, pair_id: str, *, by: str, note: str = "", on: bool = True) -> StoredPair:
    """Puts a flag on a pair, or takes it off; nothing is written where it is so already."""
    words = Words(by, note)
    with registry.transaction():
        pair = pair_by_id(registry.db, pair_id)
        if on and not pair.flagged:
            append(registry.db, EntryKind.FLAG, pair, words)
        elif not on:
            _withdraw(registry.db, EntryKind.FLAG, pair, words)
        return pair_by_id(registry.db, pair_id)


def ask_second_opinion(registry: Registry, pair_id: str, *, by: str, note: str = "", on: bool = True) -> StoredPair:
    """Asks that another editor decide a pair too, or withdraws that. Neither changes whether the pair is decided."""
    words = Words(by, note)
    with registry.transaction():
        pair = pair_by_id(registry.db, pair_id)
        if on and pair.second_opinion is not SecondOpinion.ASKED:
            append(registry.db, EntryKind.SECOND_OPINION, pair, words)
        elif not on:
            _withdraw(registry.db, EntryKind.SECOND_OPINION, pair, words)
        return pair_by_id(registry.db, pair_id)


def assign(registry: Registry, pair_id: str, assignee: str | None, *, by: str, note: str = "") -> StoredPair:
    """Gives a pair to an editor, or with None to nobody; the latest assignment holds."""
    words = Words(by, note)
    if assignee is not None:
        assignee = checked_name(assignee, "--assign", "say who is to decide")
    with registry.transaction():
        pair = pair_by_id(registry.db, pair_id)
        if pair.assignee != assignee:
            append(registry.db, EntryKind.ASSIGN, pair, words, assignee=assignee)
        return pair_by_id(registry.db, pair_id)


def history(db: Database, pair_key: str) -> tuple[Entry, ...]:
    """All entries on a pair of wordings, the earliest first, also those that were taken back."""
    return entries_of_pair(db, pair_key)


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


def _withdraw(db: Database, kind: EntryKind, pair: StoredPair, words: Words) -> None:
    for entry in standing(entries_of_pair(db, pair.key), kind):
        append(db, EntryKind.UNDO, pair, words, undoes=entry.id)
