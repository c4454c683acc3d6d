"""What stood once: claims of texts that were replaced, and pairs of which a side is gone.

Every function runs inside the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from claims.model import Fate
from registry.load import scalar
from registry.rows import Row
from registry.save import now

_KEPT = ("source", "document", "key", "subject", "value_quote", "quote", "sentence")


@dataclass(frozen=True, slots=True)
class Departure:
    """A pair that is there no more: its row, the rows of its claims, and what became of these."""

    pair: Row
    a: Row
    b: Row
    a_fate: Fate
    b_fate: Fate


def keep_claims(db: Database, claims: Iterable[Row]) -> None:
    """Keeps rows of ``claims`` as they are, one for each wording in a document."""
    records = ([*(row[column] for column in _KEPT), json.dumps(dict(row), ensure_ascii=False)] for row in claims)
    columns = ", ".join((*_KEPT, "record"))
    places = ", ".join("?" * (len(_KEPT) + 1))
    renewed = ", ".join(f"{column} = excluded.{column}" for column in (*_KEPT, "record"))
    db.conn.executemany(
        f"INSERT INTO past_claims ({columns}) VALUES ({places}) ON CONFLICT (document, key) DO UPDATE SET {renewed}",
        records,
    )


def close_pairs(db: Database, departures: Iterable[Departure]) -> None:
    """Keeps pairs that left, one for each two wordings."""
    closed = now()
    for departure in departures:
        pair = departure.pair
        keep_claims(db, (departure.a, departure.b))
        db.table("closed_pairs").insert(
            {
                "id": pair["key"],
                **{column: pair[column] for column in ("topic", "verdict", "severity", "rule", "reason", "score")},
                "a": _kept(db, departure.a),
                "b": _kept(db, departure.b),
                "a_fate": departure.a_fate.value,
                "b_fate": departure.b_fate.value,
                "closed": closed,
            },
            replace=True,
        )


def note_successions(db: Database, heirs: Iterable[tuple[str, str]]) -> None:
    """Notes claims (by key), each with the one that took its place; the time is that of the last time it did."""
    db.conn.executemany(
        "INSERT INTO successions VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET found = excluded.found",
        [(old, new, now()) for old, new in heirs],
    )


def forget_what_is_back(db: Database) -> None:
    """Deletes the closed pairs that are there again."""
    db.execute("DELETE FROM closed_pairs WHERE EXISTS (SELECT 1 FROM pairs WHERE pairs.key = closed_pairs.id)")


def drop_unused_claims(db: Database) -> None:
    """Deletes what no closed pair shows and what was found in no text that a source had and still keeps."""
    db.execute("""
        DELETE FROM past_claims
        WHERE id NOT IN (SELECT a FROM closed_pairs UNION ALL SELECT b FROM closed_pairs)
            AND (document IN (SELECT document FROM sources) OR document NOT IN (SELECT document FROM versions))
    """)


def _kept(db: Database, claim: Row) -> int:
    sql = "SELECT id FROM past_claims WHERE document = ? AND key = ?"
    found: int = scalar(db, sql, (claim["document"], claim["key"]))
    return found
