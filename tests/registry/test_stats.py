"""The numbers of a registry, against what was done to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from claims.model import Verdict
from registry import decisions, queries
from registry.connection import Registry, memory_registry
from registry.ingest import add_source
from registry.method import Method
from registry.model import Correction, Judgement, SecondOpinion, Status
from registry.reports.screen import Screen
from registry.reports.stats import record, write
from registry.selection import Submission
from registry.stats import gather
from registry.telling import report
from sources.reference import SourceRef
from tests.registry.samples import claim, document, keep, pair_all

NUMBERS = (340, 430, 52, 61)


@pytest.fixture
def registry() -> Iterator[Registry]:
    """Four sources that all disagree, the last of them in the very words of the third: six matters."""
    with memory_registry() as opened:
        for number in NUMBERS:
            text = f"港口有{number}家企业。"
            stated = claim(text, text.rstrip("。"), f"{number}家", number)
            pair_all(opened, keep(opened, f"{number}.txt", text, stated))
        again = "转载。港口有52家企业。"
        pair_all(opened, keep(opened, "again.txt", again, claim(again, "港口有52家企业", "52家", 52)))
        yield opened


def findings(registry: Registry) -> list[str]:
    """The matters: one key for the same two different wordings."""
    found = queries.find_pairs(registry.db, queries.PairFilter(statuses=()))
    return sorted({pair.key for pair in found if pair.a.claim.key != pair.b.claim.key})


def test_what_is_registered_is_counted(registry: Registry) -> None:
    stats = gather(registry.db)
    assert (stats.totals.sources, stats.totals.claims, stats.topics) == (5, 5, 1)
    # Six matters between four wordings, and one wording with itself.
    assert stats.verdicts[Verdict.CONFLICT] == {Status.OPEN: 7}
    assert stats.verdicts[Verdict.AGREE] == {}
    assert stats.sources["340.txt"] == {Status.OPEN: 3}
    assert stats.sources["again.txt"] == {Status.OPEN: 4}
    assert (stats.queue.waiting, stats.queue.pairs) == (7, 10)


def test_precision_counts_what_is_the_machines_mistake_against_a_rule(registry: Registry) -> None:
    one, two, three, four, *_ = findings(registry)
    for key, judgement in zip(
        (one, two, three, four),
        (Judgement.A_WRONG, Judgement.MISREAD, Judgement.NOT_COMPARABLE, Judgement.UNSURE),
        strict=True,
    ):
        decisions.record(registry, key, judgement, by="Lin")
    rule = gather(registry.db).rules["count_differs"]
    assert (rule.judged, rule.against) == (3, 2)
    assert rule.precision == pytest.approx(1 / 3)
    assert rule.findings == {Status.OPEN: 4, Status.DECIDED: 3}
    low, high = rule.interval
    assert low < 1 / 3 < high


def test_two_editors_are_compared_by_their_latest_opinions(registry: Registry) -> None:
    one, two, three, *_ = findings(registry)
    decisions.record(registry, one, Judgement.B_WRONG, by="Lin")
    decisions.record(registry, one, Judgement.A_WRONG, by="Lin")
    decisions.record(registry, one, Judgement.A_WRONG, by="Chen")
    decisions.record(registry, two, Judgement.SUPERSEDED, by="Chen")
    decisions.record(registry, two, Judgement.MISREAD, by="Lin")
    decisions.record(registry, three, Judgement.A_WRONG, by="Lin")
    decisions.record(registry, three, Judgement.UNSURE, by="Chen")
    stats = gather(registry.db)
    agreement = stats.rules["count_differs"].agreement
    assert (agreement.matters, agreement.same) == (2, 1)
    # By chance they agree on a quarter: each says a_wrong once in two.
    assert agreement.kappa == pytest.approx((0.5 - 0.25) / (1 - 0.25))
    assert stats.second_opinions == {SecondOpinion.GIVEN: 2}


def test_an_undone_decision_counts_for_nobody(registry: Registry) -> None:
    one, *_ = findings(registry)
    decisions.record(registry, one, Judgement.A_WRONG, by="Lin")
    decisions.record(registry, one, Judgement.MISREAD, by="Chen")
    decisions.undo(registry, one, by="Zhao")
    decisions.assign(registry, one, "Zhao", by="Lin")
    stats = gather(registry.db)
    assert stats.editors["Lin"].decisions == {Judgement.A_WRONG: 1}
    assert (stats.editors["Chen"].decisions, stats.editors["Chen"].taken_back) == ({}, 1)
    assert stats.editors["Zhao"].assigned == 1
    assert stats.rules["count_differs"].against == 0
    assert stats.rules["count_differs"].agreement.matters == 0


def test_the_queue_is_as_old_as_the_later_of_its_texts(registry: Registry) -> None:
    for source, day in ((1, 1), (2, 5), (3, 9), (4, 9), (5, 9)):
        registry.db.execute("UPDATE versions SET added = ? WHERE source = ?", [f"2025-04-{day:02}T00:00:00Z", source])
    queue = gather(registry.db, datetime(2025, 4, 11, tzinfo=UTC)).queue
    assert queue.oldest_days == pytest.approx(6)
    assert queue.median_days == pytest.approx(2)
    for key in findings(registry):
        decisions.record(registry, key, Judgement.BOTH_RIGHT, by="Lin")
    twin = queries.find_pairs(registry.db, queries.PairFilter())[0]
    decisions.record(registry, twin.id, Judgement.BOTH_RIGHT, by="Lin")
    assert gather(registry.db).queue.oldest_days is None


def test_a_correction_is_pending_until_the_sentence_is_gone() -> None:
    with memory_registry() as opened:

        def add(name: str, text: str) -> None:
            add_source(opened, Submission(SourceRef(name, published="2025-04-02")), document(text), Method())

        add("a.txt", "岚港共有340家机器人企业。")
        add("b.txt", "岚港共有430家机器人企业。")
        (pair,) = queries.find_pairs(opened.db, queries.PairFilter())
        wrong = Judgement.A_WRONG if pair.a.source.name == "a.txt" else Judgement.B_WRONG
        assert decisions.record(opened, pair.id, wrong, by="Lin").correction is Correction.PENDING
        assert gather(opened.db).corrections == {Correction.PENDING: 1}
        add("b.txt", "岚港共有410家机器人企业。")
        assert gather(opened.db).corrections == {Correction.PENDING: 1}
        add("a.txt", "岚港共有410家机器人企业。")
        stats = gather(opened.db)
        assert stats.corrections == {Correction.CORRECTED: 1}
        # What was corrected still tells that the rule was right.
        assert stats.verdicts[Verdict.CONFLICT][Status.CLOSED] >= 1
        assert stats.rules[pair.ruling.rule].precision == 1


def test_the_report_says_the_same_in_words_and_in_json(registry: Registry) -> None:
    one, two, *_ = findings(registry)
    decisions.record(registry, one, Judgement.A_WRONG, by="林薇")
    decisions.record(registry, two, Judgement.MISREAD, by="林薇")
    stats = gather(registry.db, datetime.now(UTC) + timedelta(days=3, hours=1))
    text = "\n".join(write(stats, Screen()))
    shown = sum(report(registry.db, queries.PairFilter()).standing.open.values())
    assert f"They stand in {shown} pairs: all pairs with the same two wordings are one finding." in text
    assert "Waiting: 5 findings, the oldest for 3 days, half of them for 3 days or more" in text
    assert "count_differs     5        2       2   50 %  9–91" in text
    assert "林薇          2  1 a_wrong, 1 misread" in text
    told = record(stats)
    assert told["queue"]["pairs"] == shown > 5
    assert told["rules"]["count_differs"]["precision"] == 0.5
    assert told["queue"]["waiting"] == 5
    assert told["queue"]["oldest_days"] == pytest.approx(3.04, abs=0.01)
    assert told["editors"]["林薇"]["decisions"] == {"a_wrong": 1, "misread": 1}


def test_an_empty_registry_has_numbers_too() -> None:
    with memory_registry() as opened:
        assert list(write(gather(opened.db), Screen()))[1] == "Nothing is waiting."
        assert record(gather(opened.db))["rules"] == {}
