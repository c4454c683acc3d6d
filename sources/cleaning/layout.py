"""The parts of a plain text: paragraphs, headings, items, rows; and sentences that a line or page break has torn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.cleaning.headings import heading_kinds
from sources.cleaning.tears import Line, tears
from sources.cleaning.text import Block
from sources.offsets import Edit
from sources.span import Span

_BULLET = re.compile(r"[-*+•·‣◦●○■□▪▶►➢–—→]\s+\S")
_NUMBERED = re.compile(r"(?:\d{1,3}[.)、](?!\d)|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*\S")
_LEADERS = re.compile(r"\.{5,}")
_MANY = 3
"""So many rows of leader dots in one line are what a program printed, or a table of contents."""

_ROW = re.compile(r"\||[^|]*\|[^|]*\|")


@dataclass(frozen=True, slots=True)
class Layout:
    """``edits`` that join what belongs together, and the ``blocks`` of the text before these edits."""

    edits: tuple[Edit, ...]
    blocks: tuple[Block, ...]


def plain_layout(text: str) -> Layout:
    """The layout of a plain text, in which every line is a block of its own unless a sentence runs on past its end."""
    lines = list(_lines(text))
    edits = tears(text, lines)
    torn = {edit.span.end for edit in edits}
    kinds = heading_kinds(text, lines)
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        if line.span.start in torn:
            last = blocks.pop()
            kind = "paragraph" if last.kind == "heading" else last.kind
            blocks.append(Block(Span(last.span.start, line.span.end), kind))
        else:
            blocks.append(Block(line.span, kinds.get(index) or _kind(line.span.of(text))))
    return Layout(tuple(edits), tuple(blocks))


def _lines(text: str) -> Iterator[Line]:
    """The lines that hold more than white space, without the white space at their ends."""
    blank = True
    start = 0
    for line in text.split("\n"):
        shown = line.strip()
        if shown:
            indent = len(line) - len(line.lstrip())
            yield Line(Span(start + indent, start + indent + len(shown)), blank)
        blank = not shown
        start += len(line) + 1


def _kind(line: str) -> str:
    if _ROW.match(line):
        return "row"
    if len(_LEADERS.findall(line)) >= _MANY:
        return "code"
    return "item" if _BULLET.match(line) or _NUMBERED.match(line) else "paragraph"
