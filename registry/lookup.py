"""From what a person types to what is registered: prefixes of keys, names of sources."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Literal

from sqlite_utils import Database

from registry.load import rows, sources
from registry.model import Source
from registry.rows import storable
from sources.errors import KeyNotFoundError
from sources.reference import source_name

Table = Literal["claims", "pairs", "closed_pairs"]
EVERYTHING: tuple[Table, ...] = ("claims", "pairs", "closed_pairs")

SHOWN = 5
"""How many of several answers an error lists."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a key stands for: the table and the whole id."""

    table: Table
    id: str


def find_key(db: Database, text: str, tables: tuple[Table, ...] = EVERYTHING) -> Hit:
    """The claim or pair, closed ones included, that ``text``, an id or an unambiguous beginning of one, stands for.

    A whole id always stands for itself; a beginning shared only by ids of one key stands for the first of these.
    Raises KeyNotFoundError when nothing or several things answer.
    """
    key = text.strip().lower()
    if not key:
        raise KeyNotFoundError("an empty key", "stands for nothing", _where_to_look(tables))
    hits = [hit for table in tables for hit in _starting_with(db, table, key)]
    exact = [hit for hit in hits if hit.id == key]
    if exact:
        return exact[0]
    if not hits:
        problem, remedy = _departed(db, key) or (
            f"no {_words(tables)} has a key that begins so",
            _where_to_look(tables),
        )
        raise KeyNotFoundError(text, problem, remedy)
    first = {(hit.table, hit.id.partition("-")[0]): hit for hit in reversed(hits)}
    if len(first) > 1:
        listed = ", ".join(hit.id for hit in hits[:SHOWN]) + (" …" if len(hits) > SHOWN else "")
        raise KeyNotFoundError(text, f"several keys begin so: {listed}", "give one more character or the whole key")
    return next(iter(first.values()))


def find_sources(db: Database, text: str, project: Path) -> tuple[Source, ...]:
    """The sources that ``text`` names: by whole name, by path from the current folder, else by file name alone.

    Raises KeyNotFoundError when there is none.
    """
    known = sources(db)
    for wanted in (storable(text), storable(source_name(Path(text), project))):
        if found := tuple(source for source in known if source.name == wanted):
            return found
    if found := tuple(source for source in known if PurePosixPath(source.name).name == text):
        return found
    near = get_close_matches(text, [source.name for source in known], n=1, cutoff=0.5)
    remedy = f"did you mean {near[0]}?" if near else "`claims list --format jsonl` names the source of every claim"
    raise KeyNotFoundError(text, "no source of that name is registered", remedy)


def find_source(db: Database, text: str, project: Path) -> Source:
    """The one source that ``text`` names. Raises KeyNotFoundError when none or several answer."""
    found = find_sources(db, text, project)
    if len(found) > 1:
        listed = ", ".join(source.name for source in found[:SHOWN])
        raise KeyNotFoundError(text, f"several sources are called so: {listed}", "give the whole name")
    return found[0]


def _departed(db: Database, key: str) -> tuple[str, str] | None:
    """What became of what a key stood for once, and where to look for it; None where it never stood for anything."""
    if closed := _starting_with(db, "closed_pairs", key):
        return "this conflict is closed", f"`claims show {closed[0].id}` says what became of it"
    if not _could_be_key(key):
        return None
    for row in rows(db, _DEPARTED_CLAIM, (f"{key}*",)):
        heir = row["new"]
        remedy = f"`claims show {heir}` shows what stands in its place" if heir else "`claims versions` has its texts"
        return f"this claim is gone from {row['source']}", remedy
    for _ in rows(db, "SELECT 1 FROM decisions WHERE pair_key GLOB ? LIMIT 1", (f"{key}*",)):
        return "this conflict is not registered any more", "`claims decisions export` has what was decided on it"
    return None


_DEPARTED_CLAIM = """
    SELECT s.name AS source,
        (SELECT new FROM successions AS h JOIN claims AS c ON c.key = h.new WHERE h.old = p.key LIMIT 1) AS new
    FROM past_claims AS p JOIN sources AS s ON s.id = p.source
    WHERE p.key GLOB ? ORDER BY p.id DESC LIMIT 1
"""


def _starting_with(db: Database, table: Table, key: str) -> list[Hit]:
    if not _could_be_key(key):
        return []
    order = f"SELECT id FROM {table} WHERE id GLOB ? ORDER BY length(id), id"
    return [Hit(table, row["id"]) for row in rows(db, order, (f"{key}*",))]


def _could_be_key(text: str) -> bool:
    return text.isascii() and text.replace("-", "").isalnum()


def _words(tables: tuple[Table, ...]) -> str:
    words = {"claims": "claim", "pairs": "conflict", "closed_pairs": "conflict"}
    return " and no ".join(dict.fromkeys(words[table] for table in tables))


def _where_to_look(tables: tuple[Table, ...]) -> str:
    return "`claims conflicts --all` lists the keys" if "pairs" in tables else "`claims list` lists the keys"
