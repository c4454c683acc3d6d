"""Which blocks of an article are headings: a short line opens a section, one at the end of a list belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sources.cleaning import Block

HEADING = "heading"
ITEM = "item"
PARTS = frozenset({ITEM, "row"})
"""Blocks that go on with what the paragraph before them was about."""

_NUMBERED = re.compile(r"\d+(?:\.\d+)*[.、:]?\s|第.{1,4}[章节]|[一二三四五六七八九十]+、")


def outlined(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """``blocks`` of ``text`` with an unnumbered heading behind a list taken for the last entry of that list."""
    before = ""
    for block in blocks:
        entry = block.kind == HEADING and before == ITEM and not _NUMBERED.match(text, block.span.start)
        before = ITEM if entry else block.kind
        yield replace(block, kind=ITEM) if entry else block
