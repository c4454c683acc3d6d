"""What stands of a number of log entries on one matter, given the earliest first."""

from __future__ import annotations

from collections.abc import Iterable

from registry.model import Entry, EntryKind


def undone(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids of those entries that a later one of them takes back."""
    return frozenset(entry.undoes for entry in entries if entry.undoes)


def standing(entries: tuple[Entry, ...], kind: EntryKind) -> tuple[Entry, ...]:
    """The entries of one kind that nobody took back; the last one holds."""
    gone = undone(entries)
    return tuple(entry for entry in entries if entry.kind is kind and entry.id not in gone)
