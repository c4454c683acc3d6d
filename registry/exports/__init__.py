"""What a registry hands to other programs: tables for spreadsheets and scripts, linked data for the web."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlite_utils import Database

from registry.exports.annotations import annotation_page
from registry.exports.feed import atom, entries
from registry.exports.reviews import review_graph, reviews
from registry.exports.tables import FORMS, TABLES
from registry.limits import is_link
from registry.queries import ClaimFilter, find_claims
from registry.records import Record
from sources.errors import UsageError


def exported_table(db: Database, what: str, form: str | None) -> Iterator[str]:
    """The lines of a table of ``TABLES``, without line ends, in a form of ``FORMS``; None for the first."""
    return FORMS[form or next(iter(FORMS))](TABLES[what](db))


def exported_annotations(db: Database) -> Iterator[str]:
    """The lines of one JSON-LD page with every claim as a Web Annotation."""
    return _document(annotation_page(find_claims(db, ClaimFilter())))


def exported_reviews(db: Database, publisher: str | None, base: str | None = None) -> Iterator[str]:
    """The lines of one JSON-LD graph with every judged claim as a ClaimReview by ``publisher``.

    ``base`` is where readers find the pages of the desk. Raises UsageError without a publisher, for a review is
    somebody's, and for a base that is no address of the web.
    """
    if not publisher or not publisher.strip():
        raise UsageError("claims export reviews", "a review is somebody's", "name the newsroom with --publisher NAME")
    return _document(review_graph(reviews(db), publisher.strip(), _below(base)))


def exported_feed(db: Database, base: str | None) -> Iterator[str]:
    """The lines of an Atom feed of what waits to be judged; ``base`` is where the review desk stands.

    Raises UsageError for a base that is no address of the web.
    """
    return iter(atom(entries(db), "Claim Registry", _below(base)).splitlines())


def _below(base: str | None) -> str | None:
    """What addresses of pages begin with."""
    if base is not None and not is_link(base):
        raise UsageError("--base", f"{base} is no address of the web", "give one such as https://desk.example.org")
    return base.rstrip("/") if base else None


def _document(record: Record) -> Iterator[str]:
    return iter(json.dumps(record, ensure_ascii=False, indent=2).splitlines())
