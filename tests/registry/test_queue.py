"""The queue: topics by their worst finding, counts that keep what they promise, a bounded number of rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from claims.model import Severity, Verdict
from registry.connection import Registry, memory_registry
from registry.decisions import assign, record
from registry.model import Judgement
from registry.queue import CHOICES, QueueFilter, count, queue
from tests.registry.samples import claim, keep, pair_all

NUMBERS = (340, 430, 34, 43)


@pytest.fixture
def registry() -> Iterator[Registry]:
    with memory_registry() as opened:
        for place, number in enumerate(NUMBERS):
            text = f"港口有{number}家企业。"
            source = keep(opened, f"{place}.txt", text, claim(text, text[:-1], f"{number}家", number))
            pair_all(opened, source, Verdict.TENSION if place == 3 else Verdict.CONFLICT)
        yield opened


def place_in(registry: Registry, topic: str, severity: Severity, score: float, ids: list[str]) -> None:
    for pair in ids:
        values = [topic, severity.value, score, pair]
        registry.db.execute("UPDATE pairs SET topic = ?, severity = ?, score = ? WHERE id = ?", values)


def test_topics_come_by_their_worst_finding_and_stay_together(registry: Registry) -> None:
    one, two, three, four, five, six = (place.id for place in queue(registry.db, QueueFilter()))
    place_in(registry, "mixed", Severity.LOW, 0.9, [one])
    place_in(registry, "mixed", Severity.HIGH, 0.6, [two])
    place_in(registry, "sure", Severity.HIGH, 0.8, [three])
    place_in(registry, "mild", Severity.MEDIUM, 1.0, [four, five, six])
    order = queue(registry.db, QueueFilter())
    assert [place.topic for place in order] == ["sure", "mixed", "mixed", "mild", "mild", "mild"]
    assert [place.id for place in order[1:3]] == [two, one]
    assert queue(registry.db, QueueFilter(), 2, 3) == order[2:5]


def test_counts_tell_what_a_choice_would_leave(registry: Registry) -> None:
    first, second, *_ = queue(registry.db, QueueFilter())
    record(registry, first.id, Judgement.A_WRONG, by="梅")
    record(registry, second.id, Judgement.UNSURE, by="梅")
    assign(registry, second.id, "Jonas", by="梅")
    for wanted in (QueueFilter(), QueueFilter(verdicts=("tension",)), QueueFilter(assignee="Jonas")):
        counts = count(registry.db, wanted)
        assert counts.total == len(queue(registry.db, wanted))
        assert counts.all == counts.settled + counts.total
        choices = {
            "verdicts": {name: (name,) for name in counts.verdicts},
            "severities": {name: (name,) for name in counts.severities},
            "statuses": {name: (name,) for name in counts.statuses},
            "rules": {name: (name,) for name in counts.rules},
        }
        for field, names in choices.items():
            for name, value in names.items():
                chosen = replace(wanted, **{field: value})
                assert len(queue(registry.db, chosen)) == getattr(counts, field)[name], (field, name)
        for name, number in counts.sources.items():
            assert len(queue(registry.db, replace(wanted, source=name))) == number
        for name, number in counts.assignees.items():
            assert len(queue(registry.db, replace(wanted, assignee=name))) == number
    assert count(registry.db, QueueFilter()).settled == 1
    assert count(registry.db, QueueFilter()).assignees == {"Jonas": 1}


def test_only_findings_are_in_the_queue(registry: Registry) -> None:
    registry.db.execute("UPDATE pairs SET verdict = 'agree' WHERE verdict = 'conflict'")
    assert len(queue(registry.db, QueueFilter(statuses=()))) == 3
    assert set(count(registry.db, QueueFilter(verdicts=())).verdicts) == {"tension"}


def test_a_page_reads_a_bounded_number_of_rows(registry: Registry) -> None:
    for place in range(60):
        text = f"港口有{1000 + place}家企业。"
        pair_all(registry, keep(registry, f"more-{place}.txt", text, claim(text, text[:-1], f"{1000 + place}家", 1000)))
    assert len(queue(registry.db, QueueFilter(), 50, 50)) == 50
    counts = count(registry.db, QueueFilter())
    assert counts.total > 1000
    assert len(counts.sources) == CHOICES
