"""The fact sheet: the ``[[watch]]`` entries of ``claims.toml``, each with its place in that file.

::

    [[watch]]
    subject = "Halden Rover"
    aliases = ["哈尔登号"]
    attribute = ["range", "航程"]
    scope = "Europe"
    as_of = "2024-05"
    value = "over 420 km"
    from = "type certificate of May 2024, page 3"

``scope``, ``as_of`` and ``aliases`` may be left out. ``value`` is read like any value of an article.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Any

from claims.watch.entry import FORMAT, Entry
from claims.watch.value import NoValueError, value_of
from registry.config import CONFIG_NAME
from registry.toml_file import read_toml
from sources.document import Document
from sources.errors import ConfigError
from sources.published import check_published
from sources.span import Span

KEYS: Mapping[str, str] = {
    "subject": "what the value is said of",
    "aliases": "other names of the subject",
    "attribute": "the words for the property, the one for reports first",
    "scope": "where the value holds",
    "as_of": "the date from which it is right, or a range `first/last`",
    "value": "the right value, as an article would write it",
    "from": "where the value comes from",
}
"""What an entry may say."""

NEEDED = ("subject", "attribute", "value", "from")

_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*watch[ \t]*\]\]", re.MULTILINE)
_STRING = r"[ \t]*=[ \t]*(\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The file as a document, and its entries."""

    document: Document
    entries: tuple[Entry, ...]
    name: str = CONFIG_NAME


def read_fact_sheet(file: Path | None) -> FactSheet | None:
    """The fact sheet that ``file``, a ``claims.toml``, holds; None where it holds none.

    Raises ConfigError, which names the file and the entry, for one that cannot mean anything.
    """
    if file is None or "watch" not in read_toml(file):
        return None
    data = file.read_bytes()
    document = Document(hashlib.sha256(data).hexdigest(), "utf-8", data.decode("utf-8"), FORMAT)
    return FactSheet(document, parse_entries(document.text, str(file)))


def parse_entries(text: str, file: str) -> tuple[Entry, ...]:
    """The entries in the text of a ``claims.toml``; ``file`` names it in errors. Raises ConfigError."""
    tables = tomllib.loads(text).get("watch", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(file, "`watch` is no list of tables", "begin each watched fact with a line [[watch]]")
    sections = list(_sections(text))
    if len(sections) != len(tables):
        raise ConfigError(
            file,
            f"{len(tables)} watched facts, but {len(sections)} lines [[watch]]",
            "begin each with a line [[watch]] of its own",
        )
    return tuple(
        _Reader(file, number, text, section, table).entry()
        for number, (section, table) in enumerate(zip(sections, tables, strict=True), 1)
    )


def _sections(text: str) -> Iterator[Span]:
    """Where each entry stands: from its heading to the next."""
    starts = [found.start() for found in _HEAD.finditer(text)]
    yield from (Span(start, end) for start, end in pairwise([*starts, len(text)]))


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a key stands with its text, and that text alone, between its quotation marks."""

    line: Span
    words: Span


@dataclass(frozen=True, slots=True)
class _Reader:
    """One table of the file on its way to an entry."""

    file: str
    number: int
    text: str
    section: Span
    table: Mapping[str, Any]

    def entry(self) -> Entry:
        self._check_keys()
        value, subject = self._place("value"), self._place("subject")
        entry = Entry(
            subject=" ".join(self._words("subject").split()),
            aliases=self._list("aliases"),
            attribute=self._list("attribute"),
            scope=self._words("scope") if "scope" in self.table else None,
            as_of=self._as_of(),
            value=self._words("value"),
            origin=self._words("from"),
            span=Span(min(value.line.start, subject.line.start), max(value.line.end, subject.line.end)),
            value_span=value.words,
        )
        try:
            value_of(entry)
        except NoValueError as error:
            raise self._error(str(error), "write one, as an article would: “over 420 km”") from error
        return entry

    def _check_keys(self) -> None:
        for key in self.table:
            if key not in KEYS:
                near = get_close_matches(key, KEYS, n=1)
                remedy = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(KEYS)}"
                raise self._error(f"`{key}` is no key of it", remedy)
        for key in NEEDED:
            if key not in self.table:
                raise self._error(f"`{key}` is missing", f"add {key} = … ({KEYS[key]})")

    def _words(self, key: str) -> str:
        words = self.table[key]
        if not isinstance(words, str) or not words.strip():
            raise self._error(f"`{key}` is no text", f'write {key} = "…" ({KEYS[key]})')
        return words

    def _list(self, key: str) -> tuple[str, ...]:
        words = self.table.get(key, [])
        listed = [words] if isinstance(words, str) else words
        texts = isinstance(listed, list) and all(isinstance(word, str) and word.strip() for word in listed)
        if not texts or (key in NEEDED and not listed):
            raise self._error(f"`{key}` is no list of words", f'write {key} = ["…"] ({KEYS[key]})')
        return tuple(" ".join(word.split()) for word in listed)

    def _as_of(self) -> str | None:
        written = self.table.get("as_of")
        if written is None:
            return None
        if isinstance(written, datetime.date):
            return written.isoformat()[:10]
        first, slash, last = str(written).partition("/")
        try:
            if slash and check_published(first) > check_published(last):
                raise self._error(f"`as_of` {written} ends before it begins", "put the earlier date first")
            return f"{check_published(first)}{slash}{check_published(last) if slash else ''}"
        except ValueError as error:
            raise self._error(f"`as_of` is no date ({error})", 'write as_of = "2025-04", or "2025/2026"') from error

    def _place(self, key: str) -> _Line:
        self._words(key)
        at = self.section.start
        for found in re.finditer(rf"^[ \t]*({key}{_STRING})", self.section.of(self.text), re.MULTILINE):
            if tomllib.loads(f"x = {found[2]}")["x"] == self.table[key]:
                line, words = Span(at + found.start(1), at + found.end(1)), Span(found.start(2) + 1, found.end(2) - 1)
                return _Line(line, Span(at + words.start, at + words.end))
        raise self._error(f"`{key}` does not stand on a line of its own", f'write {key} = "…" below [[watch]]')

    def _error(self, problem: str, remedy: str) -> ConfigError:
        line = self.text.count("\n", 0, self.section.start) + 1
        subject = self.table.get("subject")
        name = f" ({subject})" if isinstance(subject, str) and subject.strip() else ""
        return ConfigError(f"{self.file}:{line}", f"watched fact {self.number}{name}: {problem}", remedy)
