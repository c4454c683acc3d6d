"""The decision log of a finding, a line an entry, in the words of a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from registry.desk.language import Words
from registry.entries import undone
from registry.model import Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. ``gone`` when it was taken back, ``holds`` when it is the decision in force."""

    deed: str
    by: str
    at: str
    note: str
    gone: bool
    holds: bool


def log_lines(entries: Sequence[Entry], holding: str | None, words: Words) -> tuple[Line, ...]:
    """The entries in their order; ``holding`` is the id of the decision in force."""
    gone, known = undone(entries), {entry.id: entry for entry in entries}
    return tuple(
        Line(deed(entry, known, words), entry.by, entry.at, entry.note, entry.id in gone, entry.id == holding)
        for entry in entries
    )


def deed(entry: Entry, known: dict[str, Entry], words: Words) -> str:
    """What an entry does; ``known`` are those that an undo may name."""
    match entry.kind:
        case EntryKind.DECISION:
            decision = words(f"decision.{entry.judgement}")
            return words("entry.right", decision=decision, value=entry.right) if entry.right else decision
        case EntryKind.UNDO:
            taken = known.get(entry.undoes or "")
            return words("entry.undo", deed=deed(taken, known, words) if taken else "…")
        case EntryKind.ASSIGN if entry.assignee:
            return words("entry.assign", name=entry.assignee)
        case EntryKind.ASSIGN:
            return words("entry.unassign")
        case kind:
            return words(f"entry.{kind}")
