"""Whether everything stored still fits together: each span against its text, each byte against its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlite_utils import Database

from registry import load
from registry.load import rows, scalar
from registry.rows import Row, claim_of
from sources.document import Document


def misfits(db: Database) -> Iterator[str]:
    """One sentence for everything that does not fit; nothing when all is well."""
    yield from (f"the database: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row[0] != "ok")
    for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"table {table}, row {rowid}: refers to something in {parent} that is not there"
    for (sha256,) in db.execute("SELECT sha256 FROM documents ORDER BY sha256").fetchall():
        document = load.document(db, sha256)
        yield from _document_misfits(document)
        past = [] if load.owner(db, sha256) else load.past_claim_rows(db, sha256)
        for row in (*rows(db, "SELECT * FROM claims WHERE document = ? ORDER BY start, id", (sha256,)), *past):
            yield from (
                f"claim {row['id']} of document {sha256[:12]}: {fault}" for fault in _claim_faults(row, document)
            )
    yield from _pair_misfits(db)


def checked(db: Database) -> int:
    """How many claims there are to re-read."""
    number: int = scalar(db, "SELECT count(*) FROM claims")
    return number


def _document_misfits(document: Document) -> Iterator[str]:
    try:
        found = hashlib.sha256(document.text.encode(document.encoding)).hexdigest()
    except (UnicodeError, LookupError) as error:
        yield f"document {document.sha256[:12]}: the text cannot be written as {document.encoding} ({error})"
        return
    if found != document.sha256:
        yield f"document {document.sha256[:12]}: the text is not what was read, its hash is {found[:12]}"


def _claim_faults(row: Row, document: Document) -> Iterator[str]:
    claim, text = claim_of(row), document.text
    for name, span, quote in (("quote", claim.span, claim.quote), ("value", claim.value_span, claim.value_quote)):
        if span.of(text) != quote:
            yield f"the {name} at {span.start}–{span.end} reads {span.of(text)!r}, not {quote!r}"
    if not claim.span.contains(claim.value_span):
        yield "the value stands outside the quote"
    if not claim.value_at.of(claim.sentence):
        yield "the value has no place in its sentence"
    if not text[: claim.span.start].endswith(claim.prefix) or not text[claim.span.end :].startswith(claim.suffix):
        yield "the text around the quote is not what stands beside it"
    for name, span in (("byte", claim.span), ("value_byte", claim.value_span)):
        stored = (row[f"{name}_start"], row[f"{name}_end"])
        place = document.byte_span(span)
        if stored != (place.start, place.end):
            yield f"{name}s {stored[0]}–{stored[1]} are {place.start}–{place.end}"


def _pair_misfits(db: Database) -> Iterator[str]:
    sql = """
        SELECT p.id FROM pairs AS p JOIN claims AS a ON a.id = p.a JOIN claims AS b ON b.id = p.b
        WHERE a.key > b.key ORDER BY p.id
    """
    yield from (f"pair {row['id']}: its sides stand in the wrong order" for row in rows(db, sql))
