"""A text in pieces, some of them marked: what a template needs to show an article with its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.span import Span

PART = 20_000
"""Characters of an article on one page."""

SLACK = 2_000
"""How many of these may be given up to end a part at the end of a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``claim`` is the id of the claim whose value it is, None between them."""

    text: str
    claim: str | None = None


def part_of(text: str, number: int) -> Span:
    """The ``number``-th part of a text, counted from 1; parts end with a line where one ends near."""
    start = 0
    for _ in range(number - 1):
        start = _end(text, start)
    return Span(start, _end(text, start))


def part_count(text: str) -> int:
    """How many parts a text has, at least one."""
    number, at = 1, _end(text, 0)
    while at < len(text):
        number, at = number + 1, _end(text, at)
    return number


def part_at(text: str, offset: int) -> int:
    """The number of the part that holds the character at ``offset``."""
    number, end = 1, _end(text, 0)
    while end <= offset and end < len(text):
        number, end = number + 1, _end(text, end)
    return number


def pieces(text: str, within: Span, marks: Sequence[tuple[Span, str]]) -> Iterator[Piece]:
    """The stretch ``within`` of a text, cut at its marks, which are in order; of two that overlap the first counts.

    A mark that reaches over a border is cut there.
    """
    at = within.start
    for span, claim in marks:
        start, end = max(span.start, at), min(span.end, within.end)
        if span.start < at or start >= end:
            continue
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], claim)
        at = end
    if at < within.end:
        yield Piece(text[at : within.end])


def _end(text: str, start: int) -> int:
    end = start + PART
    if end >= len(text):
        return len(text)
    line = text.rfind("\n", end - SLACK, end)
    return end if line < 0 else line + 1
