"""Filters restrict and never invent; the order is worst first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.aliases import Aliases
from claims.model import Kind, Severity, Verdict
from registry import load, save
from registry.connection import Registry, memory_registry
from registry.decisions import record
from registry.lookup import find_sources
from registry.model import Judgement, Status
from registry.queries import ClaimFilter, PairFilter, find_claims, find_pairs, pairs_of_claim
from tests.registry.samples import claim, keep, pair_all

ONE = "港口有340家企业。澄光云有12家企业。"
TWO = "港口有430家企业。澄光云有21家企业。"
THREE = "港口有43家企业。"
EVERYTHING = PairFilter(verdicts=(), statuses=())


@pytest.fixture
def registry() -> Iterator[Registry]:
    with memory_registry() as opened:
        with opened.transaction():
            save.save_aliases(opened.db, Aliases.of({"澄光云": ["Clearlight Cloud"]}))
        keep(
            opened,
            "1.txt",
            ONE,
            claim(ONE, "港口有340家企业", "340家", 340),
            claim(ONE, "澄光云有12家企业", "12家", 12, "澄光云"),
        )
        second = (claim(TWO, "港口有430家企业", "430家", 430), claim(TWO, "澄光云有21家企业", "21家", 21, "澄光云"))
        pair_all(opened, keep(opened, "2.txt", TWO, *second))
        pair_all(opened, keep(opened, "3.txt", THREE, claim(THREE, "港口有43家企业", "43家", 43)), Verdict.AGREE)
        yield opened


def test_claims_come_source_by_source(registry: Registry) -> None:
    found = find_claims(registry.db, ClaimFilter())
    places = [(stored.source.name, stored.claim.span.start) for stored in found]
    assert places == sorted(places)
    assert len(found) == 5
    assert find_claims(registry.db, ClaimFilter(limit=2)) == found[:2]


@pytest.mark.parametrize("subject", ["澄光云", "澄光", "clearlight cloud", "Clearlight  Cloud"])
def test_a_subject_is_found_under_all_its_names(registry: Registry, subject: str) -> None:
    assert {stored.claim.subject for stored in find_claims(registry.db, ClaimFilter(subject=subject))} == {"澄光云"}
    pairs = find_pairs(registry.db, PairFilter(subject=subject))
    assert {pair.a.claim.subject for pair in pairs} | {pair.b.claim.subject for pair in pairs} >= {"澄光云"}


def test_claims_by_kind_and_source(registry: Registry) -> None:
    assert find_claims(registry.db, ClaimFilter(kinds=(Kind.RANK,))) == ()
    assert len(find_claims(registry.db, ClaimFilter(kinds=(Kind.RANK, Kind.COUNT)))) == 5
    chosen = find_sources(registry.db, "2.txt", Path("/"))
    assert {stored.source for stored in find_claims(registry.db, ClaimFilter(sources=chosen))} == set(chosen)


def test_pairs_asked_for_are_those_of_all_that_fit(registry: Registry) -> None:
    everything = find_pairs(registry.db, EVERYTHING)
    chosen = find_sources(registry.db, "3.txt", Path("/"))
    assert find_pairs(registry.db, PairFilter()) == tuple(p for p in everything if p.ruling.verdict.flagged)
    assert find_pairs(registry.db, PairFilter((Verdict.AGREE,))) == tuple(
        p for p in everything if p.ruling.verdict is Verdict.AGREE
    )
    assert find_pairs(registry.db, PairFilter((), (), sources=chosen)) == tuple(
        p for p in everything if {p.a.source, p.b.source} & set(chosen)
    )
    assert find_pairs(registry.db, PairFilter((), (), severities=(Severity.LOW,))) == ()
    assert find_pairs(registry.db, PairFilter((), (), rules=("count_differs",))) == everything
    assert find_pairs(registry.db, PairFilter((), (), rules=("another",))) == ()
    assert find_pairs(registry.db, PairFilter((), (), limit=1)) == everything[:1]


def test_the_worst_come_first(registry: Registry) -> None:
    with registry.transaction():
        for number, row in enumerate(list(load.rows(registry.db, "SELECT id FROM pairs ORDER BY id"))):
            worth = (
                list(Severity)[number % 3].value,
                list(Verdict)[number % 5].value,
                (number * 7 % 10) / 10,
                row["id"],
            )
            registry.db.execute("UPDATE pairs SET severity = ?, verdict = ?, score = ? WHERE id = ?", list(worth))
    found = find_pairs(registry.db, EVERYTHING)
    order = [
        (list(Severity).index(p.ruling.severity), list(Verdict).index(p.ruling.verdict), -p.score, p.topic, p.id)
        for p in found
    ]
    assert order == sorted(order)
    assert len({rank[:2] for rank in order}) > 1


def test_decided_pairs_leave_the_queue_and_stay_in_the_registry(registry: Registry) -> None:
    before = find_pairs(registry.db, PairFilter())
    record(registry, before[0].id, Judgement.A_WRONG, by="Lin")
    record(registry, before[1].id, Judgement.UNSURE, by="Lin")
    assert [pair.id for pair in find_pairs(registry.db, PairFilter())] == [pair.id for pair in before[1:]]
    decided = find_pairs(registry.db, PairFilter(statuses=(Status.DECIDED,)))
    assert [pair.id for pair in decided] == [before[0].id]
    assert len(find_pairs(registry.db, EVERYTHING)) == load.totals(registry.db).matched


def test_the_pairs_of_a_claim(registry: Registry) -> None:
    for stored in find_claims(registry.db, ClaimFilter()):
        mine = pairs_of_claim(registry.db, stored.id)
        assert {pair.id for pair in mine} == {
            pair.id for pair in find_pairs(registry.db, EVERYTHING) if stored.id in (pair.a.id, pair.b.id)
        }


def test_the_views_tell_the_same(registry: Registry) -> None:
    def ids(view: str, column: str) -> set[str]:
        return {row[column] for row in load.rows(registry.db, f"SELECT {column} FROM {view}")}

    assert ids("open_conflicts", "id") == {pair.id for pair in find_pairs(registry.db, PairFilter())}
    assert ids("compared_pairs", "id") == {pair.id for pair in find_pairs(registry.db, EVERYTHING)}
    assert ids("claims_by_source", "claim") == {stored.id for stored in find_claims(registry.db, ClaimFilter())}
    assert ids("topics", "topic") == {pair.topic for pair in find_pairs(registry.db, EVERYTHING)}
