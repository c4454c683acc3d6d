"""The folder as Datasette serves it."""

from __future__ import annotations

import asyncio
import json
import runpy
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from datasette.app import Datasette

from registry import decisions
from registry.connection import Registry, open_registry
from registry.model import Judgement, Verification
from registry.publishing.copy import Kept
from registry.publishing.folder import publish, publish_pages
from registry.queries import PairFilter, find_pairs
from registry.verification import undo_verification, verify
from sources.errors import UsageError
from tests.registry.samples import claim, keep, pair_all


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    """Two articles that disagree, judged."""
    early, late = "港口去年有企业三百家。", "据统计，港口去年有企业三十家。"
    with open_registry(tmp_path / "registry.db", create=True) as registry:
        keep(registry, "early.txt", early, claim(early, early[:-1], "三百家", 300))
        pair_all(registry, keep(registry, "late.txt", late, claim(late, "港口去年有企业三十家", "三十家", 30)))
        decisions.record(registry, find_pairs(registry.db, PairFilter())[0].id, Judgement.A_WRONG, by="Zhuge Liang")
        yield registry


def served(folder: Path, *paths: str) -> list[Any]:
    """What a plain Datasette on the folder answers."""

    async def ask() -> list[Any]:
        datasette = Datasette(config_dir=folder)
        await datasette.invoke_startup()
        return [await datasette.client.get(path) for path in paths]

    return asyncio.run(ask())


@pytest.mark.parametrize("write", [publish, publish_pages])
def test_no_name_and_no_note_of_any_entry_is_in_any_file(
    registry: Registry, tmp_path: Path, write: Callable[..., object]
) -> None:
    (pair,) = find_pairs(registry.db, PairFilter(statuses=()))
    said = (f"{word} {number}" for number in range(100) for word in ("Xiahou Dun", "Dian Wei", "Xu Chu"))
    told: list[str] = []

    def words() -> dict[str, str]:
        name, note = next(said), f"note of {next(said)}"
        told.extend((name, note))
        return {"by": name, "note": note}

    for judgement in Judgement:
        decisions.record(registry, pair.id, judgement, **words())
    decisions.undo(registry, pair.id, **words())
    decisions.flag(registry, pair.id, **words())
    decisions.flag(registry, pair.id, on=False, **words())
    told.append("Guo Huai the assigned")
    decisions.assign(registry, pair.id, told[-1], **words())
    decisions.ask_second_opinion(registry, pair.id, **words())
    verify(registry, pair.a.id, Verification.SUPPORTED, **words())
    undo_verification(registry, pair.a.id, **words())
    verify(registry, pair.b.id, Verification.REFUTED, **words())
    decisions.record(registry, pair.id, Judgement.A_WRONG, **words())
    write(registry, tmp_path / "out", Kept(), title="t", robots=False)
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) > 7
    for path in files:
        held = path.read_bytes()
        for secret in told:
            assert secret.encode() not in held, (path, secret)
        assert b"Zhuge" not in held


def test_readers_browse_the_tables_and_the_findings(registry: Registry, tmp_path: Path) -> None:
    publish(registry, tmp_path / "out", Kept(), title="岚港晚报", robots=False)
    key = find_pairs(registry.db, PairFilter(statuses=()))[0].id
    home, table, conflict, robots = served(
        tmp_path / "out", "/", "/registry/claims.json?_shape=array", f"/-/claims/conflict/{key}", "/robots.txt"
    )
    assert "岚港晚报" in home.text
    assert {row["value_quote"] for row in table.json()} == {"三百家", "三十家"}
    assert conflict.status_code == 200
    assert "Zhuge" not in conflict.text
    assert robots.text == "User-agent: *\nDisallow: /\n"


def test_readers_are_shown_first_what_was_judged(registry: Registry, tmp_path: Path) -> None:
    publish(registry, tmp_path / "out", Kept(), title="t", robots=False)
    key = find_pairs(registry.db, PairFilter(statuses=()))[0].id
    (front,) = served(tmp_path / "out", "/-/claims/conflicts")
    assert front.headers["location"] == "/-/claims/conflicts?status=any"
    every, none = served(tmp_path / "out", front.headers["location"], "/-/claims/conflicts?lang=en&status=open")
    assert f"/-/claims/conflict/{key}" in every.text
    assert f"/-/claims/conflict/{key}" not in none.text


def test_readers_cannot_write_or_ask_in_sql(registry: Registry, tmp_path: Path) -> None:
    publish(registry, tmp_path / "out", Kept(), title="t", robots=True)
    before = (tmp_path / "out" / "registry.db").read_bytes()
    key = find_pairs(registry.db, PairFilter(statuses=()))[0].id
    sql, elsewhere = served(tmp_path / "out", "/registry.json?sql=select+1", "/registry/-/query.json?sql=select+1")
    if sql.status_code == 302:  # 1.0 has moved the page
        sql = elsewhere
    assert sql.status_code == 403

    async def decide() -> Any:
        datasette = Datasette(config_dir=tmp_path / "out")
        return await datasette.client.post(f"/-/claims/conflict/{key}/decide", data={"decision": "misread"})

    assert asyncio.run(decide()).status_code in (400, 403)
    assert (tmp_path / "out" / "registry.db").read_bytes() == before


def test_the_file_is_served_as_one_that_never_changes(registry: Registry, tmp_path: Path) -> None:
    publish(registry, tmp_path / "out", Kept(), title="t", robots=False)
    (databases,) = served(tmp_path / "out", "/-/databases.json")
    listed = databases.json()
    listed = listed["databases"] if isinstance(listed, dict) else listed  # as 1.0 has it
    (one,) = [database for database in listed if database["name"] == "registry"]
    assert one["is_mutable"] is False
    assert (
        json.loads((tmp_path / "out" / "inspect-data.json").read_text())["registry"]["tables"]["claims"]["count"] == 2
    )


@pytest.mark.parametrize("robots", [True, False])
def test_what_datasette_publish_takes_along_is_enough(registry: Registry, tmp_path: Path, robots: bool) -> None:
    publish(registry, tmp_path / "out", Kept(), title="t", robots=robots)
    shutil.copytree(tmp_path / "out" / "plugins", tmp_path / "packed" / "plugins")
    database = shutil.copy(tmp_path / "out" / "registry.db", tmp_path / "packed")

    metadata = yaml.safe_load((tmp_path / "out" / "metadata.yaml").read_text(encoding="utf-8"))

    async def ask() -> Any:
        datasette = Datasette(immutables=[database], metadata=metadata, settings={"default_allow_sql": False})
        await datasette.invoke_startup()
        return await datasette.client.get("/-/claims/conflicts?status=any")

    assert "三百家" in asyncio.run(ask()).text
    # Datasette loads a plugin of that name once, so that it is asked itself.
    plugin = runpy.run_path(str(tmp_path / "packed" / "plugins" / "robots.py"))
    assert plugin["TEXT"] == (tmp_path / "out" / "robots.txt").read_text()


def test_a_folder_with_something_in_it_is_left_alone(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        publish(registry, tmp_path / "out", Kept(), title="t", robots=False)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_the_container_installs_this_release(registry: Registry, tmp_path: Path) -> None:
    written = publish(registry, tmp_path / "out", Kept(), title="t", robots=False)
    assert all(path.is_file() for path in written)
    assert "claim-registry==0." in (tmp_path / "out" / "Dockerfile").read_text()
