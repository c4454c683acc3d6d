"""Tables: where their rows, columns and heads are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from claims.model import ValueMention
from claims.topics.mentions import Mentions
from sources.cleaning import Block
from sources.span import Span

_BAR = re.compile(r"(?<!\\)\|")
_GAP = re.compile(r"\t+| {2,}")
_RULER = re.compile(r"[:|\s]*-[-:|\s]*")
_NUMBER = re.compile(r"[~≈约<>+\-−±≥≤]?\s?(?:[$€£¥]|[A-Z]{2,3}\$?)?\s?\d")
_YEAR = re.compile(r"(?:19|20)\d\d(?:年|[-/–]\d{1,4})?")
_CAPTION = 120
"""Code points up to which the paragraph before a table is its caption."""

_PLAIN_ROWS = 3
"""How many lines must be set in as many columns to be a table without bars."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the heads of its table: cells and heads from left to right, some empty.

    ``naming`` is the column whose cells name the rows; ``caption`` the line before the table, None where that is too
    long to be one.
    """

    cells: tuple[Span, ...]
    heads: tuple[Span, ...]
    naming: int = 0
    caption: Span | None = None

    @property
    def label(self) -> Span:
        """The cell that names the row."""
        return self.cells[self.naming]

    @property
    def stating(self) -> Iterator[tuple[Span, Span]]:
        """The cells that state something, each with the head of its column: those right of the label."""
        return zip(self.cells[self.naming + 1 :], self.heads[self.naming + 1 :], strict=True)

    def values(self, mentions: Mentions) -> tuple[ValueMention, ...]:
        """The value expressions right of the label; one that fills its cell is a figure, whatever it looks like."""
        return tuple(
            replace(m, role=None) if m.span == cell else m for cell, _ in self.stating for m in mentions.inside(cell)
        )


@dataclass(frozen=True)
class Tables:
    """The tables of a text: ``rows`` by the span of their block, and the spans of the blocks that hold ``heads``."""

    rows: Mapping[Span, Row]
    heads: frozenset[Span]

    @cached_property
    def captions(self) -> frozenset[Span]:
        """The spans of the blocks that are captions."""
        return frozenset(row.caption for row in self.rows.values() if row.caption)


def tables_in(text: str, blocks: Sequence[Block]) -> Tables:
    """The tables among ``blocks`` of ``text``: rows with bars, or lines set in columns with tabs or wide gaps.

    A table needs a first row of heads, which are no numbers unless they are years, and numbers below.
    """
    rows: dict[Span, Row] = {}
    heads: set[Span] = set()
    for first, group in _grids(text, blocks):
        cells = [_cells(text, block) for block in group]
        if not _is_table(text, group, cells):
            continue
        caption = blocks[first - 1].span if first and len(blocks[first - 1].span) <= _CAPTION else None
        naming = 1 if len(cells[0]) > 2 and all(_counts_off(text, row) for row in cells[1:]) else 0
        heads.add(group[0].span)
        for block, row in zip(group[1:], cells[1:], strict=True):
            rows[block.span] = Row(row, cells[0], naming, caption)
    return Tables(rows, frozenset(heads))


def _grids(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, list[Block]]]:
    """Runs of neighbouring blocks with one and the same number of cells, and the place of their first."""

    def columns(place: int) -> tuple[str, int]:
        block = blocks[place]
        return ("row" if block.kind == "row" else "", len(_cells(text, block)))

    for (_, count), places in groupby(range(len(blocks)), key=columns):
        if count > 1:
            run = list(places)
            shown = [blocks[place] for place in run]
            yield run[0], [block for block in shown if not _RULER.fullmatch(block.span.of(text))]


def _is_table(text: str, group: Sequence[Block], cells: Sequence[Sequence[Span]]) -> bool:
    least = 2 if group and group[0].kind == "row" else _PLAIN_ROWS
    if len(group) < least:
        return False
    heads = [cell.of(text) for cell in cells[0][1:]]
    named = any(heads) or (group[0].kind == "row" and len(heads) == 1)
    if not named or any(_NUMBER.match(head) and not _YEAR.fullmatch(head) for head in heads):
        return False
    below = [shown for row in cells[1:] for cell in row[1:] if _NUMBER.match(shown := cell.of(text))]
    return any(not _YEAR.fullmatch(number) for number in below) or (bool(below) and not any(map(_YEAR.match, heads)))


def _counts_off(text: str, row: Sequence[Span]) -> bool:
    """Whether the first cell only numbers the row, and the second one names it."""
    first, second = row[0].of(text), row[1].of(text)
    return bool(_NUMBER.match(first)) and not _YEAR.fullmatch(first) and not _NUMBER.match(second)


def _cells(text: str, block: Block) -> tuple[Span, ...]:
    if block.kind == "code":
        return ()
    gaps = list((_BAR if block.kind == "row" else _GAP).finditer(text, block.span.start, block.span.end))
    starts = [block.span.start, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), block.span.end]
    cells = [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True)]
    framed = block.kind == "row" and len(cells) > 2 and not cells[0] and not cells[-1]
    return tuple(cells[1:-1] if framed else cells)


def _trimmed(text: str, start: int, end: int) -> Span:
    shown = text[start:end]
    start += len(shown) - len(shown.lstrip())
    return Span(start, max(start, start + len(shown.strip())))
