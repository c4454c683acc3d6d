"""What is saved reads back equal, ids follow the order of registration, and nothing is left behind."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.aliases import Aliases
from claims.model import Claim, Features, Kind, Modality, Quantity, Verdict
from registry import load, queries, save
from registry.candidates import bouts, count_candidates
from registry.connection import Registry, memory_registry
from registry.ingest import remove_source
from registry.method import Method
from registry.model import Source
from registry.rows import claim_of, claim_row, storable
from sources.span import Span
from tests.registry.samples import claim, document, keep, pair_all

OURS = "今年港口有340家企业，去年有284家企业。"
FIRST = claim(OURS, "今年港口有340家企业", "340家", 340)
SECOND = claim(OURS, "去年有284家企业", "284家", 284)


@pytest.fixture
def registry() -> Iterator[Registry]:
    with memory_registry() as opened:
        yield opened


words = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal(-(10**18)), max_value=Decimal(10**18))
quantities = st.builds(
    Quantity,
    kind=st.sampled_from([kind for kind in Kind if kind is not Kind.DATE]),
    low=st.none() | numbers,
    high=st.none() | numbers,
    unit=words,
    approx=st.booleans(),
    step=st.none() | numbers,
) | st.builds(
    Quantity,
    kind=st.just(Kind.DATE),
    low=st.none() | st.dates().map(str),
    high=st.none() | st.dates().map(str),
)


@given(
    quantities,
    words,
    words,
    st.sampled_from(Modality),
    st.booleans(),
    st.builds(
        Features, names=st.lists(st.text("港口ab"), max_size=3).map(tuple), published=st.none() | st.just("2025")
    ),
)
def test_a_claim_reads_back_equal(
    quantity: Quantity, subject: str | None, text: str | None, modality: Modality, damaged: bool, features: Features
) -> None:
    made = replace(
        FIRST, quantity=quantity, subject=subject, text=text, modality=modality, damaged=damaged, features=features
    )
    with memory_registry() as registry:
        keep(registry, "a.txt", OURS, made)
        row = next(load.rows(registry.db, "SELECT * FROM claims"))
        assert claim_of(row) == made


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "gb18030"])
def test_byte_offsets_lead_to_the_quote(encoding: str) -> None:
    text = f"𠮷😀。{OURS}"
    made = claim(text, "去年有284家企业", "284家", 284)
    row = claim_row(made, Source(1, "a.txt", "x"), document(text, encoding))
    data = text.encode(encoding)
    assert data[row["byte_start"] : row["byte_end"]].decode(encoding) == made.quote
    assert data[row["value_byte_start"] : row["value_byte_end"]].decode(encoding) == "284家"


@given(st.text(st.characters()))
def test_any_name_can_be_stored_and_text_stays_as_it_is(name: str) -> None:
    stored = storable(name)
    stored.encode()
    assert (stored == name) is not any(0xD800 <= ord(character) <= 0xDFFF for character in name)


def test_numbers_sort_and_stay_exact(registry: Registry) -> None:
    exact = Decimal("0.1000000000000000055511151231257827")
    keep(registry, "a.txt", OURS, replace(FIRST, quantity=Quantity(Kind.RATIO, exact, Decimal("1.8E+8"))))
    row = next(load.rows(registry.db, "SELECT low, low_number, high, high_number FROM claims"))
    assert row == {"low": str(exact), "low_number": 0.1, "high": "180000000", "high_number": 180000000.0}


def ids(registry: Registry, table: str = "claims") -> list[str]:
    order = "source, start" if table == "claims" else "id"
    return [row["id"] for row in load.rows(registry.db, f"SELECT id FROM {table} ORDER BY {order}")]


def reprint(number: int) -> tuple[str, Claim]:
    text = f"{'转' * number}载：{OURS}"
    return text, claim(text, "今年港口有340家企业", "340家", 340)


def test_equal_claims_of_several_sources_are_numbered_in_order(registry: Registry) -> None:
    for number in range(1, 5):
        text, made = reprint(number)
        keep(registry, f"{number}.txt", text, made)
    assert ids(registry) == [FIRST.key, f"{FIRST.key}-2", f"{FIRST.key}-3", f"{FIRST.key}-4"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=6))
def test_ids_are_what_they_would_be_without_what_was_removed(removals: list[int]) -> None:
    with memory_registry() as registry, memory_registry() as fresh:
        kept = list(range(4))
        for number in kept:
            text, made = reprint(number)
            pair_all(registry, keep(registry, f"{number}.txt", text, made))
        for number in dict.fromkeys(removals):
            source = load.source_named(registry.db, f"{number}.txt")
            assert source is not None
            remove_source(registry, source, Method())
            kept.remove(number)
        for number in kept:
            text, made = reprint(number)
            pair_all(fresh, keep(fresh, f"{number}.txt", text, made))
        sides = "SELECT id, a, b FROM pairs ORDER BY id"
        assert ids(registry) == ids(fresh)
        assert list(load.rows(registry.db, sides)) == list(load.rows(fresh.db, sides))
        assert load.totals(registry.db) == load.totals(fresh.db)


def test_the_same_bytes_under_two_names_are_one_document(registry: Registry) -> None:
    first = keep(registry, "a.txt", OURS, FIRST, SECOND, published="2024")
    keep(registry, "b.txt", OURS, FIRST, SECOND, published="2025")
    totals = load.totals(registry.db)
    assert (totals.sources, totals.documents, totals.claims) == (2, 1, 2)
    assert {stored.source for stored in queries.find_claims(registry.db, queries.ClaimFilter())} == {first}


def test_candidates_share_a_key_and_are_counted(registry: Registry) -> None:
    keep(registry, "a.txt", OURS, FIRST, SECOND)
    text = f"转载：{OURS}"
    other = claim(text, "今年港口有340家企业", "340家", 340, subject="渔港")
    alien = replace(claim(text, "去年有284家企业", "284家", 284), features=Features(names=("北湾",)), subject="北湾")
    source = keep(registry, "b.txt", text, other, alien)
    brute = 0
    stored = queries.find_claims(registry.db, queries.ClaimFilter())
    keys = {
        c.id: {r["key"] for r in load.rows(registry.db, "SELECT key FROM claim_keys WHERE claim = ?", (c.id,))}
        for c in stored
    }
    for a, b in itertools.combinations(stored, 2):
        brute += bool(keys[a.id] & keys[b.id])
    assert load.totals(registry.db).compared == brute
    mine = [len(bout.pairs) for bout in bouts(registry.db, source.document)]
    assert sum(mine) == count_candidates(registry.db, source.document) < load.totals(registry.db).possible


def test_the_earlier_document_is_always_ours(registry: Registry) -> None:
    first = keep(registry, "a.txt", OURS, FIRST, SECOND)
    text, made = reprint(1)
    second = keep(registry, "b.txt", text, made)
    between = [[bout for bout in bouts(registry.db, s.document) if bout.ours != bout.theirs] for s in (first, second)]
    assert between[0] == between[1] != []


def test_a_of_a_pair_has_the_smaller_key(registry: Registry) -> None:
    keep(registry, "a.txt", OURS, FIRST, SECOND)
    text, made = reprint(1)
    pair_all(registry, keep(registry, "b.txt", text, made), Verdict.AGREE)
    found = queries.find_pairs(registry.db, queries.PairFilter(verdicts=(), statuses=()))
    assert found
    for pair in found:
        assert pair.a.claim.key <= pair.b.claim.key
        if pair.a.claim.key == pair.b.claim.key:
            assert (pair.a.id, pair.b.id) == (FIRST.key, f"{FIRST.key}-2")


def test_aliases_are_copied_and_read_back(registry: Registry) -> None:
    aliases = Aliases.of({"澄光云": ["Clearlight Cloud", "澄光云"], "海鹞": []})
    with registry.transaction():
        save.save_aliases(registry.db, aliases)
        save.save_aliases(registry.db, aliases)
    assert load.aliases(registry.db).canonical("clearlight cloud") == "澄光云"
    assert load.aliases(registry.db) == Aliases.of({"澄光云": ["Clearlight Cloud"], "海鹞": []})


def test_a_span_may_end_with_the_text(registry: Registry) -> None:
    text = "港口有340家"
    made = claim(text, text, "340家", 340)
    keep(registry, "a.txt", text, made)
    assert queries.find_claims(registry.db, queries.ClaimFilter())[0].claim.span == Span(0, 7)
