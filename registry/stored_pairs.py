"""From rows of ``compared_pairs`` and ``closed_conflicts`` to whole pairs: sides, decisions, what was before."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlite_utils import Database

from claims.model import Fate, Ruling, Severity, Verdict
from registry.held import held_values, verifications
from registry.load import listed, rows
from registry.model import (
    Closing,
    Correction,
    Decision,
    Previous,
    Said,
    SecondOpinion,
    Source,
    Status,
    StoredClaim,
    StoredPair,
)
from registry.reopening import followers
from registry.rows import Row, claim_of, decision_of, source_of


def whole_pairs(db: Database, found: Sequence[Row]) -> tuple[StoredPair, ...]:
    """The pairs of these rows, in their order."""
    closed = [row for row in found if row["status"] == Status.CLOSED]
    standing = [row for row in found if row["status"] != Status.CLOSED]
    sides = _past_claims(db, {row[side] for row in closed for side in "ab"})
    for claim in claims_by_id(db, {row[side] for row in standing for side in "ab"}).values():
        sides[claim.id] = claim
    decisions = _decisions(db, {row["key"] for row in found})
    previous = _previous(db, {row["key"]: row["previous"] for row in standing if row["previous"]})
    closings = _closings(db, closed, sides)
    pairs = tuple(
        StoredPair(
            id=row["id"],
            key=row["key"],
            a=sides[row["a"]],
            b=sides[row["b"]],
            topic=row["topic"],
            score=row["score"],
            ruling=Ruling(Verdict(row["verdict"]), Severity(row["severity"]), row["rule"], row["reason"]),
            status=Status(row["status"]),
            decision=decisions.get(row["key"]),
            correction=Correction(row["correction"]) if row["correction"] else None,
            flagged=bool(row["flagged"]),
            assignee=row["assignee"],
            second_opinion=SecondOpinion(row["second_opinion"]) if row["second_opinion"] else None,
            previous=previous.get(row["key"]),
            closing=closings.get(row["key"]),
        )
        for row in found
    )
    held = held_values(db, pairs)
    return tuple(replace(pair, held=held[pair.id]) if pair.id in held else pair for pair in pairs)


def claims_by_id(db: Database, ids: Collection[str]) -> dict[str, StoredClaim]:
    """Registered claims by their ids."""
    sql = "SELECT * FROM claims WHERE id IN (SELECT value FROM json_each(?))"
    return {claim.id: claim for claim in stored_claims(db, rows(db, sql, (listed(ids),)))}


def stored_claims(db: Database, found: Iterable[Row]) -> tuple[StoredClaim, ...]:
    """The claims of these rows, with their sources."""
    claims = list(found)
    by_id = _sources(db, {row["source"] for row in claims})
    verified = verifications(db, {row["key"] for row in claims})
    return tuple(
        StoredClaim(row["id"], by_id[row["source"]], claim_of(row), verified.get(row["key"])) for row in claims
    )


def past_claim(db: Database, key: str) -> StoredClaim | None:
    """The claim of that key as it last stood in a text that was replaced; None where none is kept."""
    found = [row["id"] for row in rows(db, "SELECT id FROM past_claims WHERE key = ? ORDER BY id DESC LIMIT 1", (key,))]
    return next(iter(_past_claims(db, found).values()), None)


def _past_claims(db: Database, ids: Collection[int]) -> dict[object, StoredClaim]:
    """Claims of texts that were replaced; their source is what it was then."""
    sql = "SELECT id, record FROM past_claims WHERE id IN (SELECT value FROM json_each(?))"
    found = {row["id"]: json.loads(row["record"]) for row in rows(db, sql, (json.dumps(sorted(ids)),))}
    by_id = _sources(db, {row["source"] for row in found.values()})
    claims: dict[object, StoredClaim] = {}
    for id, row in found.items():
        claim = claim_of(row)
        source = replace(by_id[row["source"]], document=row["document"], published=claim.features.published)
        claims[id] = StoredClaim(claim.key, source, claim)
    return claims


def _sources(db: Database, ids: Collection[int]) -> dict[int, Source]:
    sql = "SELECT * FROM sources WHERE id IN (SELECT value FROM json_each(?))"
    return {row["id"]: source_of(row) for row in rows(db, sql, (json.dumps(sorted(ids)),))}


def _decisions(db: Database, pair_keys: Collection[str]) -> dict[str, Decision]:
    sql = "SELECT * FROM latest_decisions WHERE pair_key IN (SELECT value FROM json_each(?))"
    return {row["pair_key"]: decision_of(row) for row in rows(db, sql, (listed(pair_keys),))}


def _previous(db: Database, wanted: Mapping[str, str]) -> dict[str, Previous]:
    """What reopened pairs (by key) were, given the keys of the pairs that they follow."""
    decisions = _decisions(db, set(wanted.values()))
    sql = "SELECT * FROM decision_quotes WHERE decision IN (SELECT value FROM json_each(?))"
    quotes = {
        (row["decision"], row["side"]): row
        for row in rows(db, sql, (listed({decision.id for decision in decisions.values()}),))
    }

    def said(decision: Decision, key: str) -> Said:
        quote = quotes.get((decision.id, "a" if key == decision.a_key else "b"))
        return Said(key, quote["source"], quote["value_quote"], quote["quote"]) if quote else Said(key)

    found = {}
    sql = "SELECT * FROM reopenings WHERE pair_key IN (SELECT value FROM json_each(?))"
    for row in rows(db, sql, (listed(wanted),)):
        decision = decisions[row["previous"]]
        sides = said(decision, row["a_was"]), said(decision, row["b_was"])
        found[row["pair_key"]] = Previous(row["previous"], decision, *sides)
    return found


def _closings(db: Database, closed: Sequence[Row], sides: Mapping[object, StoredClaim]) -> dict[str, Closing]:
    keys = {row["key"]: (sides[row["a"]].claim.key, sides[row["b"]].claim.key) for row in closed}
    following = followers(db, keys)
    return {
        row["key"]: Closing(row["closed"], Fate(row["a_fate"]), Fate(row["b_fate"]), following.get(row["key"]))
        for row in closed
    }
