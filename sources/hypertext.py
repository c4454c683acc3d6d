"""The reader of HTML: its tags stay in the text, so that places in it are places in the file."""

from __future__ import annotations

import codecs
import re
from hashlib import sha256

from sources.decode import decode
from sources.document import Document

_DECLARED = re.compile(rb"<meta\s[^<>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 1024
"""Within so many bytes a page has to say what it is encoded in (https://html.spec.whatwg.org/#charset)."""


def read_html(data: bytes, name: str) -> Document:
    """``data`` as HTML; SourceError, naming ``name``, if it is no text."""
    text, encoding = decode(data, name, declared=_declared(data))
    return Document(sha256(data).hexdigest(), encoding, text, "html")


def _declared(data: bytes) -> str | None:
    """The encoding that the page says it is in, as Python names it; None where it says none, or one not known."""
    found = _DECLARED.search(data[:_HEAD])
    try:
        return codecs.lookup(found[1].decode("ascii")).name.replace("-", "_") if found else None
    except LookupError:
        return None
