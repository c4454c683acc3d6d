"""Opening a registry: telling it from what it is not, and saying so in one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from registry.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from sources.errors import RegistryError

OLDEST_SQLITE = (3, 37, 0)
"""The first with STRICT tables."""

BUSY_SECONDS = 30.0
"""How long a writer waits for another process to finish its source."""

_UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
"""What SQLite says at the first look into a file beside which it cannot put the files of its log."""


@dataclass(frozen=True, slots=True)
class Registry:
    """An open registry."""

    path: Path
    db: Database

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written inside, or nothing of it, whatever ends the block; inside another one, part of it."""
        if self.db.conn.in_transaction:
            yield
            return
        # A plain BEGIN takes the write lock at the first write only, and fails at once, without waiting, when
        # another process has written since the first read.
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.rollback()
            raise
        self.db.commit()


@contextmanager
def open_registry(path: Path, *, create: bool = False) -> Iterator[Registry]:
    """The registry at ``path``; with ``create`` it is made when it is not there.

    Raises RegistryError when there is none, when the file is another program's, damaged or of a newer schema, and
    when SQLite cannot go on in the middle of the block (a full disk, a lock that is not given up).
    """
    _check_sqlite()
    _check_path(path, create)
    with errors_named(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            registry = Registry(path, Database(connection, execute_plugins=False))
            _prepare(registry)
            yield registry
        finally:
            connection.close()


@contextmanager
def memory_registry() -> Iterator[Registry]:
    """An empty registry that is gone when the block ends."""
    connection = sqlite3.connect(":memory:")
    try:
        registry = Registry(Path(":memory:"), Database(connection, execute_plugins=False))
        _prepare(registry)
        yield registry
    finally:
        connection.close()


@contextmanager
def registry_copy(path: Path) -> Iterator[Registry]:
    """A copy in memory of the registry at ``path``, which is only read; it is gone when the block ends.

    Raises RegistryError as :func:`open_registry` does. A registry of an older schema is brought up to date in the
    copy alone.
    """
    _check_sqlite()
    _check_path(path, create=False)
    with errors_named(path):
        copy = sqlite3.connect(":memory:")
        try:
            _copy(path, copy)
            registry = Registry(path, Database(copy, execute_plugins=False))
            _prepare(registry)
            yield registry
        finally:
            copy.close()


@contextmanager
def readable_registry(path: Path) -> Iterator[Registry]:
    """The registry at ``path`` for a block that reads; where it cannot be written, a copy of it in memory.

    What brings it up to date is then gone with the copy. Raises RegistryError as :func:`open_registry` does.
    """
    with ExitStack() as stack:
        try:
            registry = stack.enter_context(open_registry(path))
        except RegistryError as error:
            if getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF not in _UNWRITABLE:
                raise
            registry = stack.enter_context(registry_copy(path))
        yield registry


def _copy(path: Path, copy: sqlite3.Connection) -> None:
    address = path.absolute().as_uri()
    try:
        # A connection that may only read would leave its files for the log behind.
        with closing(sqlite3.connect(f"{address}?mode=rw", uri=True, timeout=BUSY_SECONDS)) as source:
            source.execute("PRAGMA query_only = ON")
            source.backup(copy)
    except sqlite3.OperationalError:
        # In a folder that cannot be written, SQLite cannot join its own protocol of readers and writers; without a
        # log beside the file nobody has begun to write.
        if path.with_name(f"{path.name}-wal").exists():
            raise
        with closing(sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True)) as source:
            source.backup(copy)


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise RegistryError(
            f"SQLite {sqlite3.sqlite_version}", f"is older than {oldest}", "use a Python built with a newer one"
        )


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise RegistryError(str(path), "is a folder, not a registry", "name a file with --db")
    if path.exists() and not path.is_file():
        raise RegistryError(str(path), "is no file that a registry could stand in", "name a file with --db")
    if not path.exists() and not create:
        raise RegistryError(
            str(path), "there is no registry here", "register sources with `claims add PATH`, or name one with --db"
        )
    if not path.parent.is_dir():
        raise RegistryError(str(path), "the folder it should stand in does not exist", "create the folder first")


def _prepare(registry: Registry) -> None:
    db = registry.db
    # Read before any pragma that would write to a file which is not ours.
    version = _recognise(registry)
    db.execute("PRAGMA foreign_keys = ON")
    # Text that was removed must not linger in the free pages of the file.
    db.execute("PRAGMA secure_delete = ON")
    if version == SCHEMA_VERSION:
        return
    if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        db.execute("PRAGMA journal_mode = WAL")
    with registry.transaction():
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        MIGRATIONS.apply(db)
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _recognise(registry: Registry) -> int:
    """The schema version of the file, 0 for an empty one; raises RegistryError for what is no registry of ours."""
    db, place = registry.db, str(registry.path)
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    empty = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application != APPLICATION_ID and not (empty and application == version == 0):
        raise RegistryError(place, "is the database of another program", "name another file with --db")
    if version > SCHEMA_VERSION:
        raise RegistryError(
            place,
            f"was written by a newer release (schema {version}, this one knows {SCHEMA_VERSION})",
            "upgrade claim-registry",
        )
    fault = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if fault != "ok":
        raise _damaged(registry.path, fault.splitlines()[-1])
    return version


def _damaged(path: Path, fault: str) -> RegistryError:
    return RegistryError(
        str(path),
        f"is damaged or no registry ({fault})",
        "restore a copy, or move it away, add the sources again and import the decisions from their file",
    )


_CAUSES = {
    sqlite3.SQLITE_BUSY: ("another process is writing to it", "try again when that has finished"),
    sqlite3.SQLITE_LOCKED: ("another process is writing to it", "try again when that has finished"),
    sqlite3.SQLITE_READONLY: ("cannot be written", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_PERM: ("cannot be opened", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_FULL: ("the disk is full", "make room and run the command again"),
    sqlite3.SQLITE_IOERR: ("the disk reports an error", "check the disk and run the command again"),
}


@contextmanager
def errors_named(path: Path) -> Iterator[None]:
    """Turns what SQLite says about the file into one line; a mistake of ours stays what it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        # The low byte is the primary code, the rest refines it: https://www.sqlite.org/rescode.html
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise _damaged(path, str(error)) from error
        if code in _CAUSES:
            problem, remedy = _CAUSES[code]
            raise RegistryError(str(path), problem, remedy) from error
        raise
