"""Decisions as a file to be kept in git: sorted lines, one an entry of the log.

A new line stands among its like instead of at the end, and a merge is the union of the lines: ``sort -u`` on two files
gives the file that holds both. What is not understood is refused with file and line, and then nothing of the file is
used. Reading needs no registry.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from registry.decision_line import RESTORE, FiledEntry, FiledLine, FiledSuccession, read_line, write_line
from registry.model import Entry, EntryKind
from registry.reports.wording import counted
from sources.errors import DecisionFileError


def read_decision_file(path: Path) -> tuple[FiledLine, ...]:
    """The entries of a file, the earliest first, each once, and then the successions.

    Raises DecisionFileError, naming the line, for one that is damaged, of a newer format or not sound, for two of
    one id that differ, and for an undo of what the file does not hold; without a line when it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise DecisionFileError(str(path), problem, "name a file of `claims decisions export`") from error
    return parse(data, str(path))


def parse(data: bytes, name: str) -> tuple[FiledLine, ...]:
    """What the bytes of a file say that is called ``name`` in errors. Raises DecisionFileError."""
    known: dict[str, FiledEntry] = {}
    successions: set[FiledSuccession] = set()
    places: dict[str, str] = {}
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            place = f"{name}, line {number}"
            filed = read_line(line, place)
            if isinstance(filed, FiledSuccession):
                successions.add(filed)
                continue
            known[filed.entry.id] = _merged(known.get(filed.entry.id), filed, place)
            places.setdefault(filed.entry.id, place)
    for id, filed in known.items():
        if filed.entry.undoes is not None:
            _check_undo(filed.entry, known, places[id])
    entries = sorted(known.values(), key=lambda filed: (filed.entry.at, filed.entry.id))
    return (*entries, *sorted(successions, key=lambda found: (found.old, found.new)))


def lines(entries: Iterable[FiledLine]) -> Iterator[str]:
    """The lines of a file, sorted, without line ends. The same entries give the same lines, in whatever order."""
    return iter(sorted(write_line(filed) for filed in entries))


def write_decision_file(path: Path, entries: Collection[FiledLine]) -> None:
    """Writes the file whole, or leaves the old one as it is.

    Raises DecisionFileError when it cannot be written, and when the old one is not understood or holds an entry that
    would be lost.
    """
    if path.exists():
        ids = set(map(_identity, entries))
        lost = sum(_identity(filed) not in ids for filed in read_decision_file(path))
        if lost:
            problem = f"holds {counted(lost, 'entry', 'entries')} that the registry does not"
            raise DecisionFileError(str(path), problem, f"run `claims decisions import {path}` first")
    draft = path.with_name(f".{path.name}.new")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines(entries))
        draft.replace(path)
    except OSError as error:
        problem = f"cannot be written ({error.strerror})"
        raise DecisionFileError(str(path), problem, "check its folder") from error


def _identity(filed: FiledLine) -> str | FiledSuccession:
    return filed if isinstance(filed, FiledSuccession) else filed.entry.id


def _merged(known: FiledEntry | None, filed: FiledEntry, place: str) -> FiledEntry:
    """One entry out of two lines of the same id: only quotes may be missing from one of them."""
    if known is None:
        return filed
    both = known.said.keys() & filed.said.keys()
    if known.entry != filed.entry or any(known.said[side] != filed.said[side] for side in both):
        raise DecisionFileError(place, f"another line holds entry {filed.entry.id} in other words", RESTORE)
    return FiledEntry(filed.entry, {**known.said, **filed.said})


def _check_undo(entry: Entry, known: Mapping[str, FiledEntry], place: str) -> None:
    target = known.get(entry.undoes or "")
    if target is None:
        raise DecisionFileError(place, f"takes back entry {entry.undoes}, which the file does not hold", RESTORE)
    gone = target.entry
    if gone.kind is EntryKind.UNDO or (gone.pair_key, gone.a_key) != (entry.pair_key, entry.a_key):
        raise DecisionFileError(place, f"takes back entry {entry.undoes}, which it cannot", RESTORE)
