"""The texts that a source has had: kept with what was found in them, compared, and let go of."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from registry import load, queries, telling
from registry.connection import open_registry
from registry.model import Judgement, Source, Status
from registry.pruning import prune
from registry.schema import APPLICATION_ID, MIGRATIONS
from registry.versions import compared_texts, text_of, versions_of
from sources.errors import KeyNotFoundError
from tests.registry.newsroom import Newsroom
from tests.registry.test_rereading import EDITED, ONE, TWO


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """An article with two versions, and one that contradicts both."""
    room = Newsroom(tmp_path)
    room.add(one=ONE, two=TWO)
    room.add(one=EDITED)
    return room


def one(newsroom: Newsroom) -> Source:
    with open_registry(newsroom.settings.database) as registry:
        return next(source for source in load.sources(registry.db) if source.name == "one.txt")


def test_each_text_is_a_version_with_what_was_found_in_it(newsroom: Newsroom) -> None:
    with open_registry(newsroom.settings.database) as registry:
        old, new = compared_texts(registry.db, one(newsroom))
        assert [text.version.number for text in (old, new)] == [1, 2]
        assert [text.document.text for text in (old, new)] == [ONE, EDITED]
        for text, value in ((old, "340家"), (new, "430家")):
            assert value in {claim.value_span.of(text.document.text) for claim in text.claims}
            assert text.version.claims == len(text.claims)
            assert text.version.characters == len(text.document.text)


def test_the_same_text_again_is_a_version_of_its_own(newsroom: Newsroom) -> None:
    newsroom.add(one=ONE)
    newsroom.add(one=ONE)
    with open_registry(newsroom.settings.database) as registry:
        found = versions_of(registry.db, one(newsroom))
        assert [version.number for version in found] == [1, 2, 3]
        assert found[0].document == found[2].document
        assert [text.version.number for text in compared_texts(registry.db, one(newsroom), 3, 1)] == [1, 3]
        assert load.totals(registry.db).documents == 2, "old texts are no documents that stand"


def test_a_version_that_is_not_kept_is_named(newsroom: Newsroom) -> None:
    with (
        open_registry(newsroom.settings.database) as registry,
        pytest.raises(KeyNotFoundError, match="choose one of 1, 2"),
    ):
        text_of(registry.db, one(newsroom), 7)


def test_pruning_leaves_the_present_text(newsroom: Newsroom) -> None:
    before = newsroom.told()
    with open_registry(newsroom.settings.database) as registry:
        assert prune(registry, [one(newsroom)]) == 1
        assert prune(registry, [one(newsroom)]) == 0
        assert [version.number for version in versions_of(registry.db, one(newsroom))] == [2]
        assert load.scalar(registry.db, "SELECT count(*) FROM past_claims") == 0
    assert newsroom.told() == before
    assert newsroom.pairs(Status.CLOSED) == ()
    data = b"".join(path.read_bytes() for path in newsroom.settings.folder.glob("registry.db*"))
    assert "340家".encode() not in data


def test_pruning_keeps_what_was_decided_on(newsroom: Newsroom) -> None:
    newsroom.decide(newsroom.pair("430家", "34家"), Judgement.BOTH_RIGHT)
    newsroom.add(one="名单每年更新一次。\n")
    closed = newsroom.pair("430家", "34家")
    with open_registry(newsroom.settings.database) as registry:
        assert prune(registry, load.sources(registry.db)) == 2
        detail = telling.pair_detail(registry.db, closed.key)
        assert detail.pair == closed
        side = detail.a if detail.pair.a.source.name == "one.txt" else detail.b
        assert side.stored.claim.prefix.endswith(side.before)
    assert newsroom.pairs(Status.CLOSED) == (closed,)


def test_a_registry_from_before_versions_gets_its_first_ones(tmp_path: Path) -> None:
    path = tmp_path / "registry.db"
    with sqlite3.connect(path) as connection:
        MIGRATIONS.apply(Database(connection), stop_before="m011_versions")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 10")
        row = (hashlib.sha256(ONE.encode()).hexdigest(), "text", "utf-8", len(ONE), None, ONE)
        connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.execute(
            "INSERT INTO sources (name, document, published, added) VALUES ('one.txt', ?, '2025-04-28', '2026-01-02')",
            row[:1],
        )
    connection.close()
    newsroom = Newsroom(tmp_path)
    newsroom.add(one=EDITED, two=TWO)
    with open_registry(path) as registry:
        first, _ = versions_of(registry.db, one(newsroom))
        assert (first.number, first.published, first.added) == (1, "2025-04-28", "2026-01-02")
        assert [text.document.text for text in compared_texts(registry.db, one(newsroom))] == [ONE, EDITED]


def test_a_text_that_two_sources_share_stays_while_one_has_it(newsroom: Newsroom) -> None:
    newsroom.add(three=ONE)
    with open_registry(newsroom.settings.database) as registry:
        assert prune(registry, load.sources(registry.db)) == 0
        assert "340家" in {c.claim.value_quote for c in queries.find_claims(registry.db, queries.ClaimFilter())}
