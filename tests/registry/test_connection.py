"""A registry is told from everything else, in one line, before anything is written."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry import load
from registry.connection import Registry, memory_registry, open_registry, readable_registry, registry_copy
from registry.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from sources.errors import RegistryError


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "registry.db"
    with open_registry(path, create=True):
        pass
    return path


def refused(path: Path, *, create: bool = False) -> str:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(RegistryError) as caught, open_registry(path, create=create):
        pass
    assert (path.read_bytes() if path.is_file() else None) == before
    line = str(caught.value)
    assert path.name in line
    assert "\n" not in line
    return line


def test_the_schema_version_counts_the_migrations() -> None:
    with memory_registry() as registry:
        assert len(MIGRATIONS.applied(registry.db)) == SCHEMA_VERSION
        assert registry.db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert registry.db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_new_registry_is_opened_again(place: Path) -> None:
    with open_registry(place) as registry:
        assert registry.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert registry.db.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_reading_makes_no_registry(tmp_path: Path) -> None:
    assert "claims add" in refused(tmp_path / "registry.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_registry(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with open_registry(tmp_path / "new.db", create=True) as registry:
        assert registry.db.table("claims").exists()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path, create=True)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path / "gone" / "registry.db", create=True)


def test_the_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    assert "another program" in refused(path, create=True)


def test_another_application_id_without_tables(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 42")
    connection.close()
    assert "another program" in refused(path, create=True)


def test_a_newer_schema(place: Path) -> None:
    connection = sqlite3.connect(place)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    assert "upgrade" in refused(place)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "registry.db"
    path.write_bytes("杭州的文章，不是数据库。".encode() * 400)
    assert "damaged or no registry" in refused(path, create=True)


def test_a_registry_cut_short(place: Path) -> None:
    data = place.read_bytes()
    place.write_bytes(data[: len(data) // 2])
    assert "damaged" in refused(place)


def test_a_registry_overwritten_in_the_middle(place: Path) -> None:
    data = bytearray(place.read_bytes())
    data[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    place.write_bytes(data)
    assert "damaged" in refused(place)


def test_a_transaction_that_fails_leaves_nothing(place: Path) -> None:
    def interrupted(registry: Registry) -> None:
        with registry.transaction():
            registry.db.execute("INSERT INTO aliases VALUES ('a', 'b')")
            raise KeyboardInterrupt

    with open_registry(place) as registry:
        with pytest.raises(KeyboardInterrupt):
            interrupted(registry)
        assert registry.db.execute("SELECT count(*) FROM aliases").fetchone() == (0,)


def test_a_migration_that_fails_leaves_no_registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_db: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(MIGRATIONS, "apply", broken)
    path = tmp_path / "registry.db"
    with pytest.raises(KeyboardInterrupt), open_registry(path, create=True):
        pass
    monkeypatch.undo()
    with open_registry(path, create=True) as registry:
        assert registry.db.table("claims").exists()


def test_a_writer_waits_and_then_says_why(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("registry.connection.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(place)
    other.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(RegistryError, match="another process"),
        open_registry(place) as registry,
        registry.transaction(),
    ):
        pass
    other.close()


def test_a_mistake_of_ours_is_not_called_damage(place: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), open_registry(place) as registry:
        registry.db.execute("SELECT nothing FROM nowhere")


def test_a_copy_is_read_and_nothing_written(tmp_path: Path) -> None:
    path = tmp_path / "a b%.db"
    with open_registry(path, create=True) as registry, registry.transaction():
        registry.db.execute("INSERT INTO aliases VALUES ('步云', 'Buyun')")
    before = path.read_bytes()
    with registry_copy(path) as copy:
        assert load.aliases(copy.db).groups == (("Buyun", ("步云",)),)
        with copy.transaction():
            copy.db.execute("DELETE FROM aliases")
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    with pytest.raises(RegistryError, match="no registry here"), registry_copy(tmp_path / "gone.db"):
        pass


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A registry that may only be read, in a folder that may only be read."""
    if os.name != "posix":
        pytest.skip("needs the permissions of Unix")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "registry.db"
        with open_registry(path, create=True) as registry, registry.transaction():
            registry.db.execute("INSERT INTO aliases VALUES ('步云', 'Buyun')")
        path.chmod(0o444)
        path.parent.chmod(0o555)
        user = os.geteuid()
        try:
            if user == 0:  # whom no permission stops
                os.seteuid(65534)
            assert not os.access(name, os.W_OK, effective_ids=True)
            yield path
        finally:
            os.seteuid(user)
            path.parent.chmod(0o700)


def test_a_copy_from_a_folder_that_cannot_be_written(unwritable: Path) -> None:
    with registry_copy(unwritable) as copy:
        assert load.aliases(copy.db).groups == (("Buyun", ("步云",)),)


def test_what_cannot_be_written_can_be_read(unwritable: Path) -> None:
    with readable_registry(unwritable) as registry:
        assert load.aliases(registry.db).groups == (("Buyun", ("步云",)),)
    with pytest.raises(RegistryError, match="cannot be"), open_registry(unwritable):
        pass


def test_for_reading_too_there_must_be_a_registry(place: Path) -> None:
    with readable_registry(place) as registry:
        assert registry.db.conn.execute("PRAGMA database_list").fetchone()[2] == str(place.resolve())
    with pytest.raises(RegistryError, match="no registry here"), readable_registry(place.with_name("gone.db")):
        pass
    place.write_bytes(b"no database, but long enough to be taken for one" * 100)
    with pytest.raises(RegistryError, match="damaged or no registry"), readable_registry(place):
        pass
