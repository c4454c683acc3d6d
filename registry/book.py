"""A whole registry put together for a page to read or print, and the folder such pages are written to."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from registry.load import rows, sources, totals
from registry.queries import PairFilter, find_pairs
from registry.reports.book.book import Book, Finding, by_topic
from registry.reports.book.page import LANGUAGES, page
from registry.telling import passage_of, standing
from sources.errors import UsageError


def book_of(db: Database, title: str, limit: int | None = None) -> Book:
    """The findings of a registry whatever their status, the worst ``limit`` of them, and its sources."""
    found = find_pairs(db, PairFilter(statuses=()))
    shown = found[:limit]
    findings = (Finding(pair, passage_of(db, pair.a), passage_of(db, pair.b)) for pair in shown)
    counts = {row["document"]: row["number"] for row in rows(db, _CLAIMS)}
    return Book(
        title=title,
        topics=by_topic(findings),
        sources=tuple((source, counts.get(source.document, 0)) for source in sources(db)),
        totals=totals(db),
        standing=standing(db),
        left_out=len(found) - len(shown),
    )


_CLAIMS = "SELECT document, count(*) AS number FROM claims GROUP BY document"


def write_book(book: Book, folder: Path) -> tuple[Path, ...]:
    """Writes the page in every language to ``folder``, which is made when it is not there; the files written.

    Raises UsageError where that cannot be.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = {folder / name: page(book, language) for language, name in LANGUAGES.items()}
        for path, text in files.items():
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        problem = f"cannot be written ({error.strerror})"
        raise UsageError(str(error.filename or folder), problem, "name another folder") from error
    return tuple(files)
