"""The values that editors hold to be right, and how the sides of a pair stand to them.

A value is held to be right when the claim that states it was verified as supported, or when a decision names it. A
verified claim concerns every claim that the machine compared it with, and what that comparison came to is how the two
stand to each other. A value that a decision names concerns every pair with a side of the pair that was decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claims.intervals import interval_of, rounding
from claims.model import Claim, Quantity, Verdict
from registry.load import listed, rows
from registry.model import Entry, HeldValue
from registry.right_value import read_value
from registry.rows import Row, entry_of

if TYPE_CHECKING:
    from registry.model import StoredPair

_SIDES = ("a", "b")

Named = dict[str, list[tuple[Row, Quantity | None]]]
"""To each wording the decisions that name a value, with the value as read."""


def verifications(db: Database, keys: Collection[str]) -> dict[str, Entry]:
    """The latest verification of each of these wordings that has one."""
    sql = "SELECT * FROM latest_verifications WHERE a_key IN (SELECT value FROM json_each(?))"
    return {row["a_key"]: entry_of(row) for row in rows(db, sql, (listed(keys),))}


def held_values(db: Database, pairs: Sequence[StoredPair]) -> dict[str, tuple[HeldValue, ...]]:
    """To the id of each pair the values held to be right that concern it, the latest first; not the one it names."""
    keys = {key for pair in pairs for key in _keys(pair)}
    supported = _supported(db, keys)
    named = _named(db, keys)
    found = {}
    for pair in pairs:
        held = [*_by_claims(pair, supported), *_by_decisions(pair, named)]
        if held:
            found[pair.id] = tuple(sorted(held, key=lambda value: value.at, reverse=True))
    return found


def held_at_topic(db: Database, topic: str) -> tuple[HeldValue, ...]:
    """The values held to be right of what a topic's pairs speak of, the latest first."""
    claims = """
        SELECT v.*, min(c.value_quote) AS value FROM latest_verifications AS v JOIN claims AS c ON c.key = v.a_key
        WHERE v.verification = 'supported' AND c.id IN (
            SELECT a FROM pairs WHERE topic = ?1 UNION SELECT b FROM pairs WHERE topic = ?1
        ) GROUP BY v.id
    """
    decisions = """
        SELECT *, right_value AS value FROM latest_decisions
        WHERE right_value IS NOT NULL AND pair_key IN (SELECT key FROM pairs WHERE topic = ?1)
    """
    held = [_held(row) for sql in (claims, decisions) for row in rows(db, sql, (topic,))]
    return tuple(sorted(held, key=lambda value: value.at, reverse=True))


def _keys(pair: StoredPair) -> tuple[str, str]:
    return pair.a.claim.key, pair.b.claim.key


def _supported(db: Database, keys: Collection[str]) -> dict[str, list[Row]]:
    """To each wording the supported claims that it was compared with, itself included, each with the verdict."""
    one_side = """
        SELECT v.*, c.value_quote AS value, x.key AS side, p.verdict AS verdict
        FROM latest_verifications AS v JOIN claims AS c ON c.key = v.a_key
        JOIN pairs AS p ON p.{ours} = c.id JOIN claims AS x ON x.id = p.{theirs}
        WHERE v.verification = 'supported' AND x.key IN (SELECT value FROM json_each(:keys))
    """
    itself = """
        SELECT v.*, min(c.value_quote) AS value, v.a_key AS side, 'agree' AS verdict
        FROM latest_verifications AS v JOIN claims AS c ON c.key = v.a_key
        WHERE v.verification = 'supported' AND v.a_key IN (SELECT value FROM json_each(:keys)) GROUP BY v.id
    """
    parts = (one_side.format(ours="a", theirs="b"), one_side.format(ours="b", theirs="a"), itself)
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(db, " UNION ".join(parts), {"keys": listed(keys)}):
        found[row["side"]].append(row)
    return found


def _by_claims(pair: StoredPair, supported: dict[str, list[Row]]) -> Iterator[HeldValue]:
    by_claim: dict[str, dict[str, Row]] = defaultdict(dict)
    for side, key in zip(_SIDES, _keys(pair), strict=True):
        for row in supported.get(key, ()):
            by_claim[row["a_key"]][side] = row
    for sides in by_claim.values():
        yield _held(
            next(iter(sides.values())),
            agree=[side for side, row in sides.items() if row["verdict"] == Verdict.AGREE],
            depart=[side for side, row in sides.items() if row["verdict"] == Verdict.CONFLICT],
        )


def _named(db: Database, keys: Collection[str]) -> Named:
    """To each wording the decisions on pairs of it that name a value, with that value as read."""
    sql = """
        SELECT *, right_value AS value FROM latest_decisions WHERE right_value IS NOT NULL
        AND (a_key IN (SELECT value FROM json_each(:keys)) OR b_key IN (SELECT value FROM json_each(:keys)))
    """
    found: Named = defaultdict(list)
    for row in rows(db, sql, {"keys": listed(keys)}):
        quantity = read_value(row["value"])
        for key in {row["a_key"], row["b_key"]}:
            found[key].append((row, quantity))
    return found


def _by_decisions(pair: StoredPair, named: Named) -> Iterator[HeldValue]:
    concerned = {row["id"]: (row, quantity) for key in _keys(pair) for row, quantity in named.get(key, ())}
    for row, quantity in concerned.values():
        if row["pair_key"] != pair.key:
            fits = {side: _fits(quantity, getattr(pair, side).claim) for side in _SIDES}
            yield _held(
                row,
                agree=[side for side, fit in fits.items() if fit],
                depart=[side for side, fit in fits.items() if fit is False],
            )


def _fits(held: Quantity | None, claim: Claim) -> bool | None:
    """Whether a claim says what is held to be right, as far as the rounder tells; None where nothing can be told."""
    said = claim.quantity
    if held is None or held.kind is not said.kind or (held.unit or said.unit) != (said.unit or held.unit):
        return None
    tolerance = max(rounding(held), rounding(said))
    return interval_of(held).widened(tolerance).overlaps(interval_of(said))


def _held(row: Row, agree: Sequence[str] = (), depart: Sequence[str] = ()) -> HeldValue:
    return HeldValue(
        value=row["value"],
        by=row["decided_by"],
        at=row["decided_at"],
        note=row["note"],
        evidence=row["evidence"],
        claim=row["a_key"] if row["pair_key"] is None else None,
        pair=row["pair_key"],
        agree=tuple(agree),
        depart=tuple(depart),
    )
