"""Remarks to `claims check` in a plain text, ``<!-- claims: … -->``: no part of what the article says."""

from __future__ import annotations

import re

from sources.offsets import Edit
from sources.span import Span

_OPENING = re.compile(r"<!--\s{0,20}claims:")
_CLOSING = "-->"


def remarks(text: str) -> list[Edit]:
    """Edits that drop the remarks of ``text``; one that is never closed stays."""
    edits = []
    place = 0
    while (opening := _OPENING.search(text, place)) and (end := text.find(_CLOSING, opening.end())) >= 0:
        place = end + len(_CLOSING)
        edits.append(Edit(Span(opening.start(), place), ""))
    return edits
