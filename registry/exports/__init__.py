"""What a registry hands to other programs: tables for spreadsheets and scripts, linked data for the web."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from sqlite_utils import Database

from registry.exports.annotations import annotation_page
from registry.exports.tables import TABLES, comma_separated, json_lines
from registry.queries import ClaimFilter, find_claims
from registry.records import Record
from sources.errors import UsageError

LINKED: Mapping[str, Callable[[Database], Record]] = MappingProxyType(
    {"annotations": lambda db: annotation_page(find_claims(db, ClaimFilter()))}
)
"""What is exported as one JSON-LD document."""


def exported(db: Database, what: str, form: str | None) -> Iterator[str]:
    """The lines of an export, without line ends: a table in ``form`` (``csv``, the default, or ``jsonl``), or linked
    data, which has one form.

    Raises UsageError when linked data is asked for in the form of a table.
    """
    if what in TABLES:
        return (json_lines if form == "jsonl" else comma_separated)(TABLES[what](db))
    if form:
        raise UsageError("--format", f"{form} is a form of tables; {what} are JSON-LD", "leave it out")
    return iter(json.dumps(LINKED[what](db), ensure_ascii=False, indent=2).splitlines())
