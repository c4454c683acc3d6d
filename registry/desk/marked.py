"""A text in pieces, some of them marked: what a template needs to show an article with its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sources.span import Span

PART = 20_000
"""Characters of an article on one page."""

SLACK = 2_000
"""How many of these may be given up to end a part at the end of a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``claim`` is the id of the claim in whose value it stands, None between them.

    ``first`` is said of the first piece of a claim. ``also`` are claims that begin here and have no piece of their own.
    """

    text: str
    claim: str | None = None
    first: bool = False
    also: tuple[str, ...] = ()


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
    """The stretch ``within`` of a text, cut at its marks; where two overlap, the shorter one has the characters.

    Of two that cover the same stretch, the first given has it. A mark that reaches over a border is cut there.
    """
    inside = [
        (max(span.start, within.start), min(span.end, within.end), claim)
        for span, claim in marks
        if span.start < within.end and span.end > within.start and span.start < span.end
    ]
    owners: list[str | None] = [None] * (within.end - within.start)
    for start, end, claim in sorted(inside, key=lambda mark: mark[1] - mark[0])[::-1]:
        owners[start - within.start : end - within.start] = [claim] * (end - start)
    shown = set(owners)
    covered = [(start, claim) for start, _, claim in inside if claim not in shown]
    seen: set[str | None] = {None}
    at = within.start
    for owner, run in groupby(owners):
        end = at + len(list(run))
        also = tuple(claim for start, claim in covered if at <= start < end)
        yield Piece(text[at:end], owner, owner not in seen, also)
        seen.add(owner)
        at = end


def _end(text: str, start: int) -> int:
    end = start + PART
    if end >= len(text):
        return len(text)
    line = text.rfind("\n", end - SLACK, end)
    return end if line < 0 else line + 1
