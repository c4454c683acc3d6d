"""The reader of Markdown: its marks stay in the text, and are dropped when it is cleaned."""

from __future__ import annotations

from dataclasses import replace

from sources.document import Document
from sources.plain import read_plain


def read_markdown(data: bytes, name: str) -> Document:
    """``data`` as Markdown; SourceError, naming ``name``, if it is no text."""
    return replace(read_plain(data, name), format="markdown")
