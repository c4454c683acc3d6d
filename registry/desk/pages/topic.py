"""One topic with all that is said on it, and the list of topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from registry.desk.host import Host
from registry.desk.page import show
from registry.desk.pages.queue import Entry
from registry.desk.paging import page_count, page_number, pages
from registry.desk.side import Side, side_of
from registry.desk.web import Answer, Request
from registry.listings import TopicLine, pairs_of_topic, topic_count, topics
from registry.model import StoredClaim, StoredPair
from registry.queries import pairs_by_id
from registry.reports.number_line import draw_pair
from sources.errors import KeyNotFoundError

SIZE = 100
"""Topics on a page of the list, and pairs that a topic's page is made from."""

DRAWN = 10
"""Claims in the drawing of a topic besides the two of its worst finding."""


@dataclass(frozen=True, slots=True)
class HeldRight:
    """A value that an editor gave as the right one."""

    value: str
    by: str
    at: str
    pair: str


async def topic_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/topic?name=TOPIC``."""
    topic = request.one("name")

    def ask(db: Database) -> tuple[StoredPair, ...]:
        return pairs_by_id(db, pairs_of_topic(db, topic, SIZE))

    found = await host.read(name, ask)
    if not found:
        raise KeyNotFoundError(topic[:80] or "an empty name", "is no topic here", "the list of topics has them all")
    findings = [pair for pair in found if pair.ruling.verdict.flagged]
    return await show(
        host,
        request,
        given,
        "topic.html",
        {
            "topic": topic,
            "sides": sides_of(found),
            "findings": [Entry(pair, side_of("a", pair.a), side_of("b", pair.b)) for pair in findings],
            "drawing": drawing_of((findings or found)[0], found),
            "held_right": held_right(found),
            "more": len(found) == SIZE,
        },
    )


async def topics_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/topics``."""
    number = page_number(request)

    def ask(db: Database) -> tuple[int, tuple[TopicLine, ...]]:
        return topic_count(db), topics(db, (number - 1) * SIZE, SIZE)

    total, lines = await host.read(name, ask)
    values = {"topics": lines, "pages": pages(number, page_count(total, SIZE))}
    return await show(host, request, given, "topics.html", values)


def claims_of(pairs: Sequence[StoredPair]) -> list[StoredClaim]:
    """The claims of some pairs, each once, by the date of their sources; those without a date last."""
    sides = {stored.id: stored for pair in pairs for stored in (pair.a, pair.b)}
    return sorted(sides.values(), key=lambda s: (s.source.published or "9999", s.source.id, s.claim.span.start))


def sides_of(pairs: Sequence[StoredPair]) -> list[Side]:
    """The same as the pages show them."""
    return [side_of("", stored) for stored in claims_of(pairs)]


def drawing_of(pair: StoredPair, others: Sequence[StoredPair]) -> str:
    """The drawing of a pair among what else is said on its topic, one claim a source."""
    shown = {pair.a.id, pair.b.id}
    sources = {pair.a.source.id, pair.b.source.id}
    beside: list[StoredClaim] = []
    for stored in claims_of(others):
        if stored.id not in shown and stored.source.id not in sources and len(beside) < DRAWN:
            sources.add(stored.source.id)
            beside.append(stored)
    return draw_pair(pair.a, pair.b, beside, name=pair.id)


def held_right(pairs: Sequence[StoredPair]) -> tuple[HeldRight, ...]:
    """The values that editors held to be right, the latest first, each once."""
    decided = [(pair, pair.decision) for pair in pairs if pair.decision and pair.decision.right]
    decided.sort(key=lambda found: found[1].at, reverse=True)
    values: dict[str, HeldRight] = {}
    for pair, decision in decided:
        right = decision.right or ""
        values.setdefault(right, HeldRight(right, decision.by, decision.at, pair.id))
    return tuple(values.values())
