"""The names before the speeches of a transcript, ``HOLM:`` and ``[CAPTION: …``: they say who talks, not of whom."""

from __future__ import annotations

import bisect
import re
from functools import lru_cache

from claims.topics.places import is_place
from sources.span import Span

_TAG = re.compile(
    r"^(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?\[?(?:[A-Z]+\]\s+)?(?P<tag>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3})"
    r"(?: \([a-z][^()\n]{0,30}\))?:(?=\s+\S)",
    re.MULTILINE,
)
_SPEECHES = 4
"""How many tagged lines make a text a transcript; a label in capitals stands before a value here and there."""


def in_speaker_tag(text: str, place: Span) -> bool:
    """Whether ``place`` lies in the name of a speaker that opens a line of the transcript ``text``."""
    tags = _tags(text)
    at = bisect.bisect_right(tags, place.start, key=lambda tag: tag.start) - 1
    return at >= 0 and tags[at].contains(place)


@lru_cache(maxsize=8)
def _tags(text: str) -> tuple[Span, ...]:
    found = [m for m in _TAG.finditer(text) if not is_place(m["tag"])]
    return tuple(Span(*m.span("tag")) for m in found) if len(found) >= _SPEECHES else ()
