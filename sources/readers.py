"""The source formats: one reader each, found by the suffix of the file name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from sources.document import Document
from sources.errors import SourceError
from sources.hypertext import read_html
from sources.markdown import read_markdown
from sources.plain import read_plain

Reader = Callable[[bytes, str], Document]
"""Takes the bytes and the name of a source; raises SourceError for what it cannot read."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_plain,
        ".text": read_plain,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
    }
)
"""The reader for each known suffix, in lower case."""


def suffix_of(name: str) -> str:
    """The suffix of a file name or URL as it stands in READERS."""
    return PurePath(name).suffix.lower()


def read(data: bytes, name: str) -> Document:
    """The document that ``data``, the bytes of the source ``name``, hold.

    A name without a known suffix is read as plain text. Raises SourceError for what is empty, binary or undecodable.
    """
    if not data.strip():
        raise _empty(name)
    document = READERS.get(suffix_of(name), read_plain)(data, name)
    if not document.text.strip("\ufeff \t\r\n\v\f\x85\u00a0\u2028\u2029\u3000"):
        raise _empty(name)
    return document


def _empty(name: str) -> SourceError:
    return SourceError(name, "is empty", "add a file with text in it")
