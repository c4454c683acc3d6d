"""The queue: findings by topic, the worst and surest first, with filters, counts and how far the editors are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlite_utils import Database

from registry.desk.editors import editor
from registry.desk.filters import ANY, choices, query_of, read_filter
from registry.desk.host import Host
from registry.desk.language import choose, words
from registry.desk.page import see, show
from registry.desk.paging import page_count, page_number, pages
from registry.desk.remembered import remembered
from registry.desk.side import Side, side_of
from registry.desk.web import Answer, Request
from registry.model import StoredPair
from registry.queries import pairs_by_id
from registry.queue import Counts, count, queue

SIZE = 50
"""Findings on a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding in a line or two."""

    pair: StoredPair
    a: Side
    b: Side


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one topic that follow each other."""

    topic: str
    entries: tuple[Entry, ...]


async def queue_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/conflicts``; a reader is shown what is settled where nothing else is left."""
    wanted = read_filter(request)
    number = page_number(request)

    def ask(db: Database) -> tuple[Counts, tuple[StoredPair, ...]]:
        places = queue(db, wanted, (number - 1) * SIZE, SIZE)
        return remembered(db, wanted, lambda: count(db, wanted)), pairs_by_id(db, [place.id for place in places])

    counts, pairs = await host.read(name, ask)
    if not request.query and not counts.total and counts.settled and editor(host, request) is None:
        # Whoever only reads has come for what was found, not for what is left to do.
        return see(host, "conflicts", (("status", ANY),))
    query = query_of(wanted)
    values = {
        "counts": counts,
        "groups": groups(pairs),
        "choices": choices(wanted, counts, words(choose(request))),
        "query": query,
        "filtered": query not in ((), host.front),
        "topic": wanted.topic,
        "pages": pages(number, page_count(counts.total, SIZE), query),
    }
    return await show(host, request, given, "queue.html", values)


def groups(pairs: Sequence[StoredPair]) -> tuple[Group, ...]:
    """Findings in their order, those of one topic together."""
    return tuple(
        Group(topic, tuple(Entry(pair, side_of("a", pair.a), side_of("b", pair.b)) for pair in alike))
        for topic, alike in groupby(pairs, key=lambda pair: pair.topic)
    )
