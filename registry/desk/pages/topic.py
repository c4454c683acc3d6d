"""One topic with all that is said on it, and the list of topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlite_utils import Database

from claims.model import Verdict
from registry.desk.held import Held, held_lines
from registry.desk.host import Host
from registry.desk.language import Words, choose, words
from registry.desk.page import show
from registry.desk.pages.queue import Entry
from registry.desk.paging import page_count, page_number, pages
from registry.desk.remembered import remembered
from registry.desk.side import side_of
from registry.desk.web import Answer, Request
from registry.held import held_at_topic
from registry.listings import TopicLine, pairs_of_topic, topic_count, topics
from registry.model import StoredClaim, StoredPair
from registry.queries import pairs_by_id
from registry.reports.number_line import Wording, draw_pair
from sources.errors import KeyNotFoundError

SIZE = 100
"""Topics on a page of the list, and pairs that a topic's page is made from."""

DRAWN = 30
"""Claims in a drawing besides the two of the finding it is of."""


async def topic_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/topic?name=TOPIC``."""
    topic = request.one("name")

    def ask(db: Database) -> tuple[tuple[StoredPair, ...], tuple[Held, ...]]:
        return pairs_by_id(db, pairs_of_topic(db, topic, SIZE)), held_lines(db, held_at_topic(db, topic))

    found, held = await host.read(name, ask)
    if not found:
        raise KeyNotFoundError(topic[:80] or "an empty name", "is no topic here", "the list of topics has them all")
    findings = [pair for pair in found if pair.ruling.verdict.flagged]
    said, worst = claims_of(found), (findings or found)[0]
    beside = [stored for stored in said if stored.id not in (worst.a.id, worst.b.id)]
    return await show(
        host,
        request,
        given,
        "topic.html",
        {
            "topic": topic,
            "sides": [side_of("", stored) for stored in said],
            "findings": [Entry(pair, side_of("a", pair.a), side_of("b", pair.b)) for pair in findings],
            "drawing": drawing_of(worst, beside[:DRAWN], words(choose(request))),
            "undrawn": max(0, len(beside) - DRAWN),
            "held": held,
            "more": len(found) == SIZE,
        },
    )


async def topics_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/topics``."""
    number = page_number(request)

    def ask(db: Database) -> tuple[int, tuple[TopicLine, ...]]:
        return remembered(db, ("topics", number), lambda: (topic_count(db), topics(db, (number - 1) * SIZE, SIZE)))

    total, lines = await host.read(name, ask)
    values = {"topics": lines, "pages": pages(number, page_count(total, SIZE))}
    return await show(host, request, given, "topics.html", values)


def claims_of(pairs: Sequence[StoredPair]) -> list[StoredClaim]:
    """The claims of some pairs, each once, by the date of their sources; those without a date last."""
    sides = {stored.id: stored for pair in pairs for stored in (pair.a, pair.b)}
    return sorted(sides.values(), key=lambda s: (s.source.published or "9999", s.source.id, s.claim.span.start))


def drawing_of(pair: StoredPair, beside: Sequence[StoredClaim], words: Words) -> str:
    """The drawing of a pair among other claims on its topic, in the words of a language."""
    wording = Wording(**{part.name: words.entries[f"drawing.{part.name}"] for part in fields(Wording)})
    drifted = pair.ruling.verdict is Verdict.TIME_DRIFT
    return draw_pair(pair.a, pair.b, beside, name=pair.id, drifted=drifted, words=wording, titled=True)
