"""The log leaves a registry and comes into another one, and everything stands there as it stood."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.aliases import Aliases
from registry import decisions, queries, records
from registry.connection import Registry, memory_registry
from registry.decision_file import lines, parse
from registry.decision_transfer import Arrivals, export_entries, import_entries
from registry.ingest import add_source
from registry.load import scalar
from registry.method import Method
from registry.model import Judgement, StoredPair, Verification
from registry.selection import Submission
from registry.verification import undo_verification, verify
from sources.errors import RegistryError
from sources.reference import SourceRef
from tests.registry.samples import document

ARTICLES = {
    "harbour.txt": "岚港共有340家机器人企业。步云机器人成立于2016年。",
    "bureau.txt": "岚港共有430家机器人企业。步云机器人成立于2016年。",
    "letter.txt": "Buyun成立于2017年。岚港共有34家机器人企业。",
    "reprint.txt": "转载：岚港共有430家机器人企业。",
}
METHOD = Method(Aliases.of({"岚港市": ("岚港",), "步云机器人": ("步云", "Buyun")}))
EVERYTHING = queries.PairFilter(verdicts=(), statuses=())
EDITORS = st.sampled_from(["Lin", "Chen", "Zhao"])

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["decide", "undo", "flag", "unflag", "assign", "ask", "verify", "unverify"]),
        st.integers(0, 99),
        EDITORS,
    ),
    max_size=12,
)


@contextmanager
def registered() -> Iterator[Registry]:
    """A registry of the articles."""
    with memory_registry() as registry:
        for name, text in ARTICLES.items():
            add_source(registry, Submission(SourceRef(name, published="2025-04-02")), document(text), METHOD)
        yield registry


def step(registry: Registry, what: str, number: int, by: str) -> None:
    """One thing an editor does."""
    pairs = queries.find_pairs(registry.db, EVERYTHING)
    pair = pairs[number % len(pairs)]
    match what:
        case "decide":
            judgement = list(Judgement)[number % len(Judgement)]
            decisions.record(
                registry,
                pair.id,
                judgement,
                by=by,
                note=f"nr. {number}",
                right="" if number % 3 else pair.a.claim.value_quote,
            )
        case "undo" if pair.decision:
            decisions.undo(registry, pair.id, by=by)
        case "flag" | "unflag":
            decisions.flag(registry, pair.id, by=by, on=what == "flag")
        case "assign":
            decisions.assign(registry, pair.id, by if number % 4 else None, by=by)
        case "ask":
            decisions.ask_second_opinion(registry, pair.id, by=by, on=bool(number % 3))
        case "verify":
            verification = list(Verification)[number % len(Verification)]
            verify(registry, pair.a.id, verification, by=by, evidence="https://bureau.example" if number % 2 else "")
        case "unverify" if pair.b.verified:
            undo_verification(registry, pair.b.id, by=by)


def told(registry: Registry) -> list[records.Record]:
    """What ``claims conflicts --all --format jsonl`` prints."""
    return [records.pair_record(pair) for pair in queries.find_pairs(registry.db, EVERYTHING)]


def exported(registry: Registry) -> str:
    return "\n".join(lines(export_entries(registry.db)))


@given(STEPS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_registry_built_again_says_the_same(steps: list[tuple[str, int, str]]) -> None:
    with registered() as first, registered() as second:
        for what, number, by in steps:
            step(first, what, number, by)
        file = exported(first)
        arrived = import_entries(second, parse(file.encode(), "log"))
        assert told(second) == told(first)
        assert exported(second) == file
        assert import_entries(second, parse(file.encode(), "log")) == Arrivals(0, arrived.added)
        assert told(second) == told(first)


@given(STEPS, STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_two_desks_that_exchange_their_files_agree(
    ours: list[tuple[str, int, str]], theirs: list[tuple[str, int, str]]
) -> None:
    with registered() as first, registered() as second:
        for registry, steps in ((first, ours), (second, theirs)):
            for what, number, by in steps:
                step(registry, what, number, by)
        ours_file, theirs_file = exported(first), exported(second)
        import_entries(first, parse(theirs_file.encode(), "log"))
        import_entries(second, parse(ours_file.encode(), "log"))
        assert exported(first) == exported(second)
        assert set(exported(first).split("\n")) - {""} == {*ours_file.split("\n"), *theirs_file.split("\n")} - {""}
        assert told(first) == told(second)


def conflict(registry: Registry) -> StoredPair:
    return queries.find_pairs(registry.db, queries.PairFilter())[0]


def test_a_file_that_contradicts_the_registry_changes_nothing() -> None:
    with registered() as registry:
        decisions.record(registry, conflict(registry).id, Judgement.A_WRONG, by="Lin")
        decisions.record(registry, conflict(registry).id, Judgement.B_WRONG, by="Lin")
        first, second = export_entries(registry.db)
        before = exported(registry)
        forged = replace(second, entry=replace(second.entry, by="Mallory"))
        with pytest.raises(RegistryError, match="in other words"):
            import_entries(registry, [replace(first, entry=replace(first.entry, id="new")), forged])
        assert exported(registry) == before


def test_quotes_that_were_removed_do_not_come_back() -> None:
    with registered() as registry:
        decisions.record(registry, conflict(registry).id, Judgement.A_WRONG, by="Lin")
        kept = export_entries(registry.db)
        registry.db.execute("DELETE FROM decision_quotes")
        import_entries(registry, kept)
        assert scalar(registry.db, "SELECT count(*) FROM decision_quotes") == 0


def test_decisions_wait_for_sources_that_are_not_registered_yet() -> None:
    with registered() as full, memory_registry() as empty:
        decisions.record(full, conflict(full).id, Judgement.A_WRONG, by="Lin", right="430家")
        import_entries(empty, export_entries(full.db))
        for name, text in ARTICLES.items():
            add_source(empty, Submission(SourceRef(name, published="2025-04-02")), document(text), METHOD)
        assert told(empty) == told(full)


def test_aliases_have_part_in_what_is_compared_here() -> None:
    with registered() as registry:
        sides = [{pair.a.source.name, pair.b.source.name} for pair in queries.find_pairs(registry.db, EVERYTHING)]
        subjects = {row["subject"] for row in registry.db.query("SELECT subject FROM claims")}
    assert {"harbour.txt", "letter.txt"} in sides
    assert "步云机器人" in subjects
    assert "Buyun" not in subjects
