"""The queue: topics by their worst finding, counts that keep what they promise, a bounded number of rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from claims.model import Kind, Severity, Verdict
from registry.connection import Registry, memory_registry
from registry.decisions import ask_second_opinion, assign, record
from registry.listings import pairs_of_topic, source_lines, speakers_on_topic, topics
from registry.model import Judgement
from registry.queries import pairs_by_id
from registry.queue import CHOICES, QueueFilter, count, queue
from registry.stored_pairs import claims_by_id
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
    ask_second_opinion(registry, second.id, by="梅")
    for wanted in (
        QueueFilter(),
        QueueFilter(statuses=()),
        QueueFilter(verdicts=("tension",)),
        QueueFilter(assignee="Jonas"),
        QueueFilter(statuses=(), second_opinion="proposed"),
    ):
        counts = count(registry.db, wanted)
        assert counts.total == len(queue(registry.db, wanted))
        assert wanted.statuses == () or counts.all == counts.settled + counts.total
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
        for name, number in counts.second_opinions.items():
            sought = () if wanted.statuses == QueueFilter().statuses else wanted.statuses
            assert len(queue(registry.db, replace(wanted, second_opinion=name, statuses=sought))) == number
    assert count(registry.db, QueueFilter()).settled == 1
    assert count(registry.db, QueueFilter()).assignees == {"Jonas": 1}
    assert count(registry.db, QueueFilter(statuses=())).second_opinions == {"proposed": 1, "asked": 1}
    assert [place.id for place in queue(registry.db, QueueFilter(statuses=(), second_opinion="proposed"))] == [first.id]


def test_only_findings_are_in_the_queue(registry: Registry) -> None:
    registry.db.execute("UPDATE pairs SET verdict = 'agree' WHERE verdict = 'conflict'")
    assert len(queue(registry.db, QueueFilter(statuses=()))) == 3
    assert set(count(registry.db, QueueFilter(verdicts=())).verdicts) == {"tension"}


def test_a_page_reads_a_bounded_number_of_rows(registry: Registry) -> None:
    """Rows that SQLite hands over: a page of the queue, its counts, and a finding among all others of its topic."""
    read = 0

    def counted(_cursor: sqlite3.Cursor, row: tuple[object, ...]) -> tuple[object, ...]:
        nonlocal read
        read += 1
        return row

    def pages() -> list[int]:
        nonlocal read
        db, numbers = registry.db, []
        for page in (
            lambda: pairs_by_id(db, [place.id for place in queue(db, QueueFilter(), 0, 50)]),
            lambda: count(db, QueueFilter()),
            lambda: topics(db, 0, 50),
            lambda: source_lines(db, 0, 50),
            lambda: pairs_of_topic(db, "港口 · 企业", 50),
            lambda: speakers_on_topic(db, "港口 · 企业", Kind.COUNT, 30),
        ):
            read = 0
            assert page()
            numbers.append(read)
        return numbers

    for place in range(60):
        text = f"港口有{1000 + place}家企业。"
        pair_all(registry, keep(registry, f"more-{place}.txt", text, claim(text, text[:-1], f"{1000 + place}家", 1000)))
    registry.db.conn.row_factory = counted
    before = pages()
    registry.db.conn.row_factory = None
    for place in range(60, 90):
        text = f"港口有{1000 + place}家企业。"
        pair_all(registry, keep(registry, f"more-{place}.txt", text, claim(text, text[:-1], f"{1000 + place}家", 1000)))
    registry.db.conn.row_factory = counted
    assert count(registry.db, QueueFilter()).total > 4000
    after = pages()
    assert max(after) < 400
    for one, other in zip(before, after, strict=True):
        assert other <= one + 20  # a page may be a little fuller, and holds no more when twice as much is registered
    assert len(count(registry.db, QueueFilter()).sources) == CHOICES


def test_of_a_topic_every_source_is_heard_once(registry: Registry) -> None:
    text = "港口有40家企业，港口有35家企业。"
    made = [claim(text, f"港口有{number}家企业", f"{number}家", number) for number in (40, 35)]
    pair_all(registry, keep(registry, "both.txt", text, *made))
    registry.db.execute("UPDATE claims SET kind = 'percent' WHERE value_quote = '40家'")
    for kind, value in ((Kind.COUNT, "35家"), (Kind.PERCENT, "40家")):
        heard = claims_by_id(registry.db, set(speakers_on_topic(registry.db, "港口 · 企业", kind, 30)))
        assert sorted(stored.source.name for stored in heard.values()) == [
            "0.txt",
            "1.txt",
            "2.txt",
            "3.txt",
            "both.txt",
        ]
        assert value in {stored.claim.value_quote for stored in heard.values()}
    assert len(speakers_on_topic(registry.db, "港口 · 企业", Kind.COUNT, 2)) == 2


def test_a_topic_begins_with_its_worst_finding(registry: Registry) -> None:
    one, two, *_ = (place.id for place in queue(registry.db, QueueFilter()))
    place_in(registry, "mixed", Severity.MEDIUM, 0.99, [one])
    place_in(registry, "mixed", Severity.HIGH, 0.6, [two])
    assert pairs_of_topic(registry.db, "mixed", 9) == (two, one)
