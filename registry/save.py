"""Writing to a registry. Every function here runs inside the caller's transaction."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from claims.aliases import Aliases
from claims.blocking import blocking_keys
from claims.identity import pair_key
from claims.model import Claim, Comparison
from registry.candidates import Bout, count_candidates
from registry.load import listed, rows, source_named
from registry.method import Method
from registry.model import Source
from registry.reader.answers import forget as forget_answers
from registry.reader.answers import recipe
from registry.reader.doubts import forget as forget_opinions
from registry.reader.doubts import no_longer
from registry.rows import claim_row
from registry.search import forget, index_words
from sources.document import Document


def now() -> str:
    """The time as the tables of what was found hold it: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def save_document(db: Database, document: Document) -> None:
    """Keeps a document's text; one that is there stays as it is."""
    db.table("documents").insert(
        {
            "sha256": document.sha256,
            "format": document.format,
            "encoding": document.encoding,
            "characters": len(document.text),
            "text": document.text,
        },
        ignore=True,
    )


def save_source(db: Database, record: dict[str, Any]) -> None:
    """Registers a source, or lets the one of that name say what ``record`` says from now on; its order stays.

    A text that is not the one it had is its next version.
    """
    known = source_named(db, record["name"])
    if known:
        db.table("sources").update(known.id, record)
    else:
        db.table("sources").insert({**record, "added": now()})
    source = source_named(db, record["name"])
    assert source is not None
    latest = next(rows(db, "SELECT max(number) AS number FROM versions WHERE source = ?", (source.id,)))["number"] or 0
    if known and known.document == source.document:
        renewed = [source.published, source.id, latest]
        db.execute("UPDATE versions SET published = ? WHERE source = ? AND number = ?", renewed)
    else:
        added = [source.id, latest + 1, source.document, source.published, now()]
        db.execute("INSERT INTO versions (source, number, document, published, added) VALUES (?, ?, ?, ?, ?)", added)


def save_aliases(db: Database, aliases: Aliases) -> None:
    """Replaces the registry's copy of the aliases."""
    db.execute("DELETE FROM aliases")
    names = ({"name": name, "canonical": head} for head, others in aliases.groups for name in (head, *others))
    db.table("aliases").insert_all(names, replace=True)


def save_claims(db: Database, owner: Source, document: Document, claims: Collection[Claim], method: Method) -> None:
    """Stores the claims of a document that holds none yet, under their final ids, with their blocking keys."""
    keys = {claim.key for claim in claims}
    sql = "SELECT DISTINCT key FROM claims WHERE key IN (SELECT value FROM json_each(?))"
    taken = {row["key"] for row in rows(db, sql, (listed(keys),))}
    records = [claim_row(claim, owner, document) for claim in claims]
    for record in records:
        if record["key"] in taken:
            record["id"] = f"{record['key']}~new"  # until it is known which comes first
    db.table("claims").insert_all(records)
    _number_claims(db, taken)
    ids = {row["key"]: row["id"] for row in rows(db, "SELECT key, id FROM claims WHERE source = ?", (owner.id,))}
    db.table("claim_keys").insert_all(
        {"key": key, "claim": ids[claim.key]} for claim in claims for key in sorted(blocking_keys(claim))
    )
    db.table("claim_words").insert_all({"claim": ids[claim.key], "words": index_words(claim)} for claim in claims)
    read = [recipe(db, owner, method), method.release, document.sha256]
    db.execute("UPDATE documents SET recipe = ?, release = ? WHERE sha256 = ?", read)
    _count(db, count_candidates(db, document.sha256))


def save_pairs(db: Database, compared: Iterable[tuple[Bout, Iterable[Comparison]]]) -> None:
    """Stores what comparisons came to, under their final ids."""
    records = [record for bout, comparisons in compared for record in _pair_rows(bout, comparisons)]
    for number, record in enumerate(records):
        record["id"] = f"{record['key']}~{number}"
    db.table("pairs").insert_all(records)
    _number_pairs(db, {str(record["key"]) for record in records})


def drop_claims(db: Database, sha256: str) -> None:
    """Deletes what was found in a document, and its pairs; the ids of what is left close up."""
    _count(db, -count_candidates(db, sha256))
    no_longer(db, sha256)
    keys = {row["key"] for row in rows(db, "SELECT key FROM claims WHERE document = ?", (sha256,))}
    sql = """
        SELECT key FROM pairs WHERE a IN (SELECT id FROM claims WHERE document = ?1)
        OR b IN (SELECT id FROM claims WHERE document = ?1)
    """
    pair_keys = {row["key"] for row in rows(db, sql, (sha256,))}
    db.execute("DELETE FROM claims WHERE document = ?", [sha256])
    db.execute("UPDATE documents SET recipe = NULL, release = NULL WHERE sha256 = ?", [sha256])
    _number_claims(db, keys)
    _number_pairs(db, pair_keys)


