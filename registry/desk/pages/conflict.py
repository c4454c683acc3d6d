"""One finding: both passages, why they disagree, what was decided, and the form to decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from registry import telling
from registry.desk.changes import changes_of
from registry.desk.filters import Query, query_of, read_filter
from registry.desk.held import Held, held_lines
from registry.desk.host import Host
from registry.desk.language import choose, words
from registry.desk.log import log_lines
from registry.desk.page import show
from registry.desk.pages.topic import DRAWN, drawing_of
from registry.desk.remembered import remembered
from registry.desk.side import Side, in_passage, side_of
from registry.desk.web import Answer, Request
from registry.listings import speakers_on_topic
from registry.lookup import find_key
from registry.model import Entry, EntryKind, Judgement, SecondOpinion, StoredClaim, StoredPair
from registry.queue import Queued, QueueFilter, queue
from registry.reports.reasons import reason_of
from registry.reports.report import PairDetail
from registry.stored_pairs import claims_by_id

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


PARAGRAPH = 600
"""Characters of a paragraph that are shown on either side of a quote."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a finding stands in the queue, counted from 1; None where it is not in it."""

    number: int | None
    total: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What is read for the page of a finding. ``done`` is the finding that was decided last."""

    detail: PairDetail
    others: tuple[StoredClaim, ...]
    place: Position
    done: PairDetail | None
    held: tuple[Held, ...]


async def conflict_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/conflict/ID``; any unambiguous beginning of an id leads there."""
    wanted = read_filter(request)

    def ask(db: Database) -> Shown:
        hit = find_key(db, request.places["id"], ("pairs", "closed_pairs"))
        done = _decided(db, request.one("done"))
        found = telling.pair_detail(db, hit.id, PARAGRAPH)
        places = remembered(db, ("order", wanted), lambda: queue(db, wanted))
        return Shown(
            found,
            others_of(db, found.pair, DRAWN + 1),
            position(places, hit.id),
            done,
            held_lines(db, (*found.pair.held, *found.held)),
        )

    shown = await host.read(name, ask)
    detail, language, query = shown.detail, words(choose(request)), query_of(wanted)
    pair = detail.pair
    values = {
        "pair": pair,
        "sides": (in_passage("a", detail.a), in_passage("b", detail.b)),
        "reason": reason_of(pair, language.code),
        "log": log_lines(detail.history, pair.decision.id if pair.decision else None, language),
        "seen": latest_of(detail.history),
        "drawing": drawing_of(pair, shown.others[:DRAWN], language),
        "undrawn": len(shown.others) > DRAWN,
        "keys": KEYS,
        "position": shown.place,
        "query": query,
        "carried": (*query, ("done", shown.done.pair.id)) if shown.done else query,
        "done": shown.done.pair if shown.done else None,
        "crossed": crossed(shown.done.history, request.one("seen")) if shown.done and request.has("seen") else (),
        "held": shown.held,
        "asked": pair.second_opinion is SecondOpinion.ASKED,
        "changes": tuple(changes_of(pair, language)),
        "was": was_of(detail),
        "judged": bool(detail.history) or pair.ruling.verdict.flagged,
        "closed": pair.closing is not None,
        "next": pair.closing.next if pair.closing else None,
        "taken_back": bool(request.one("undone")),
    }
    return await show(host, request, given, "conflict.html", values)


def others_of(db: Database, pair: StoredPair, size: int) -> tuple[StoredClaim, ...]:
    """What other sources than those of ``pair`` say on its topic, one claim each, ``size`` of them at most."""
    heard = {pair.a.source.id, pair.b.source.id}
    ids = speakers_on_topic(db, pair.topic, pair.a.claim.kind, size + len(heard))
    claims = claims_by_id(db, set(ids))
    return tuple(claims[claim] for claim in ids if claims[claim].source.id not in heard)[:size]


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
