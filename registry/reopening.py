"""Which compared pairs follow a decided one: a claim of it has changed, or both have.

Everything here follows from keys alone: from ``successions``, which say what claim took the place of which, and from
the decisions. So it can be computed anew at any time, whatever was removed, and after decisions were imported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from sqlite_utils import Database

from claims.identity import pair_key
from registry.load import listed, rows

_CONCERNED = """
    SELECT pair_key, a_key, b_key FROM latest_decisions
    WHERE decision <> 'unsure' AND (a_key IN (SELECT old FROM successions) OR b_key IN (SELECT old FROM successions))
    ORDER BY decided_at DESC, id DESC
"""

_MOST = 64
"""Successors of one claim that are followed: a chain that long has been edited back and forth."""


def renew_reopenings(db: Database) -> None:
    """Says anew which decided pair each pair follows, the latest where several, inside the caller's transaction."""
    followed: dict[str, dict[str, str]] = {}
    if db.execute("SELECT 1 FROM successions LIMIT 1").fetchone():
        heirs = _heirs(db)
        for row in rows(db, _CONCERNED):
            for key, a, b in _following(row["a_key"], row["b_key"], heirs):
                followed.setdefault(key, {"previous": row["pair_key"], "a_was": a, "b_was": b})
    registered = _registered(db, followed)
    db.execute("DELETE FROM reopenings")
    db.table("reopenings").insert_all({"pair_key": key, **followed[key]} for key in sorted(registered))


def followers(db: Database, pairs: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The key of the registered pair that follows each of these (keys of their claims, by their own key), if any."""
    if not pairs:
        return {}
    heirs = _heirs(db)
    following = {key: [found for found, _, _ in _following(*sides, heirs)] for key, sides in pairs.items()}
    known = _registered(db, {key for keys in following.values() for key in keys})
    nearest = {key: next((found for found in keys if found in known), None) for key, keys in following.items()}
    return {key: found for key, found in nearest.items() if found}


def _registered(db: Database, keys: Collection[str]) -> set[str]:
    sql = "SELECT key FROM pairs WHERE key IN (SELECT value FROM json_each(?))"
    return {row["key"] for row in rows(db, sql, (listed(keys),))}


def _heirs(db: Database) -> Mapping[str, list[str]]:
    heirs: dict[str, list[str]] = defaultdict(list)
    for row in rows(db, "SELECT old, new FROM successions ORDER BY found DESC, new"):
        heirs[row["old"]].append(row["new"])
    return heirs


def _following(a_key: str, b_key: str, heirs: Mapping[str, list[str]]) -> Iterator[tuple[str, str, str]]:
    """Keys of pairs that would follow, each with the old keys of what are its sides a and b now."""
    own = pair_key(a_key, b_key)
    for a in _line(a_key, heirs):
        for b in _line(b_key, heirs):
            key = pair_key(a, b)
            if key != own:
                yield (key, a_key, b_key) if a <= b else (key, b_key, a_key)


def _line(key: str, heirs: Mapping[str, list[str]]) -> list[str]:
    """A claim and those that took its place, one after the other, the nearest first."""
    line = [key]
    for place in line:
        line += [heir for heir in heirs.get(place, ()) if heir not in line]
        if len(line) >= _MOST:
            break
    return line
