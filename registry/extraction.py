"""Claims without a registry: from files, or from rows of text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from claims.extract import extract
from registry.config import Settings
from registry.method import Method
from registry.model import Source, StoredClaim, Totals
from registry.records import Record, claim_record
from registry.reports.report import ClaimList
from registry.selection import select
from sources import files
from sources.document import Document
from sources.errors import SourceError


def extract_files(
    settings: Settings, paths: Sequence[Path], published: str | None, method: Method
) -> tuple[ClaimList, tuple[SourceError, ...]]:
    """The claims of files and folders, and the errors of those that cannot be read."""
    found: list[StoredClaim] = []
    failures: list[SourceError] = []
    submissions = select(settings, paths, None, published)
    for number, item in enumerate(submissions, 1):
        try:
            if isinstance(item, SourceError):
                raise item
            document = files.load(item.ref)
        except SourceError as error:
            failures.append(error)
            continue
        source = Source(number, item.ref.name, document.sha256, published=item.ref.published)
        claims = extract(document, published=source.published, aliases=method.names, facts=method.facts)
        found += (StoredClaim(claim.key, source, claim) for claim in claims)
    sources = len(submissions) - len(failures)
    return ClaimList(tuple(found), Totals(sources, sources, len(found), 0, 0)), tuple(failures)


def extract_row(row: Record, method: Method) -> Record:
    """The row that answers ``{"id", "text", "language"?, "published"?, "title"?}``: ``{"id", "claims"}``."""
    text = str(row["text"])
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    claims = extract(
        Document(sha256, "utf-8", text),
        language=row.get("language"),
        published=row.get("published"),
        title=row.get("title"),
        aliases=method.names,
        facts=method.facts,
    )
    return {"id": row["id"], "claims": [claim_record(claim, claim.key, None, sha256) for claim in claims]}
