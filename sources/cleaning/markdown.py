"""The parts of a Markdown text: headings, paragraphs, items, rows of tables, code.

After CommonMark 0.31 (https://spec.commonmark.org/0.31.2/) with the tables and task lists of GitHub; nested lists and
quotes are read as if they were not nested, because only their text matters here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from sources.cleaning.inline import inline_marks
from sources.cleaning.layout import Layout
from sources.cleaning.tears import is_wide
from sources.cleaning.text import Block
from sources.offsets import Edit
from sources.span import Span

_QUOTE = re.compile(r"(?: {0,3}>[ ]?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|\Z)")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}(?=[^`]*\Z)|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?:[ \t]+|\Z)")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*\Z")
_BREAK = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_RULER = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_DEFINITION = re.compile(r"[ ]{0,3}\[(?!\^)[^\[\]]{1,999}\]:[ \t]*\S")
_NOTE = re.compile(r"[ ]{0,3}\[\^[^\]\s]{1,80}\]:[ \t]*")
_INDENTED = re.compile(r"(?: {4}|[ ]{0,3}\t)")
_FRONT_MATTER = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n")


@dataclass(slots=True)
class _Part:
    """A block to be: its kind and the stretches of its lines that are text."""

    kind: str
    lines: list[Span] = field(default_factory=list)
    table: bool = False


def comments(text: str) -> list[Edit]:
    """Edits that drop the HTML comments of ``text``, and what stands between the rules of front matter."""
    edits = []
    place = 0
    if opening := _FRONT_MATTER.match(text):
        closing = re.compile(rf"^{re.escape(opening[1])}[ \t]*$", re.MULTILINE).search(text, opening.end())
        if closing:
            edits.append(Edit(Span(0, closing.end()), ""))
            place = closing.end()
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        place = end + len("-->")
        edits.append(Edit(Span(start, place), ""))
    return edits


def markdown_layout(text: str) -> Layout:
    """The layout of a Markdown text; its edits drop the marks and leave one line for each block."""
    edits: list[Edit] = []
    blocks: list[Block] = []
    end = 0
    for part in filter(_has_text, _Parser(text).parts):
        span = Span(part.lines[0].start, part.lines[-1].end)
        edits += _replaced(text, Span(end, span.start), "\n" if end else "")
        edits += _within(text, part, span)
        blocks.append(Block(span, part.kind))
        end = span.end
    edits += _replaced(text, Span(end, len(text)), "")
    return Layout(tuple(edits), tuple(blocks))


def _within(text: str, part: _Part, span: Span) -> list[Edit]:
    """The edits within a block: its lines joined and, but in code, its marks dropped."""
    marks = [] if part.kind == "code" else inline_marks(text, span)
    joints: list[Edit] = []
    passed = 0
    for before, after in pairwise(part.lines):
        gap = Span(before.end, after.start)
        while passed < len(marks) and marks[passed].span.end <= gap.start:
            passed += 1
        # A tag or a link may reach over the end of a line, and is dropped with it.
        if passed == len(marks) or not marks[passed].span.overlaps(gap):
            wide = is_wide(text[gap.start - 1]) or is_wide(text[gap.end])
            joints += _replaced(text, gap, "\n" if part.kind == "code" else "" if wide else " ")
    return sorted([*marks, *joints], key=lambda edit: edit.span)


def _replaced(text: str, span: Span, new: str) -> list[Edit]:
    return [Edit(span, new)] if span and span.of(text) != new else []


class _Parser:
    """Reads a text line by line into ``parts``; some may be without text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[_Part] = []
        self._open: _Part | None = None
        self._fence = ""
        self._blank = True
        starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        lines = [Span(start, following - 1) for start, following in pairwise(starts)]
        for line, following in zip(lines, [*lines[1:], Span(len(text), len(text))], strict=True):
            self._read(line, following.of(text))

    def _read(self, line: Span, following: str) -> None:
        fence = _FENCE.match(line.of(self.text))
        if self._fence:
            if fence and fence[1].startswith(self._fence) and not line.of(self.text)[fence.end() :].strip():
                self._fence, self._open = "", None
            else:
                self._continue("code", line)
            return
        if fence:
            self._fence, self._open = fence[1], None
            return
        if quote := _QUOTE.match(line.of(self.text)):
            line = Span(line.start + quote.end(), line.end)
        shown = line.of(self.text)
        if not shown.strip():
            self._open = None
        elif not self._read_leaf(line, shown, following):
            self._read_text(line, shown)
        self._blank = not shown.strip()

    def _read_leaf(self, line: Span, shown: str, following: str) -> bool:
        """Reads a line that is a block of its own, or a mark that is none; whether it was one."""
        if self._open and self._open.kind == "paragraph" and _UNDERLINE.match(shown):
            self._open.kind = "heading"
        elif heading := _HEADING.match(shown):
            self._add("heading", _heading(line, shown, heading.end()))
        elif self._starts_table(shown, following) or (self._open and self._open.table and "|" in shown):
            if not _RULER.match(shown):
                self._add("row", _without_bars(self.text, line))
            self._open = _Part("row", table=True)
            return True
        elif not (_BREAK.match(shown) or _DEFINITION.match(shown)):
            return False
        self._open = None
        return True

    def _starts_table(self, shown: str, following: str) -> bool:
        return "|" in shown and "|" in following and _RULER.match(following) is not None

    def _read_text(self, line: Span, shown: str) -> None:
        """Reads a line of a paragraph, an item or indented code."""
        in_code = self._open.kind == "code" if self._open else self._blank and not self._follows_item()
        if item := _ITEM.match(shown):
            self._add("item", Span(line.start + item.end(), line.end))
        elif in_code and _INDENTED.match(shown):
            self._continue("code", line)
        elif note := _NOTE.match(shown):
            self._add("paragraph", Span(line.start + note.end(), line.end))
        else:
            kind = self._open.kind if self._open and self._open.kind == "item" else "paragraph"
            self._continue(kind, line)

    def _follows_item(self) -> bool:
        return bool(self.parts) and self.parts[-1].kind == "item"

    def _continue(self, kind: str, line: Span) -> None:
        """Adds a line to the open block of this kind, or opens one."""
        if self._open is None or self._open.kind != kind:
            self._add(kind, line)
        elif stripped := _stripped(self.text, line):
            self._open.lines.append(stripped)

    def _add(self, kind: str, line: Span) -> None:
        """Opens a block with its first line, of which there may be nothing left."""
        stripped = _stripped(self.text, line)
        self._open = _Part(kind, [stripped] if stripped else [])
        self.parts.append(self._open)


def _has_text(part: _Part) -> bool:
    return bool(part.lines)


def _stripped(text: str, line: Span) -> Span:
    """``line`` without the white space at its ends and the backslash of a hard break."""
    shown = line.of(text)
    start = line.start + len(shown) - len(shown.lstrip())
    return Span(start, max(start, line.start + len(shown.rstrip().removesuffix("\\").rstrip())))


def _without_bars(text: str, line: Span) -> Span:
    """The row of a table without the bars that frame it."""
    row = _stripped(text, line)
    shown = row.of(text)
    framed = len(shown) > 1 and shown.endswith("|") and not shown.endswith("\\|")
    return Span(row.start + shown.startswith("|"), row.end - framed)


def _heading(line: Span, shown: str, opening: int) -> Span:
    """The text of a heading after its ``opening`` marks, without the closing ones."""
    closed = shown.rstrip()
    bare = closed.rstrip("#")
    if bare.rstrip() == bare and len(bare) > opening:
        bare = closed
    return Span(line.start + opening, line.start + max(opening, len(bare)))
