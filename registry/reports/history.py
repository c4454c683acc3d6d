"""What the decision log says of one matter, for people."""

from __future__ import annotations

from collections.abc import Iterator

from registry.entries import undone
from registry.model import Entry, EntryKind
from registry.reports.screen import Screen, plain, wrapped


def history(entries: tuple[Entry, ...], screen: Screen) -> Iterator[str]:
    """One entry a line or more: when, who, what and why; what was taken back says so."""
    if not entries:
        yield "No decision yet."
    gone = undone(entries)
    known = {entry.id: entry for entry in entries}
    for entry in entries:
        note = f": {entry.note}" if entry.note else ""
        back = " (taken back)" if entry.id in gone else ""
        line = plain(f"{entry.at[:16]}Z · {entry.by} · {deed(entry, known)}{note}{back}")
        yield from (screen.styled(part, "faint") if back else part for part in wrapped(line, screen.width))


def deed(entry: Entry, known: dict[str, Entry]) -> str:
    """What an entry does, in words; ``known`` are the entries that an undo may name."""
    match entry.kind:
        case EntryKind.DECISION:
            right = f", right is {entry.right}" if entry.right else ""
            return f"{entry.judgement}{right}"
        case EntryKind.UNDO:
            taken = known.get(entry.undoes or "")
            return f"takes back {_named(taken)} of {taken.at[:16]}Z" if taken else "takes back an entry"
        case EntryKind.FLAG:
            return "flags it"
        case EntryKind.ASSIGN:
            return f"gives it to {entry.assignee}" if entry.assignee else "gives it to nobody"
        case EntryKind.SECOND_OPINION:
            return "asks for a second opinion"
        case EntryKind.VERIFY:
            evidence = f", see {entry.evidence}" if entry.evidence else ""
            return f"{entry.verification}{evidence}"


def _named(entry: Entry) -> str:
    words = {EntryKind.FLAG: "the flag", EntryKind.SECOND_OPINION: "the request", EntryKind.ASSIGN: "the assignment"}
    return words.get(entry.kind) or str(entry.judgement or entry.verification)
