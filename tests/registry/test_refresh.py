"""Reading anew after an upgrade: decisions stay with what is still said, and the change is summed up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from claims.identity import claim_key
from claims.model import Claim
from registry import ingest
from registry.changes import ChangeSum
from registry.connection import open_registry
from registry.method import Method, Stale
from registry.model import Judgement, Status
from sources.span import Span
from tests.registry.newsroom import Newsroom
from tests.registry.test_rereading import EDITED, ONE, TWO


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    room = Newsroom(tmp_path)
    room.add(one=ONE, two=TWO)
    return room


def upgraded(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, read: Callable[[Claim], Claim | None]) -> ChangeSum:
    """What a release that reads claims so changes."""
    before = ingest._extracted
    ingest._extracted.cache_clear()

    def extracted(*words: object) -> tuple[Claim, ...]:
        return tuple(claim for found in before(*words) if (claim := read(found)))  # type: ignore[arg-type]

    monkeypatch.setattr(ingest, "_extracted", extracted)
    monkeypatch.setattr(Method, "release", "99.0")
    summary = ingest.refresh_registry(newsroom.settings.database, Method(), Stale.RELEASE)
    assert summary.reread == 2
    return summary.changes


def test_the_same_reading_changes_nothing(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    before = newsroom.told()
    assert upgraded(newsroom, monkeypatch, lambda claim: claim) == ChangeSum()
    assert newsroom.told() == before
    assert newsroom.pairs(Status.CLOSED) == ()


def test_a_value_that_is_read_otherwise_keeps_its_decision(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.MISREAD)

    def read(claim: Claim) -> Claim:
        if claim.value_quote != "340家":
            return claim
        return replace(claim, quantity=replace(claim.quantity, low=Decimal(341), high=Decimal(341)))

    assert upgraded(newsroom, monkeypatch, read) == ChangeSum()
    assert newsroom.pair("340家", "34家").status is Status.DECIDED


def test_a_value_that_is_cut_otherwise_is_reopened(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    old = newsroom.decide(newsroom.pair("340家", "34家"), Judgement.MISREAD)

    def read(claim: Claim) -> Claim:
        if claim.value_quote != "340家":
            return claim
        place, at = claim.value_span, claim.value_at
        return replace(
            claim,
            key=claim_key("340", claim.sentence),
            value_quote="340",
            value_span=Span(place.start, place.end - 1),
            value_at=Span(at.start, at.end - 1),
        )

    assert upgraded(newsroom, monkeypatch, read) == ChangeSum(reopened=1)
    new = newsroom.pair("340", "34家")
    assert (new.status, new.previous and new.previous.key) == (Status.REOPENED, old.key)


def test_what_is_no_longer_read_is_gone(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.MISREAD)
    log = newsroom.log()
    changes = upgraded(newsroom, monkeypatch, lambda claim: None if claim.value_quote == "340家" else claim)
    assert changes == ChangeSum(gone=1)
    assert newsroom.pair("340家", "34家").status is Status.CLOSED
    assert newsroom.log() == log


def test_what_no_longer_matches_is_closed_though_both_sides_stand(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.NOT_COMPARABLE)
    monkeypatch.setattr(ingest, "compare_documents", lambda *_: [])
    assert upgraded(newsroom, monkeypatch, lambda claim: claim) == ChangeSum(gone=1)
    closing = newsroom.pair("340家", "34家").closing
    assert closing is not None
    assert (closing.a.value, closing.b.value, closing.next) == ("stands", "stands", None)


def test_only_what_another_release_has_read_is_read_anew(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    database = newsroom.settings.database
    assert ingest.refresh_registry(database, Method(), Stale.RELEASE).reread == 0
    assert ingest.refresh_registry(database, Method(), Stale.ALL).reread == 2
    monkeypatch.setattr(Method, "release", "99.0")
    assert newsroom.add(one=EDITED).outdated == 1, "adding does not read the other one anew"
    assert ingest.refresh_registry(database, Method(), Stale.RELEASE).reread == 1
    with open_registry(database) as registry:
        assert registry.db.execute("SELECT DISTINCT release FROM documents WHERE recipe IS NOT NULL").fetchall() == [
            ("99.0",)
        ]
