"""The decision log out of a registry, and into one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from registry.connection import Registry
from registry.decision_line import FiledEntry, FiledLine, FiledSuccession, Said
from registry.load import listed, rows
from registry.model import EntryKind
from registry.past import note_successions
from registry.reopening import renew_reopenings
from registry.rows import entry_of, entry_row
from sources.errors import RegistryError


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What an import did: how many entries were new, and how many were there already."""

    added: int
    known: int


_SUCCESSIONS = """
    WITH RECURSIVE judged(key) AS (
        SELECT a_key FROM decisions UNION SELECT b_key FROM decisions
        UNION SELECT s.new FROM successions AS s JOIN judged ON s.old = judged.key
    )
    SELECT old, new FROM successions WHERE old IN (SELECT key FROM judged)
"""


def export_entries(db: Database) -> tuple[FiledLine, ...]:
    """The whole log with what was said then, and what took the place of claims that it speaks of."""
    said: dict[str, dict[str, Said]] = {}
    for row in rows(db, "SELECT * FROM decision_quotes"):
        sides = said.setdefault(row["decision"], {})
        sides[row["side"]] = Said(row["source"], row["published"], row["value_quote"], row["quote"])
    entries = (entry_of(row) for row in rows(db, "SELECT * FROM decisions"))
    successions = (FiledSuccession(row["old"], row["new"]) for row in rows(db, _SUCCESSIONS))
    return (*(FiledEntry(entry, said.get(entry.id, {})) for entry in entries), *successions)


def import_entries(registry: Registry, entries: Iterable[FiledLine]) -> Arrivals:
    """Adds the entries and successions that are not known, in one transaction, with what was said then.

    What the log holds already stays as it is, also where a source and with it the quotes have been removed since.
    Raises RegistryError, and writes nothing, when the log holds an entry in other words.
    """
    lines = list(entries)
    filed = {item.entry.id: item for item in lines if isinstance(item, FiledEntry)}
    heirs = [(item.old, item.new) for item in lines if isinstance(item, FiledSuccession)]
    with registry.transaction():
        db = registry.db
        sql = "SELECT * FROM decisions WHERE id IN (SELECT value FROM json_each(?))"
        known = {row["id"]: entry_of(row) for row in rows(db, sql, (listed(filed),))}
        for entry in known.values():
            if entry != filed[entry.id].entry:
                problem = f"holds decision {entry.id} in other words than the file"
                raise RegistryError(
                    str(registry.path), problem, "restore the file from git, or the registry from a copy"
                )
        new = [item for id, item in filed.items() if id not in known]
        # What is taken back has to be there before the entry that does so.
        new.sort(key=lambda item: item.entry.kind is EntryKind.UNDO)
        db.table("decisions").insert_all(entry_row(item.entry) for item in new)
        db.table("decision_quotes").insert_all(
            {
                "decision": item.entry.id,
                "side": side,
                "source": said.source,
                "published": said.published,
                "value_quote": said.value,
                "quote": said.quote,
            }
            for item in new
            for side, said in item.said.items()
        )
        note_successions(db, heirs)
        renew_reopenings(db)
    return Arrivals(len(new), len(known))
