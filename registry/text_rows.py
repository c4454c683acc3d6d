"""Texts handed in as lines of JSON, and what is found in them handed back the same way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from registry.records import Record
from sources.errors import UsageError
from sources.published import check_published


def answers(lines: Iterable[bytes], answer: Callable[[Record], Record]) -> Iterator[str]:
    """What ``answer`` makes of each row, as JSON, in order; empty lines are passed over.

    Raises UsageError, naming the line, for one that is no row.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            row = _row(line, f"standard input, line {number}")
            yield json.dumps(answer(row), ensure_ascii=False)


def _row(line: bytes, place: str) -> Record:
    """One line as ``{"id", "text", "language", "published", "title"}``, None where it does not say."""
    shape = 'write {"id": …, "text": "…"} on one line, in UTF-8'
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise UsageError(f"{place}, column {error.colno}", f"is not JSON ({error.msg})", shape) from error
    except UnicodeDecodeError as error:
        raise UsageError(place, f"is not JSON (no UTF-8 at byte {error.start})", shape) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(
            place, "is not JSON that can be read (nested too deeply, or too long a number)", shape
        ) from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UsageError(place, "has no `text`", shape)
    for key in ("language", "published", "title"):
        if not isinstance(row.get(key), str | None):
            raise UsageError(place, f"`{key}` is not a string", shape)
    if row.get("published") is not None:
        try:
            check_published(row["published"])
        except ValueError as error:
            raise UsageError(place, str(error), "write 2025, 2025-04 or 2025-04-09") from error
    return {key: row.get(key) for key in ("id", "text", "language", "published", "title")}
