"""Datasette by itself, with our plugin installed: several databases, of which ours may be one or none."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from registry.connection import BUSY_SECONDS, open_registry
from registry.desk import host
from tests.registry.desk.serving import ids

PATHS = ("conflicts", "topics", "search?q=x", "sign-in", "sign-in?token=x", "sign-out")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The database of another program, whose rows point nowhere."""
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as db:
        db.executescript("""
            CREATE TABLE parents (id INTEGER PRIMARY KEY);
            CREATE TABLE children (parent INTEGER REFERENCES parents(id), claim TEXT);
            INSERT INTO parents VALUES (1);
            INSERT INTO children VALUES (1, 'abcdefgh2345');
        """)
    return file


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    file = tmp_path / "registry.db"
    with open_registry(file, create=True):
        return file


def pages(files: list[Path], *paths: str) -> list[Any]:
    """What Datasette on these files answers."""

    async def ask() -> list[Any]:
        served = Datasette([str(file) for file in files])
        await served.invoke_startup()
        return [await served.client.get(path) for path in paths]

    return asyncio.run(ask())


def test_on_another_programs_database_the_plugin_stays_out_of_the_way(other: Path) -> None:
    home, table, *ours = pages([other], "/", "/other/children", *(f"/-/claims/{path}" for path in PATHS))
    assert "Review desk" not in home.text
    assert "/-/claims/" not in table.text
    assert {page.status_code for page in ours} == {404}


def test_connections_to_another_programs_database_are_left_as_they_are(other: Path, registry: Path) -> None:
    async def ask() -> list[tuple[int, int]]:
        served = Datasette([str(other), str(registry)])
        await served.invoke_startup()
        found = []
        for name in ("other", "registry"):
            database = served.get_database(name)
            pragmas = ("foreign_keys", "busy_timeout")
            found.append(tuple([(await database.execute(f"PRAGMA {pragma}")).first()[0] for pragma in pragmas]))
        await served.get_database("other").execute_write("DELETE FROM parents")
        return found

    theirs, ours = asyncio.run(ask())
    assert theirs[0] == 0
    assert theirs[1] < BUSY_SECONDS * 1000
    assert ours == (1, BUSY_SECONDS * 1000)


@pytest.mark.parametrize("first", [True, False])
def test_among_several_databases_the_registry_is_found(other: Path, registry: Path, first: bool) -> None:
    files = [registry, other] if first else [other, registry]
    home, queue, table = pages(files, "/", "/-/claims/conflicts", "/other/children")
    assert "Review desk" in home.text
    assert queue.status_code == 200
    assert "/-/claims/claim/" not in table.text


def test_a_registry_of_another_schema_is_named_without_its_folder(registry: Path) -> None:
    with sqlite3.connect(registry) as db:
        db.execute("PRAGMA user_version = 1")
    home, queue = pages([registry], "/", "/-/claims/conflicts")
    assert home.status_code == 200
    assert queue.status_code == 503
    assert "registry.db: is of schema 1" in queue.text
    assert str(registry.parent) not in queue.text


def test_a_lock_that_is_not_given_up_is_said_in_one_sentence(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process may take longer over a source than anybody wants to wait for a page."""
    monkeypatch.setattr(host, "BUSY_SECONDS", 0.2)
    file = tmp_path / "registry.db"
    shutil.copy(demo / "registry.db", file)

    async def decide() -> list[Any]:
        served = host.build(file, {"plugins": {host.PLUGIN: {"editors": ["mei"]}}}, {}, {})
        await served.invoke_startup()
        signed_in = {host.ACTOR_COOKIE: host.Host(served).actor_cookie({"id": "mei"}, 60, secure=False).value}
        key = ids((await served.client.get("/-/claims/conflicts")).text)[0]
        page = await served.client.get(f"/-/claims/conflict/{key}", cookies=signed_in)
        token = re.findall(r'name="csrftoken" value="([^"]*)"', page.text)[0]
        fields = {"decision": "a_wrong", "note": "", "csrftoken": token}

        async def post() -> Any:
            return await served.client.post(
                f"/-/claims/conflict/{key}/decide",
                data=fields,
                headers={"Sec-Fetch-Site": "same-origin"},
                cookies={**signed_in, **page.cookies},
            )

        with sqlite3.connect(file) as writing:
            writing.execute("BEGIN IMMEDIATE")
            refused = await post()
            writing.rollback()
        return [refused, await post()]

    refused, taken = asyncio.run(decide())
    assert refused.status_code == 503
    assert "registry.db: another process is writing to it" in refused.text
    assert taken.status_code == 303
