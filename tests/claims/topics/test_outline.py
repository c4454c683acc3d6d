"""Which blocks are headings and which are entries of a list."""

from __future__ import annotations

import pytest

from claims.topics.outline import outlined
from sources.cleaning import Block
from sources.span import Span


def outline(*blocks: tuple[str, str]) -> list[str]:
    text, parts = "", []
    for kind, line in blocks:
        parts.append(Block(Span(len(text), len(text) + len(line)), kind))
        text += line + "\n"
    return [block.kind for block in outlined(text, parts)]


def test_a_heading_behind_a_list_is_its_last_entry() -> None:
    assert outline(("item", "35 seats"), ("heading", "tables of oak")) == ["item", "item"]
    assert outline(("item", "35 seats"), ("heading", "tables of oak"), ("heading", "a stage")) == ["item"] * 3


@pytest.mark.parametrize("heading", ["2. The staff", "2.1 The staff", "第二章 员工", "二、员工"])
def test_a_numbered_one_opens_a_section(heading: str) -> None:
    assert outline(("item", "35 seats"), ("heading", heading)) == ["item", "heading"]


def test_a_paragraph_ends_the_list() -> None:
    blocks = (("item", "35 seats"), ("paragraph", "It grew."), ("heading", "The staff"))
    assert outline(*blocks) == ["item", "paragraph", "heading"]


def test_nothing_else_is_touched() -> None:
    kinds = ["heading", "paragraph", "row", "code", "heading"]
    assert outline(*((kind, "x") for kind in kinds)) == kinds
    assert outline() == []
