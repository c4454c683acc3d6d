"""The parts of a plain text: paragraphs, headings, items, rows; and sentences that a line or page break has torn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sources.cleaning.tears import Line, is_wide, tears
from sources.cleaning.text import Block
from sources.offsets import Edit
from sources.span import Span

HEADING_COLUMNS = 60
"""The widest line that is taken for a heading; a Han character takes two columns."""

PLACEHOLDER = 3
"""A line that stands this often in a text is a placeholder or a menu, not a heading."""

_BULLET = re.compile(r"[-*+•·‣◦●○■□▪▶►➢–—]\s+\S")
_NUMBERED = re.compile(r"(?:\d{1,3}[.)、]|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*\S")
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+\S|第\s?[\d一二三四五六七八九十]{1,3}\s?[章节]")
_ROW = re.compile(r"\||[^|]*\|[^|]*\|")
_NO_HEADING = re.compile(r"[。；|]|\d{4}-\d\d?-\d\d?|\A[(（].*[)）]\Z|\A[—–-]")
"""A sentence, a list, a byline with its date, a note in brackets, a dash before a name."""

_STOPS = "。！？!?.…；;，,：:、—–"


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
    counts = Counter(line.span.of(text) for line in lines)
    spaced = sum(line.blank_before for line in lines[1:]) * 10 > len(lines)
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        if line.span.start in torn:
            last = blocks.pop()
            kind = "paragraph" if last.kind == "heading" else last.kind
            blocks.append(Block(Span(last.span.start, line.span.end), kind))
            continue
        shown = line.span.of(text)
        heading = (
            counts[shown] < PLACEHOLDER and _looks_like_heading(shown) and _stands_alone(text, lines, index, spaced)
        )
        blocks.append(Block(line.span, "heading" if heading else _kind(shown)))
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
    return "item" if _BULLET.match(line) or _NUMBERED.match(line) else "paragraph"


def _looks_like_heading(line: str) -> bool:
    if len(line) > HEADING_COLUMNS or len(line) + sum(map(is_wide, line)) > HEADING_COLUMNS:
        return False
    if _SECTION_NUMBER.match(line):
        return True
    if _BULLET.match(line) or _NO_HEADING.search(line) or line[-1] in _STOPS:
        return False
    return sum(map(str.isalpha, line)) > 1


def _stands_alone(text: str, lines: list[Line], index: int, spaced: bool) -> bool:
    """Whether a line lies between blank lines or, where a text has none, between two paragraphs that are ended."""
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    if spaced:
        return lines[index].blank_before and (after is None or after.blank_before)
    if after is None or any(mark in lines[index].span.of(text) for mark in "，,"):
        return False
    ended = before is None or text[before.span.end - 1] in '。！？!?.…”"」）)'
    return ended and len(after.span) > 2 * len(lines[index].span) and text[after.span.end - 1] in '。！？!?.…”"」）)'
