"""Words are found wherever they stand and nowhere else; values are found however they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from claims.extract import extract
from registry import search
from registry.connection import memory_registry, open_registry
from registry.queries import ClaimFilter, find_claims
from registry.schema import MIGRATIONS
from registry.search import folded, index_text, parts_of, phrase
from tests.command_line import Claims, rows
from tests.registry.samples import claim, document, keep

PORT = "雾湾港共有渔船340艘，比去年多一成。\n雾湾鱼市去年成交额1.2亿元。\n协会说，登记在册的会员超过10万人。\n"
BRIDGE = """The Orrin Bridge carries 36,000 vehicles a day.
Its toll brought in $5 million in 2023.
More than 100,000 people signed.
"""

SENTENCES = st.text(alphabet="雾湾港渔船abcA 12.，%", min_size=1, max_size=20)


@pytest.fixture
def find(claims: Claims) -> Callable[[str], list[str]]:
    """The values of the claims that a search finds, through the command."""
    Path("port.txt").write_text(PORT, encoding="utf-8")
    Path("bridge.txt").write_text(BRIDGE, encoding="utf-8")
    claims("add", "port.txt", "bridge.txt", "--published", "2024-04-02")
    return lambda text: [row["value_quote"] for row in rows(claims("list", "--search", text, "--format", "jsonl"))]


@pytest.fixture(scope="module")
def known() -> Iterator[Database]:
    """A registry of both texts, as far as the machine reads claims in them."""
    with memory_registry() as registry:
        for name, text in (("port.txt", PORT), ("bridge.txt", BRIDGE)):
            keep(registry, name, text, *extract(document(text), published="2024-04-02"))
        yield registry.db


@pytest.mark.parametrize(
    "words", ["渔船", "漁船", "雾湾", "霧灣港", "渔", "港共有渔", "ＴＯＬＬ", "orrin", "Orr", "carries 36,000"]
)
def test_words_are_found(find: Callable[[str], list[str]], words: str) -> None:
    assert find(words)


@pytest.mark.parametrize(
    "words", ["船渔", "港渔船", "雾港", "市场", "rrin", "船340年", '"', "' OR 1", "*", "NEAR(雾湾 港)"]
)
def test_what_is_not_there_is_not_found(find: Callable[[str], list[str]], words: str) -> None:
    assert find(words) == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("10万", ["超过10万人", "More than 100,000"]),
        ("100,000", ["超过10万人", "More than 100,000"]),
        ("100000", ["超过10万人", "More than 100,000"]),
        ("十萬", ["超过10万人", "More than 100,000"]),
        ("1.2亿", ["1.2亿元"]),
        ("120 million", ["1.2亿元"]),
        ("$5 million", ["$5 million"]),
        ("10%", ["一成"]),
        ("34", []),
        ("三百四十", ["340艘"]),
    ],
)
def test_values_are_found_however_they_are_written(
    find: Callable[[str], list[str]], value: str, found: list[str]
) -> None:
    assert sorted(find(value)[: len(found)]) == sorted(found)
    assert bool(find(value)) == bool(found)


PARTS = ("渔船", "雾湾", "会员", "去年", "toll", "people", "10万", "340艘", "一成", "$5", "没有", "2023")


def test_what_is_found_holds_every_part_in_words_or_by_its_value(known: Database) -> None:
    """However the parts are put together for the index: exactly what each of them finds alone."""

    def found(query: str) -> set[str]:
        return {stored.id for stored in find_claims(known, ClaimFilter(search=query))}

    alone = {part: found(part) for part in PARTS}
    assert sum(map(bool, alone.values())) == len(PARTS) - 1
    asked = 0
    for parts in (*product(PARTS, PARTS), ("渔船", "340艘", "雾湾"), ("toll", "$5", "2023"), ("10万", "toll", "$5")):
        query = " ".join(parts)
        if parts_of(query) == tuple(piece for part in parts for piece in parts_of(part)):  # else they are one value
            asked += 1
            assert found(query) == set.intersection(*(alone[part] for part in parts)), query
    assert asked > 130


@pytest.mark.parametrize("words", ["渔船", "雾", "people", "toll", "没有", "雾湾 去年", "10万 会员"])
def test_a_few_of_very_many_are_the_same_as_the_first_of_all(
    known: Database, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = find_claims(known, ClaimFilter(search=words))
    monkeypatch.setattr(search, "BROAD", 1)
    assert find_claims(known, ClaimFilter(search=words, limit=2)) == found[:2]


def test_everything_asked_for_must_be_there(find: Callable[[str], list[str]]) -> None:
    assert find("会员 10万")[0] == "超过10万人"
    assert set(find("会员 10万")) < set(find("10万"))
    assert find("雾湾 会员") == []
    assert len(find("")) == len(find("   "))
    assert find("")


@settings(max_examples=50, deadline=None)
@given(SENTENCES, SENTENCES)
def test_the_index_finds_what_the_text_holds(text: str, query: str) -> None:
    """Of a phrase of Han characters alone: found exactly where it stands in the text."""
    with memory_registry() as registry:
        sentence = f"{text}共有1家"
        keep(registry, "x.txt", sentence, claim(sentence, sentence, "1家", 1, subject=""))
        for wanted in {query, sentence[1:4], sentence[:2]}:
            han = "".join(character for character in wanted if character in "雾湾港渔船共有")
            if han:
                found = find_claims(registry.db, ClaimFilter(search=han))
                assert bool(found) == (han in folded(sentence))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30))
def test_any_query_is_understood(query: str) -> None:
    with memory_registry() as registry:
        find_claims(registry.db, ClaimFilter(search=query))
    assert all(part.words for part in parts_of(query))
    assert phrase(query).count('"') in (0, 2)


def test_values_stand_alone_or_are_words() -> None:
    assert [bool(part.value) for part in parts_of("雾湾 42 km GPT-4 $5 million")] == [False, True, False, True]
    assert index_text("杭州市 a1") == "杭州 州市 市 a1"


def test_what_was_removed_is_found_no_more(find: Callable[[str], list[str]], claims: Claims) -> None:
    claims("remove", "bridge.txt")
    assert find("Orrin") == []
    assert find("渔船") != []
    with open_registry(Path("registry.db")) as registry:
        assert registry.db.execute("INSERT INTO claim_search(claim_search) VALUES ('integrity-check')")
        registry.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"orrin" not in Path("registry.db").read_bytes().lower()


def test_a_registry_from_before_the_index_is_indexed(tmp_path: Path) -> None:
    with open_registry(tmp_path / "registry.db", create=True) as registry:
        keep(registry, "1.txt", PORT, claim(PORT, "雾湾港共有渔船340艘", "340艘", 340))
        for name in ("claim_words", "claim_search"):
            registry.db.execute(f"DROP TABLE {name}")
        for column in ("low", "high", "low_number", "high_number"):
            registry.db.execute(f"DROP INDEX claims_{column}")
        registry.db.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '%search'")
        before = len(list(MIGRATIONS.applied(registry.db)))
        registry.db.execute(f"PRAGMA user_version = {before}")
    with open_registry(tmp_path / "registry.db") as registry:
        assert len(find_claims(registry.db, ClaimFilter(search="渔船"))) == 1
