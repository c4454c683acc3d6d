"""Reading values back from a registry."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from claims.aliases import Aliases
from claims.watch.entry import FORMAT
from claims.watch.fact import with_names
from registry.fact_sheet import FactSheet, parse_entries
from registry.model import Source, Totals
from registry.rows import Row, source_of, storable
from sources.document import Document


def rows(db: Database, sql: str, parameters: tuple[object, ...] | Mapping[str, object] = ()) -> Iterator[Row]:
    """The rows that a query gives, by column name."""
    cursor = db.execute(sql, dict(parameters) if isinstance(parameters, Mapping) else list(parameters))
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def scalar(db: Database, sql: str, parameters: tuple[object, ...] = ()) -> Any:
    """The first column of the first row of a query; None where it has no row."""
    row = db.execute(sql, list(parameters)).fetchone()
    return None if row is None else row[0]


def listed(values: Collection[str]) -> str:
    """``values`` as the one parameter of ``IN (SELECT value FROM json_each(?))``, however many they are."""
    return json.dumps(sorted(values))


def sources(db: Database) -> tuple[Source, ...]:
    """All sources in order of registration."""
    return tuple(source_of(row) for row in rows(db, "SELECT * FROM sources ORDER BY id"))


def source_named(db: Database, name: str) -> Source | None:
    """The source of exactly that name."""
    found = rows(db, "SELECT * FROM sources WHERE name = ?", (storable(name),))
    return next((source_of(row) for row in found), None)


def owner(db: Database, sha256: str) -> Source | None:
    """The source that speaks for a document: the first under which it was registered. None when all are gone."""
    sql = "SELECT * FROM sources WHERE document = ? ORDER BY id LIMIT 1"
    return next((source_of(row) for row in rows(db, sql, (sha256,))), None)


def owners(db: Database) -> tuple[Source, ...]:
    """The source that speaks for each document, in order of registration."""
    sql = "SELECT * FROM sources WHERE id IN (SELECT min(id) FROM sources GROUP BY document) ORDER BY id"
    return tuple(source_of(row) for row in rows(db, sql))


def articles(db: Database) -> tuple[Source, ...]:
    """Of :func:`owners` those that speak for an article; a fact sheet is none."""
    sheet = sheet_source(db)
    return tuple(source for source in owners(db) if source != sheet)


def sheet_source(db: Database) -> Source | None:
    """The source that is the fact sheet, if there is one."""
    sql = "SELECT s.* FROM sources AS s JOIN documents AS d ON d.sha256 = s.document WHERE d.format = ?"
    return next((source_of(row) for row in rows(db, sql, (FORMAT,))), None)


def sheet(db: Database) -> FactSheet | None:
    """The fact sheet as it was registered last."""
    source = sheet_source(db)
    if source is None:
        return None
    text = document(db, source.document)
    return FactSheet(text, parse_entries(text.text, source.name), source.name)


def sources_of(db: Database, sha256: str) -> tuple[Source, ...]:
    """The sources of one document, in order of registration."""
    sql = "SELECT * FROM sources WHERE document = ? ORDER BY id"
    return tuple(source_of(row) for row in rows(db, sql, (sha256,)))


def source_row(db: Database, source: int) -> Row:
    """The row of a source that is registered."""
    return next(rows(db, "SELECT * FROM sources WHERE id = ?", (source,)))


def reading(db: Database, sha256: str) -> tuple[str | None, str | None]:
    """By which method, and by which release, the claims of a document were found; None before that."""
    row = next(rows(db, "SELECT recipe, release FROM documents WHERE sha256 = ?", (sha256,)))
    return row["recipe"], row["release"]


def outdated(db: Database, release: str) -> int:
    """How many documents another release than this one has read."""
    sql = "SELECT count(*) FROM documents WHERE recipe IS NOT NULL AND release IS NOT ?"
    found: int = scalar(db, sql, (release,))
    return found


def has_document(db: Database, sha256: str) -> bool:
    """Whether the text of a document is kept."""
    return scalar(db, "SELECT 1 FROM documents WHERE sha256 = ?", (sha256,)) is not None


def document(db: Database, sha256: str) -> Document:
    """A registered document."""
    row = next(rows(db, "SELECT * FROM documents WHERE sha256 = ?", (sha256,)))
    return Document(sha256=row["sha256"], encoding=row["encoding"], text=row["text"], format=row["format"])


def claim_rows(db: Database, sha256: str) -> list[Row]:
    """The rows of the claims that stand in a document."""
    return list(rows(db, "SELECT * FROM claims WHERE document = ?", (sha256,)))


def past_claim_rows(db: Database, sha256: str) -> list[Row]:
    """The rows of the claims that stood in a document before it was replaced, or was read anew."""
    found = rows(db, "SELECT record FROM past_claims WHERE document = ? ORDER BY id", (sha256,))
    return [json.loads(row["record"]) for row in found]


def aliases(db: Database) -> Aliases:
    """The registry's copy of the aliases."""
    groups: dict[str, list[str]] = {}
    for row in rows(db, "SELECT name, canonical FROM aliases"):
        names = groups.setdefault(row["canonical"], [])
        if row["name"] != row["canonical"]:
            names.append(row["name"])
    return Aliases.of(groups)


def names(db: Database) -> Aliases:
    """The aliases, and the names that the fact sheet gives its subjects."""
    known = sheet(db)
    return with_names(aliases(db), known.entries) if known else aliases(db)


def totals(db: Database) -> Totals:
    """How much is registered and compared."""
    return Totals(
        sources=scalar(db, "SELECT count(*) FROM sources"),
        documents=scalar(db, "SELECT count(DISTINCT document) FROM sources"),
        claims=scalar(db, "SELECT count(*) FROM claims"),
        compared=scalar(db, "SELECT value FROM counters WHERE name = 'candidate_pairs'"),
        matched=scalar(db, "SELECT count(*) FROM pairs"),
    )
