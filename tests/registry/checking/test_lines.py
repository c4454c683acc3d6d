"""Lines and columns: as editors show them, in Chinese, after tabs, beyond the basic plane, after a byte order mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.checking.lines import Lines, Point, Region
from sources.span import Span


@pytest.mark.parametrize(
    ("text", "what", "line", "column", "column_in_utf16"),
    [
        ("岚港有340家", "340", 1, 4, 4),
        ("一\n二\t340", "340", 2, 3, 3),
        ("一\r\n二 340", "340", 2, 3, 3),
        ("𠮷家有340家", "340", 1, 4, 5),
        ("\ufeff340", "340", 1, 1, 1),
        ("a\rb 340", "340", 1, 5, 5),
        ("a\u2028b 340", "340", 1, 5, 5),
    ],
)
def test_a_place(text: str, what: str, line: int, column: int, column_in_utf16: int) -> None:
    lines = Lines.of(text)
    point = lines.point(text.index(what))
    assert point == Point(line, column)
    assert lines.column_in_utf16(point) == column_in_utf16
    assert lines.line(line)[column - 1 :].startswith(what)


def test_the_end_stands_on_the_line_of_the_last_character() -> None:
    lines = Lines.of("有六十\n万家\n")
    assert Region.of(lines, Span(1, 6)) == Region(Point(1, 2), Point(2, 3))
    assert Region.of(lines, Span(1, 3)).end == Point(1, 4)


@given(st.text(alphabet="a岚𠮷\t\r\n\ufeff"), st.data())
def test_every_character_stands_where_its_line_says(text: str, data: st.DataObject) -> None:
    if not text.strip("\r\n\ufeff"):
        return
    offset = data.draw(
        st.sampled_from([i for i, c in enumerate(text) if c not in "\r\n" and not (c == "\ufeff" and not i)])
    )
    lines = Lines.of(text)
    point = lines.point(offset)
    assert lines.line(point.line)[point.column - 1] == text[offset]
    before = lines.line(point.line)[: point.column - 1]
    assert lines.column_in_utf16(point) == len(before.encode("utf-16-le")) // 2 + 1
