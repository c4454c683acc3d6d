"""What a registry hands to other programs: tables for spreadsheets and scripts, linked data for the web."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlite_utils import Database

from registry.exports.annotations import annotation_page
from registry.exports.feed import atom, entries
from registry.exports.reviews import review_graph, reviews
from registry.exports.tables import TABLES, comma_separated, json_lines
from registry.queries import ClaimFilter, find_claims
from registry.records import Record
from sources.errors import UsageError


def exported_table(db: Database, what: str, form: str | None) -> Iterator[str]:
    """The lines of a table of ``TABLES``, without line ends, in ``form``: ``csv``, the default, or ``jsonl``."""
    return (json_lines if form == "jsonl" else comma_separated)(TABLES[what](db))


def exported_annotations(db: Database) -> Iterator[str]:
    """The lines of one JSON-LD page with every claim as a Web Annotation."""
    return _document(annotation_page(find_claims(db, ClaimFilter())))


def exported_reviews(db: Database, publisher: str | None) -> Iterator[str]:
    """The lines of one JSON-LD graph with every judged claim as a ClaimReview by ``publisher``.

    Raises UsageError without a publisher: a review is somebody's.
    """
    if not publisher or not publisher.strip():
        raise UsageError("claims export reviews", "a review is somebody's", "name the newsroom with --publisher NAME")
    return _document(review_graph(reviews(db), publisher.strip()))


def exported_feed(db: Database, base: str | None) -> Iterator[str]:
    """The lines of an Atom feed of what waits to be judged; ``base`` is where the review desk stands.

    Raises UsageError for a base that is no address of the web.
    """
    if base is not None and not base.startswith(("https://", "http://")):
        raise UsageError("--base", f"{base} is no address of the web", "give one such as https://desk.example.org")
    return iter(atom(entries(db), "Claim Registry", base.rstrip("/") if base else None).splitlines())


def _document(record: Record) -> Iterator[str]:
    return iter(json.dumps(record, ensure_ascii=False, indent=2).splitlines())
