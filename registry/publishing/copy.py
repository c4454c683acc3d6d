"""The copy of a registry that may be shown to anybody.

What the machine found and what was decided goes along; who decided, what they noted and what nobody has judged yet
stays at home unless it is asked for. The copy is vacuumed, so that nothing of it lingers in free pages, and keeps no
write-ahead log beside it: one file, to be served read-only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path, PurePath

from registry.connection import Registry
from registry.model import EntryKind
from sources.errors import UsageError

_FINDINGS = "verdict IN ('conflict', 'tension', 'time_drift')"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a copy keeps besides the decided: names and notes of editors, findings that nobody has judged."""

    editors: bool = False
    undecided: bool = False


def write_copy(registry: Registry, target: Path, kept: Kept) -> None:
    """Writes the copy to ``target``, which must not be there yet. Raises UsageError where it is."""
    if target.exists():
        raise UsageError(str(target), "is there already", "name another folder, or remove the file")
    registry.db.execute("VACUUM INTO ?", [str(target)])
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute("BEGIN IMMEDIATE")
        if not kept.undecided:
            copy.execute(f"DELETE FROM pairs WHERE id IN (SELECT id FROM compared_pairs WHERE {_OPEN})")
        _forget_the_past(copy)
        _keep_what_stands(copy, kept)
        _forget_extras(copy)
        _forget_answers(copy)
        _shorten_paths(copy)
        copy.execute("COMMIT")
        copy.execute("ANALYZE")
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("VACUUM")


_OPEN = f"{_FINDINGS} AND status IN ('open', 'reopened')"


def _forget_the_past(copy: sqlite3.Connection) -> None:
    """Texts that have been replaced, and what stood in them, are not published."""
    for table in ("reopenings", "successions", "closed_pairs", "past_claims"):
        copy.execute(f"DELETE FROM {table}")
    copy.execute("""
        DELETE FROM versions WHERE number < (SELECT max(number) FROM versions AS v WHERE v.source = versions.source)
    """)
    copy.execute("DELETE FROM documents WHERE sha256 NOT IN (SELECT document FROM sources)")


def _keep_what_stands(copy: sqlite3.Connection, kept: Kept) -> None:
    """Of the log only what counts and is of something that the copy holds.

    The triggers that let nobody rewrite the log are lifted in the copy meanwhile.
    """
    triggers = copy.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'decisions'"
    ).fetchall()
    for name, _ in triggers:
        copy.execute(f'DROP TRIGGER "{name}"')
    copy.execute("CREATE TEMP TABLE chosen (id TEXT PRIMARY KEY)")
    copy.execute(
        """
        INSERT INTO chosen SELECT id FROM standing_decisions
        WHERE kind = ? AND pair_key IN (SELECT key FROM pairs) OR kind = ? AND a_key IN (SELECT key FROM claims)
        """,
        (EntryKind.DECISION.value, EntryKind.VERIFY.value),
    )
    copy.execute("DELETE FROM decision_quotes WHERE decision NOT IN (SELECT id FROM chosen)")
    copy.execute("DELETE FROM decisions WHERE id NOT IN (SELECT id FROM chosen)")
    copy.execute("DROP TABLE chosen")
    if not kept.editors:
        _forget_editors(copy)
    for _, sql in triggers:
        copy.execute(sql)


def _forget_editors(copy: sqlite3.Connection) -> None:
    """Editors become numbers, in the order in which they first said something; their notes go."""
    copy.execute("""
        CREATE TEMP TABLE numbered AS
        SELECT decided_by AS name, row_number() OVER (ORDER BY min(decided_at), decided_by) AS number
        FROM decisions GROUP BY decided_by
    """)
    # In one statement, for an editor may call herself what another one is called now.
    copy.execute("""
        UPDATE decisions SET note = '',
            decided_by = (SELECT 'editor ' || number FROM numbered WHERE name = decided_by)
    """)
    copy.execute("DROP TABLE numbered")


def _forget_extras(copy: sqlite3.Connection) -> None:
    """Further keys of a manifest may hold anything, and nobody reads them here."""
    copy.execute("UPDATE sources SET extra = '{}'")


def _forget_answers(copy: sqlite3.Connection) -> None:
    """What a model answered in full is not published; which fields of a claim it read is said at the claim."""
    for table in ("reader_answers", "reader_passages", "second_reader", "doubtful_pairs"):
        copy.execute(f"DELETE FROM {table}")


def _shorten_paths(copy: sqlite3.Connection) -> None:
    """A full path tells whose machine it was: what lies outside the project is named by its file alone."""
    names = {name for (name,) in copy.execute("SELECT name FROM sources")}
    for name in sorted(names):
        if PurePath(name).is_absolute():
            short = _free_name(PurePath(name), names)
            names.add(short)
            copy.execute("UPDATE sources SET name = ? WHERE name = ?", (short, name))
            copy.execute("UPDATE decision_quotes SET source = ? WHERE source = ?", (short, name))


def _free_name(path: PurePath, taken: Collection[str]) -> str:
    """The name of a file, with -2, -3 where another one has it."""
    numbered = (f"{path.stem}-{number}{path.suffix}" for number in count(2))
    return next(name for name in chain([path.name], numbered) if name not in taken)
