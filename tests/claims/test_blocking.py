"""Blocking keys: claims that share none are never compared, and next to nothing is lost by it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import pytest

from claims.aliases import Aliases
from claims.blocking import blocking_keys
from claims.compare import compare
from claims.extract import extract
from claims.model import Claim, Features
from sources.document import Document
from sources.readers import read
from tests.benchmarks.line import claims_of
from tests.benchmarks.marks import read_pairs

ALLOWED = 0.01
"""Share of the comparisons that blocking may lose (CONTRACT: at most 1 %)."""

SETS = ("hangzhou-zh", "sqlite-facts-en", "debian-project-mixed")


def the(text: str, value: str) -> Claim:
    [claim] = [claim for claim in claims_of(text, "2024-05-01") if value in claim.value_quote]
    return claim


def meet(a: Claim, b: Claim) -> bool:
    return bool(blocking_keys(a) & blocking_keys(b))


def lost(ours: Sequence[Claim], theirs: Sequence[Claim], *, within: bool = False) -> list[bool]:
    """For each comparison that comes of comparing all with all, whether blocking keeps its sides apart."""
    mine, others = ([blocking_keys(claim) for claim in side] for side in (ours, theirs))
    places = combinations(range(len(ours)), 2) if within else product(range(len(ours)), range(len(theirs)))
    return [not mine[i] & others[j] for i, j in places if compare(ours[i], theirs[j], within=within)]


def test_blocking_loses_next_to_nothing_of_the_benchmark() -> None:
    found: list[bool] = []
    for pair in read_pairs("dev"):
        one, other = (claims_of(side.text, side.published, side.name) for side in (pair.a, pair.b))
        found += lost(one, other)
    assert len(found) > 100
    assert sum(found) <= ALLOWED * len(found)


@pytest.mark.parametrize("name", SETS)
def test_blocking_loses_next_to_nothing_of_real_articles(name: str, shared: Path) -> None:
    folder = shared / "articles" / name
    documents = [
        extract(
            read((folder / row["file"]).read_bytes(), row["file"]),
            language=row.get("language"),
            published=row.get("published"),
            title=row.get("title"),
        )
        for row in json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    ]
    found = [apart for ours, theirs in combinations(documents, 2) for apart in lost(ours, theirs)]
    found += [apart for ours in documents for apart in lost(ours, ours, within=True)]
    assert len(found) > 20
    assert sum(found) <= ALLOWED * len(found)


def test_most_pairs_never_meet() -> None:
    claims = [claim for pair in read_pairs("dev")[:100] for claim in claims_of(pair.a.text, pair.a.published)]
    keys = [blocking_keys(claim) for claim in claims]
    pairs = list(combinations(keys, 2))
    assert sum(bool(one & other) for one, other in pairs) < 0.1 * len(pairs)


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("Harbour Bank has 4,200 employees.", "4,200", "The Harbour group employs 3,100 clerks.", "3,100"),
        ("The festival drew 4,200 visitors.", "4,200", "3,100 visitors came.", "3,100"),
        ("临港银行拥有4200名员工。", "4200", "臨港銀行員工達3100人。", "3100"),
        ("临港银行全长42公里。", "42公里", "临港银行全长26英里。", "26英里"),
    ],
)
def test_claims_that_share_a_name_or_a_thing_meet(one: str, first: str, other: str, second: str) -> None:
    assert meet(the(one, first), the(other, second))


def test_claims_on_two_scales_never_meet() -> None:
    staff = the("Harbour Bank has 4,200 employees.", "4,200")
    assert not meet(staff, the("Harbour Bank cost 3.5 million euros.", "3.5"))
    assert not meet(staff, the("Harbour Bank was founded in 1894.", "1894"))


def test_an_alias_lets_two_names_meet() -> None:
    aliases = Aliases.of({"Harbour Bank": ["临港银行"]})
    texts = ("Harbour Bank lent 4,200 lanterns.", "临港银行送出4200盏灯笼。")

    def named(known: Aliases) -> list[Claim]:
        found = [extract(Document("0" * 64, "utf-8", text), aliases=known) for text in texts]
        # By their names alone, whatever thing is counted.
        return [replace(c, features=Features(names=c.features.names)) for (c,) in found]

    assert not meet(*named(Aliases()))
    assert meet(*named(aliases))


def test_keys_do_not_depend_on_the_value() -> None:
    one = the("Harbour Bank has 4,200 employees.", "4,200")
    other = the("Harbour Bank has more than 9 million employees.", "9 million")
    assert blocking_keys(one) == blocking_keys(other)
