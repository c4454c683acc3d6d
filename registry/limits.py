"""How long what an editor writes may be, and what a link is."""

from __future__ import annotations

from urllib.parse import urlsplit

NOTE_LIMIT = 10_000
"""Characters of a note; what is longer belongs into a document that the note names."""

NAME_LIMIT = 200
RIGHT_LIMIT = 500
EVIDENCE_LIMIT = 2_000


def is_link(text: str) -> bool:
    """Whether ``text`` is an address on the web that may be shown as a link: http or https, with a host."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and text.isprintable() and " " not in text
