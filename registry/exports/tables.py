"""The registry as flat tables: one record a row, for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from sqlite_utils import Database

from registry.entries import undone
from registry.load import rows
from registry.queries import ClaimFilter, PairFilter, find_claims, find_pairs
from registry.records import Record, entry_record, pair_record, stored_claim_record
from registry.rows import entry_of


def claims(db: Database) -> Iterator[Record]:
    """Every claim under the field names that scripts rely on, source by source."""
    return map(stored_claim_record, find_claims(db, ClaimFilter()))


def topics(db: Database) -> Iterator[Record]:
    """Every topic with how many pairs it holds, how many disagree, and how many of those nobody has judged."""
    return map(dict, rows(db, "SELECT * FROM topics ORDER BY open_findings DESC, findings DESC, topic"))


def conflicts(db: Database) -> Iterator[Record]:
    """Every pair that disagrees, whatever its status, worst first."""
    return map(pair_record, find_pairs(db, PairFilter(statuses=())))


def decisions(db: Database) -> Iterator[Record]:
    """Every entry of the log of decisions, the earliest first, with whether it was taken back."""
    entries = [entry_of(row) for row in rows(db, "SELECT * FROM decisions ORDER BY decided_at, id")]
    gone = undone(entries)
    return (entry_record(entry, entry.id in gone) for entry in entries)


TABLES: Mapping[str, Callable[[Database], Iterator[Record]]] = MappingProxyType(
    {"claims": claims, "topics": topics, "conflicts": conflicts, "decisions": decisions}
)


def json_lines(records: Iterable[Record]) -> Iterator[str]:
    """One JSON object a line."""
    return (json.dumps(record, ensure_ascii=False) for record in records)


def comma_separated(records: Iterable[Record]) -> Iterator[str]:
    """A header and one line a record, as RFC 4180 has them; what is nested becomes columns such as ``a_quote``.

    Cells hold exactly what the record holds: null and an empty list as nothing, true and false in those words, a list
    as JSON. A line may hold line breaks, where a quote does.
    """
    return _table(records, lambda cell: cell)


def for_spreadsheets(records: Iterable[Record]) -> Iterator[str]:
    """The same for programs that guess: a mark in front that says UTF-8, and no text that would be taken for a formula.

    Such a text gets an apostrophe before it, which spreadsheets know as the sign of text. An article that begins a
    quote with ``=HYPERLINK(`` is read, not obeyed.
    """
    for number, line in enumerate(_table(records, _as_text)):
        yield line if number else f"{BYTE_ORDER_MARK}{line}"


BYTE_ORDER_MARK = "\ufeff"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")


def _as_text(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _table(records: Iterable[Record], shown: Callable[[object], object]) -> Iterator[str]:
    flat = [dict(_flattened(record)) for record in records]
    columns = list(dict.fromkeys(column for record in flat for column in record))
    if columns:
        yield _line(columns)
    for record in flat:
        yield _line([shown(record.get(column, "")) for column in columns])


FORMS: Mapping[str, Callable[[Iterable[Record]], Iterator[str]]] = MappingProxyType(
    {"csv": comma_separated, "excel": for_spreadsheets, "jsonl": json_lines}
)
"""The forms that a table is written in, the usual one first."""


def _flattened(record: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in record.items():
        if isinstance(value, Mapping):
            yield from _flattened(value, f"{prefix}{name}_")
        elif isinstance(value, bool):
            yield f"{prefix}{name}", "true" if value else "false"
        elif isinstance(value, list):
            yield f"{prefix}{name}", json.dumps(value, ensure_ascii=False) if value else ""
        else:
            yield f"{prefix}{name}", "" if value is None else value


def _line(cells: Sequence[object]) -> str:
    out = io.StringIO()
    # A cell with a line break is quoted only where the writer knows that its characters end lines.
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n")
