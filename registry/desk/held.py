"""The values that editors hold to be right, as the pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from registry.desk.side import web_link
from registry.load import scalar
from registry.model import HeldValue


@dataclass(frozen=True, slots=True)
class Held:
    """A value with who holds it since when, and why. ``path`` leads to the claim or the finding it comes from.

    ``evidence`` is an address that may be followed. ``agree`` and ``depart`` are the letters of the sides that say so
    and that say otherwise.
    """

    value: str
    by: str
    at: str
    note: str
    evidence: str | None
    path: str | None
    agree: tuple[str, ...]
    depart: tuple[str, ...]


def held_lines(db: Database, values: Iterable[HeldValue]) -> tuple[Held, ...]:
    """The values in their order."""
    return tuple(
        Held(
            held.value,
            held.by,
            held.at,
            held.note,
            web_link(held.evidence),
            _path(db, held),
            tuple(side.upper() for side in held.agree),
            tuple(side.upper() for side in held.depart),
        )
        for held in values
    )


def _path(db: Database, held: HeldValue) -> str | None:
    """Where it comes from, as far as that is still registered: the log holds keys, which may outlive a source."""
    kind, table, key = ("claim", "claims", held.claim) if held.claim else ("conflict", "pairs", held.pair)
    found = scalar(db, f"SELECT min(id) FROM {table} WHERE key = ?", (key,))
    return f"{kind}/{found}" if found else None
