"""Beginnings of keys and names of sources lead to one thing, or to an error that lists a few."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.connection import Registry, memory_registry
from registry.lookup import Hit, find_key, find_source, find_sources
from sources.errors import KeyNotFoundError
from tests.registry.samples import claim, keep, pair_all

OURS = "港口有340家企业，渔港有12家企业。"
THEIRS = "港口有430家企业。"


@pytest.fixture
def registry() -> Iterator[Registry]:
    with memory_registry() as opened:
        keep(opened, "articles/a.txt", OURS, claim(OURS, "港口有340家企业", "340家", 340))
        keep(opened, "drafts/a.txt", THEIRS, claim(THEIRS, "港口有430家企业", "430家", 430))
        again = f"转载：{THEIRS}"
        pair_all(opened, keep(opened, "articles/b.txt", again, claim(again, "港口有430家企业", "430家", 430)))
        yield opened


def ids(registry: Registry, table: str) -> list[str]:
    return [row[0] for row in registry.db.execute(f"SELECT id FROM {table} ORDER BY id")]


def test_a_whole_id_stands_for_itself(registry: Registry) -> None:
    for key in ids(registry, "claims"):
        assert find_key(registry.db, key) == Hit("claims", key)
    for key in ids(registry, "pairs"):
        assert find_key(registry.db, key.upper()) == Hit("pairs", key)


def test_a_beginning_stands_for_the_first_of_its_key(registry: Registry) -> None:
    numbered = next(key for key in ids(registry, "claims") if key.endswith("-2"))
    assert find_key(registry.db, numbered[:6]) == Hit("claims", numbered.removesuffix("-2"))


def test_an_ambiguous_beginning_lists_a_few(registry: Registry) -> None:
    with registry.transaction():
        for number, key in enumerate(ids(registry, "claims")):
            registry.db.execute("UPDATE claims SET id = ? WHERE id = ?", [f"same{number}", key])
    with pytest.raises(KeyNotFoundError, match="same0, same1, same2"):
        find_key(registry.db, "sam")


@pytest.mark.parametrize("text", ["", "  ", "*", "[a-z]", "%", "zzzzzzzzzzzzzz", "港口", "a' OR '1'='1"])
def test_what_begins_nothing_is_not_found(registry: Registry, text: str) -> None:
    with pytest.raises(KeyNotFoundError):
        find_key(registry.db, text)


def test_a_decision_is_on_a_conflict(registry: Registry) -> None:
    with pytest.raises(KeyNotFoundError, match="no conflict"):
        find_key(registry.db, ids(registry, "claims")[0], ("pairs",))


def test_a_source_is_found_by_name_by_path_and_by_file_name(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "articles").mkdir()
    monkeypatch.chdir(tmp_path / "articles")
    for text in ("articles/b.txt", "b.txt", "../articles/./b.txt", str(tmp_path / "articles" / "b.txt")):
        assert find_source(registry.db, text, tmp_path).name == "articles/b.txt"
    assert find_source(registry.db, "a.txt", tmp_path).name == "articles/a.txt"


def test_a_file_name_may_stand_for_several(registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(find_sources(registry.db, "a.txt", tmp_path)) == 2
    with pytest.raises(KeyNotFoundError, match=r"articles/a\.txt, drafts/a\.txt"):
        find_source(registry.db, "a.txt", tmp_path)
    with pytest.raises(KeyNotFoundError, match=r"did you mean articles/b\.txt"):
        find_source(registry.db, "article/b.txt", tmp_path)
