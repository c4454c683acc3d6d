"""Where sentences and clauses end, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.topics.words import load_words
from sources.span import Span

_END = re.compile(
    r"[。！？!?…]+[”’」』\"'）)\]]*"  # a full stop of either width, and the quotation it closes
    r"|\.(?=[”\"’')\]]*(?:\s|$))[”\"’')\]]*"  # an English stop, before a space or the end
)
_CLAUSE = re.compile(r"[，；;：:—]+|,(?!\d{3}\b)|\s[-–]\s|[。！？!?…]")
_BREAKS = (_CLAUSE, re.compile(r"(?<!\d)\s+"), re.compile(r"\s+"))
"""Where a text that is no sentence is cut, best first: behind a clause, behind a word, behind a number."""

_LOOK_BACK = 12
_LONGEST = 600
"""Code points of a sentence that are read together: what is longer is a list or a table without full stops."""


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences inside ``span`` of ``text`` (one block of cleaned text), trimmed of white space, in order."""
    start = span.start
    for end in _END.finditer(text, span.start, span.end):
        if end.group()[0] == "." and _short().search(text, max(start, end.start() - _LOOK_BACK), end.start()):
            continue
        yield from _readable(text, start, end.end())
        start = end.end()
    yield from _readable(text, start, span.end)


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    """What stands before a full stop that ends no sentence: an initial, an abbreviation."""
    listed = "|".join(sorted(map(re.escape, load_words().abbreviations)))
    return re.compile(rf"(?:^|[\s(“\"])(?:[A-Z]|[A-Za-z]\.[A-Za-z]|{listed})$")


def clauses(text: str, span: Span, whole: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """The clauses of a sentence: stretches between commas, colons and dashes; no cut falls inside a ``whole`` span."""
    cuts = [
        m for m in _CLAUSE.finditer(text, span.start, span.end) if not any(w.overlaps(Span(*m.span())) for w in whole)
    ]
    starts = [span.start, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), span.end]
    return tuple(s for a, b in zip(starts, ends, strict=True) if (s := _trimmed(text, a, b)))


def _readable(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence without the white space around it, in pieces where it is too long to be one.

    No value is cut where the text leaves a choice.
    """
    while sentence := _trimmed(text, start, end):
        if len(sentence) <= _LONGEST:
            yield sentence
            return
        last = sentence.start + _LONGEST
        ends = ([m.end() for m in kind.finditer(text, sentence.start, last)] for kind in _BREAKS)
        start = next((found[-1] for found in ends if found), last)
        if piece := _trimmed(text, sentence.start, start):
            yield piece


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
