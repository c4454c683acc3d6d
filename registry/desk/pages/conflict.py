"""One finding: both passages, why they disagree, what was decided, and the form to decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from registry import telling
from registry.desk.filters import Query, query_of, read_filter
from registry.desk.host import Host
from registry.desk.language import choose, words
from registry.desk.log import log_lines
from registry.desk.page import show
from registry.desk.pages.topic import drawing_of
from registry.desk.remembered import remembered
from registry.desk.side import Side, in_passage, side_of
from registry.desk.web import Answer, Request
from registry.listings import pairs_of_topic
from registry.lookup import find_key
from registry.model import Entry, EntryKind, Judgement, SecondOpinion, StoredPair
from registry.queries import pairs_by_id
from registry.queue import Queued, QueueFilter, queue
from registry.reports.change import sentences
from registry.reports.report import PairDetail

KEYS = {
    Judgement.A_WRONG: "a",
    Judgement.B_WRONG: "b",
    Judgement.BOTH_WRONG: "n",
    Judgement.BOTH_RIGHT: "s",
    Judgement.SUPERSEDED: "d",
    Judgement.NOT_COMPARABLE: "x",
    Judgement.MISREAD: "m",
    Judgement.UNSURE: "u",
}
"""The key that stands for each decision."""


TOPIC = 30
"""Pairs of the topic whose claims are drawn beside the two."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a finding stands in the queue, counted from 1; None where it is not in it."""

    number: int | None
    total: int
    previous: str | None
    next: str | None


async def conflict_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/conflict/ID``; any unambiguous beginning of an id leads there."""
    wanted = read_filter(request)

    def ask(db: Database) -> tuple[PairDetail, tuple[StoredPair, ...], Position, PairDetail | None]:
        hit = find_key(db, request.places["id"], ("pairs", "closed_pairs"))
        done = _decided(db, request.one("done"))
        found = telling.pair_detail(db, hit.id)
        others = pairs_by_id(db, pairs_of_topic(db, found.pair.topic, TOPIC))
        places = remembered(db, ("order", wanted), lambda: queue(db, wanted))
        return found, others, position(places, hit.id), done

    detail, others, place, done = await host.read(name, ask)
    query, held = query_of(wanted), detail.pair.decision
    values = {
        "pair": detail.pair,
        "sides": (in_passage("a", detail.a), in_passage("b", detail.b)),
        "log": log_lines(detail.history, held.id if held else None, words(choose(request))),
        "seen": latest_of(detail.history),
        "drawing": drawing_of(detail.pair, others),
        "keys": KEYS,
        "position": place,
        "query": query,
        "done": done.pair if done else None,
        "crossed": crossed(done.history, request.one("seen")) if done else (),
        "asked": detail.pair.second_opinion is SecondOpinion.ASKED,
        "changes": tuple(sentences(detail.pair)),
        "was": was_of(detail),
        "judged": bool(detail.history) or detail.pair.ruling.verdict.flagged,
        "closed": detail.pair.closing is not None,
        "next": detail.pair.closing.next if detail.pair.closing else None,
        "taken_back": bool(request.one("undone")),
    }
    return await show(host, request, given, "conflict.html", values)


def position(places: Sequence[Queued], pair: str) -> Position:
    """Where ``pair`` stands in a queue; for one that is not in it the next is the first of the queue."""
    ids = [place.id for place in places]
    if pair not in ids:
        return Position(None, len(ids), None, ids[0] if ids else None)
    at = ids.index(pair)
    return Position(at + 1, len(ids), ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None)


def following(db: Database, wanted: QueueFilter, pair: str) -> str | None:
    """What comes after ``pair``: the next of the queue, at its end what is left at its beginning."""
    places = queue(db, wanted)
    place = position(places, pair)
    return place.next or next((other.id for other in places if other.id != pair), None)


def was_of(detail: PairDetail) -> dict[str, Side]:
    """By letter, the sides of a reopened pair that are worded otherwise than they were, as they were."""
    past = {"a": (detail.a_was, detail.pair.a), "b": (detail.b_was, detail.pair.b)}
    return {
        letter: side_of(letter, was) for letter, (was, now) in past.items() if was and was.claim.key != now.claim.key
    }


def latest_of(history: Sequence[Entry]) -> str:
    """The id of the latest entry, empty where there is none; the form says which one its reader had seen."""
    return history[-1].id if history else ""


def with_done(query: Query, done: str, seen: str) -> Query:
    """The address of what comes after a decision: what was decided, and what had been decided when it was shown."""
    return (*query, ("done", done), ("seen", seen))


def _decided(db: Database, pair: str) -> PairDetail | None:
    known = list(db.query("SELECT id FROM pairs WHERE id = ?", [pair]))
    return telling.pair_detail(db, pair) if known else None


def crossed(history: Sequence[Entry], seen: str) -> tuple[Entry, ...]:
    """Decisions of others that came in between: after the entry the editor had seen, before the editor's own."""
    ids = [entry.id for entry in history]
    since = history[ids.index(seen) + 1 if seen in ids else 0 :]
    return tuple(entry for entry in since[:-1] if entry.kind is EntryKind.DECISION and entry.by != since[-1].by)
