"""The reader of plain text."""

from __future__ import annotations

from hashlib import sha256

from sources.decode import decode
from sources.document import Document


def read_plain(data: bytes, name: str) -> Document:
    """``data`` as a plain text; SourceError, naming ``name``, if it is none."""
    text, encoding = decode(data, name)
    return Document(sha256(data).hexdigest(), encoding, text, "text")