def drop_pairs(db: Database, document: str, other: str) -> None:
    """Deletes the pairs between two documents, or within one; the ids of what is left close up."""
    no_longer(db, document, other)
    between = """
        FROM pairs WHERE EXISTS (
            SELECT 1 FROM claims AS a, claims AS b WHERE a.id = pairs.a AND b.id = pairs.b
            AND ((a.document, b.document) = (?1, ?2) OR (a.document, b.document) = (?2, ?1))
        )
    """
    keys = {row["key"] for row in rows(db, f"SELECT key {between}", (document, other))}
    db.execute(f"DELETE {between}", [document, other])
    _number_pairs(db, keys)


_UNUSED = "FROM documents WHERE sha256 NOT IN (SELECT document FROM versions)"


def drop_unused_documents(db: Database) -> None:
    """Deletes the texts that are no version of any source, and what models answered on them."""
    unused = [row["sha256"] for row in rows(db, f"SELECT sha256 {_UNUSED}")]
    forget_answers(db, unused)
    forget_opinions(db, unused)
    db.execute(f"DELETE {_UNUSED}")


def drop_source(db: Database, source: Source) -> None:
    """Deletes a source, its versions and its quotes in the decision log; the decisions themselves stay."""
    db.execute("DELETE FROM decision_quotes WHERE source = ?", [source.name])
    db.execute("DELETE FROM sources WHERE id = ?", [source.id])
    forget(db)


def _pair_rows(bout: Bout, comparisons: Iterable[Comparison]) -> Iterator[dict[str, object]]:
    # Claims of two documents may be equal, so they are told apart by being the very objects that were compared.
    ours = {id(claim): key for claim, key in zip(bout.ours, bout.our_ids, strict=True)}
    places = ours | {id(claim): key for claim, key in zip(bout.theirs, bout.their_ids, strict=True)}
    for comparison in comparisons:
        a, b = comparison.a, comparison.b
        if (a.key, id(a) not in ours) > (b.key, id(b) not in ours):
            a, b = b, a
        match, ruling = comparison.match, comparison.ruling
        yield {
            "key": pair_key(a.key, b.key),
            "a": places[id(a)],
            "b": places[id(b)],
            "topic": match.topic,
            "score": match.score,
            "features": json.dumps(match.features, ensure_ascii=False),
            "verdict": ruling.verdict.value,
            "severity": ruling.severity.value,
            "rule": ruling.rule,
            "reason": ruling.reason,
        }


def _count(db: Database, change: int) -> None:
    db.execute("UPDATE counters SET value = value + ? WHERE name = 'candidate_pairs'", [change])


def _number_claims(db: Database, keys: Collection[str]) -> None:
    """Gives claims of one key their suffixes, in order of registration."""
    _number(db, "claims", "claims.source", "", keys)


def _number_pairs(db: Database, keys: Collection[str]) -> None:
    """Gives pairs of one key their suffixes: the pair that was complete first comes first."""
    sides = "JOIN claims AS a ON a.id = pairs.a JOIN claims AS b ON b.id = pairs.b"
    _number(db, "pairs", "max(a.source, b.source), min(a.source, b.source), a.source", sides, keys)


def _number(db: Database, table: str, order: str, joins: str, keys: Collection[str]) -> None:
    sql = f"""
        SELECT {table}.id AS id, {table}.key AS key,
            row_number() OVER (PARTITION BY {table}.key ORDER BY {order}) AS number
        FROM {table} {joins} WHERE {table}.key IN (SELECT value FROM json_each(?))
    """
    changes = []
    for row in list(rows(db, sql, (listed(keys),))):
        wanted = row["key"] if row["number"] == 1 else f"{row['key']}-{row['number']}"
        if row["id"] != wanted:
            changes.append((row["id"], wanted))
    # In two steps, because the wanted id may still be another row's.
    rename = f"UPDATE {table} SET id = ? WHERE id = ?"
    db.conn.executemany(rename, [(f"{wanted}~", old) for old, wanted in changes])
    db.conn.executemany(rename, [(wanted, f"{wanted}~") for _, wanted in changes])
