"""The feed, read back by a reader of feeds."""

from __future__ import annotations

import feedparser
from hypothesis import given
from hypothesis import strategies as st

from registry import decisions
from registry.connection import Registry, memory_registry
from registry.exports.feed import DAWN, atom, entries
from registry.model import Judgement
from tests.registry.samples import claim, keep, pair_all

EARLY, LATE, LAST = "港口去年有企业三百家。", "据统计，港口去年有企业三十家。", "港口去年有企业三家。"


def feed(registry: Registry, base: str | None = None, length: int = 100) -> feedparser.FeedParserDict:
    read = feedparser.parse(atom(entries(registry.db, length), "岚港", base))
    assert not read.bozo, read.get("bozo_exception")
    return read


def two_that_disagree(registry: Registry) -> None:
    keep(registry, "early.txt", EARLY, claim(EARLY, EARLY[:-1], "三百家", 300), published="2025-01-02")
    pair_all(registry, keep(registry, "late.txt", LATE, claim(LATE, "港口去年有企业三十家", "三十家", 30)))


def test_an_entry_says_what_disagrees_and_where() -> None:
    with memory_registry() as registry:
        two_that_disagree(registry)
        read = feed(registry, "https://desk.example")
    (entry,) = read.entries
    assert entry.title == "high conflict: 港口 · 企业"
    assert entry.link == f"https://desk.example/-/claims/conflict/{entry.id.rpartition(':')[2]}"
    assert "early.txt, 2025-01-02: 港口去年有企业三百家" in entry.content[0].value
    assert {tag.term for tag in entry.tags} == {"conflict", "high", "count_differs"}
    assert entry.updated_parsed is not None
    assert read.feed.updated == entry.updated


def test_without_an_address_nothing_is_linked() -> None:
    with memory_registry() as registry:
        two_that_disagree(registry)
        assert not feed(registry).entries[0].get("links")


def test_what_was_judged_leaves_the_feed_and_comes_back_when_that_is_taken_back() -> None:
    with memory_registry() as registry:
        two_that_disagree(registry)
        (pair,) = (entry.pair.id for entry in entries(registry.db))
        decisions.record(registry, pair, Judgement.MISREAD, by="Lin")
        assert feed(registry).entries == []
        decisions.undo(registry, pair, by="Lin")
        assert len(feed(registry).entries) == 1


def test_the_newest_come_first_and_the_oldest_are_left_out() -> None:
    with memory_registry() as registry:
        two_that_disagree(registry)
        pair_all(registry, keep(registry, "last.txt", LAST, claim(LAST, LAST[:-1], "三家", 3)))
        registry.db.execute("UPDATE versions SET added = '2031-01-01T00:00:00Z' WHERE source = 3")
        newest = feed(registry, length=2).entries
        assert {entry.updated for entry in newest} == {"2031-01-01T00:00:00Z"}
        assert len(feed(registry).entries) == 3


def test_an_empty_feed_says_the_same_every_time() -> None:
    with memory_registry() as registry:
        assert feed(registry).feed.updated == DAWN


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_makes_a_feed_that_can_be_read(text: str) -> None:
    assert not feedparser.parse(atom((), text, None)).bozo
