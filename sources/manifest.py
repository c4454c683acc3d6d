"""Manifests: lists of sources with what is known of them, as JSON, JSON lines or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sources.errors import ManifestError, SourceError
from sources.files import read_bytes
from sources.language_tag import check_language
from sources.published import check_published
from sources.reference import SourceRef, source_name

__all__ = ["SourceRef", "read_manifest"]

KEYS = ("file", "url", "title", "publisher", "published", "language")
"""The keys that mean something; others are kept as they are."""

Row = tuple[str, object]
"""Where a row stands (file and line, or row), and what it holds."""


def read_manifest(path: Path, *, project: Path | None = None) -> tuple[SourceRef, ...]:
    """The sources that the manifest at ``path`` lists, in its order, each once.

    Files are relative to the manifest; names to ``project``, by default the current folder. Raises ManifestError,
    naming the first row that is wrong. Whether the files are there is seen when they are read.
    """
    try:
        text = read_bytes(path, str(path)).decode("utf-8-sig")
    except SourceError as error:
        raise ManifestError(error.place, error.problem, "name a manifest") from None
    except UnicodeDecodeError as error:
        raise ManifestError(str(path), f"is not UTF-8 (byte {error.start})", "save it as UTF-8") from None
    parse = PARSERS.get(path.suffix.lower())
    if parse is None:
        raise ManifestError(str(path), "is no manifest", "name a file that ends in " + ", ".join(PARSERS))
    found: dict[str, SourceRef] = {}
    for place, row in parse(text, str(path)):
        ref = _reference(row, place, path.parent, project or Path())
        if found.setdefault(ref.name, ref) != ref:
            raise ManifestError(place, f"says of {ref.name} something else than a row before", "keep one of the two")
    return tuple(found.values())


def _json_rows(text: str, path: str) -> Iterator[Row]:
    rows = _json(text, path)
    if not isinstance(rows, list):
        raise ManifestError(path, "holds no list", "write a list of objects: [{…}, {…}]")
    for number, row in enumerate(rows, 1):
        yield f"{path}, row {number}", row


def _json_lines(text: str, path: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = f"{path}, line {number}"
            yield place, _json(line, place)


def _json(text: str, place: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "line" not in place else f"column {error.colno}"
        raise ManifestError(f"{place}, {where}", f"is not JSON ({error.msg})", "correct it there") from None
    except (RecursionError, ValueError):
        raise ManifestError(place, "is nested too deeply or holds too long a number", "write flat objects") from None


def _csv_rows(text: str, path: str) -> Iterator[Row]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if not {"file", "url"}.intersection(reader.fieldnames or ()):
            raise ManifestError(path, "names no column 'file' or 'url' in its first line", "name the columns there")
        for row in reader:
            place = f"{path}, line {reader.line_num}"
            if None in row:
                raise ManifestError(place, "has more cells than there are columns", "quote cells that hold a comma")
            yield place, row
    except csv.Error as error:
        raise ManifestError(
            f"{path}, near line {reader.line_num}", f"is not CSV ({error})", "correct it there"
        ) from None


PARSERS: Mapping[str, Callable[[str, str], Iterator[Row]]] = MappingProxyType(
    {".json": _json_rows, ".jsonl": _json_lines, ".csv": _csv_rows}
)
"""How the rows of each kind of manifest are found."""

CHECKED: Mapping[str, tuple[Callable[[str], str], str]] = MappingProxyType(
    {
        "published": (check_published, "correct the date or write null"),
        "language": (check_language, "write its BCP 47 tag or null"),
    }
)
"""The keys that hold no free words: what raises ValueError for one that is wrong, and what to do then."""


def _reference(row: object, place: str, folder: Path, project: Path) -> SourceRef:
    if not isinstance(row, dict):
        raise ManifestError(place, "is no object", 'write {"file": …}')
    known = {key: _word(row, key, place) for key in KEYS}
    file, url = known.pop("file"), known["url"]
    if file is None and url is None:
        raise ManifestError(place, "names neither a 'file' nor a 'url'", "add one of them")
    for key, (check, remedy) in CHECKED.items():
        word = known[key]
        try:
            if word is not None:
                check(word)
        except ValueError as error:
            raise ManifestError(place, f"'{key}': {error}", remedy) from None
    extra: Mapping[str, Any] = {key: value for key, value in row.items() if key not in KEYS and value is not None}
    path = folder / file if file is not None else None
    name = source_name(path, project) if path is not None else str(url)
    return SourceRef(name, path, **known, extra=MappingProxyType(extra))


def _word(row: dict[str, Any], key: str, place: str) -> str | None:
    """The text under ``key``; None where it is absent, null or blank."""
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ManifestError(place, f"'{key}' is {json.dumps(value)[:40]}, not text", "put it in quotation marks")
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise ManifestError(place, f"'{key}' holds a character that is none", "write it anew")
    return value.strip() or None
