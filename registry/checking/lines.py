"""Lines and columns of a text, as editors show them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from sources.span import Span

_BREAK = re.compile(r"\r\n|\n")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A place between two characters: line and column, both from 1; the column counts code points, a tab one."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Lines:
    """A text with the offsets at which its lines begin. Lines end at ``\\n`` or ``\\r\\n``, as git counts them."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of ``text``."""
        # A byte order mark is character 0 of the text, but no column of the first line.
        first = 1 if text.startswith(BYTE_ORDER_MARK) else 0
        return cls(text, (first, *(match.end() for match in _BREAK.finditer(text))))

    def point(self, offset: int) -> Point:
        """The place before the character at ``offset``, a code point of the text."""
        number = max(1, bisect_right(self.starts, offset))
        return Point(number, max(0, offset - self.starts[number - 1]) + 1)

    def line(self, number: int) -> str:
        """The text of line ``number``, without its end."""
        following = self.starts[number] if number < len(self.starts) else len(self.text)
        line = self.text[self.starts[number - 1] : following]
        return line.removesuffix("\n").removesuffix("\r") if number < len(self.starts) else line

    def column_in_utf16(self, point: Point) -> int:
        """The column of ``point`` in UTF-16 code units, in which a character beyond U+FFFF counts two."""
        before = self.line(point.line)[: point.column - 1]
        return point.column + sum(character > "\uffff" for character in before)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a text by its points; ``end`` is exclusive, and stands on the line of the last character."""

    start: Point
    end: Point

    @classmethod
    def of(cls, lines: Lines, span: Span) -> Region:
        """The region of ``span``, which is not empty."""
        last = lines.point(span.end - 1)
        return cls(lines.point(span.start), Point(last.line, last.column + 1))
