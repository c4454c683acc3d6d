"""From a source's text to the text that is read: a chain of steps, each of which says what it changed and where."""

from __future__ import annotations

from sources.cleaning.layout import Layout, plain_layout
from sources.cleaning.line_ends import line_ends
from sources.cleaning.rubies import rubies
from sources.cleaning.text import Block, CleanText
from sources.cleaning.width import narrowed, roomless
from sources.offsets import OffsetMap, apply, moved
from sources.script import Script, script_of, to_simplified

__all__ = ["Block", "CleanText", "clean"]

STEPS = (line_ends, rubies, roomless)
"""The steps before the characters are folded one to one."""

LAYOUTS = {"text": plain_layout}
"""How the parts of a text of each format are found."""


def clean(text: str, *, format: str = "text") -> CleanText:
    """The clean form of ``text``, a document's decoded text; ``format`` is ``text`` or ``markdown``."""
    script = script_of(text)
    origin = OffsetMap.identity(len(text))
    for step in STEPS:
        edits = step(text)
        text, origin = apply(text, edits), origin.edited(edits)
    text = to_simplified(narrowed(text))
    layout = LAYOUTS[format](text)
    return _laid_out(text, origin, layout, script)


def _laid_out(text: str, origin: OffsetMap, layout: Layout, script: Script | None) -> CleanText:
    spans = moved([block.span for block in layout.blocks], layout.edits)
    blocks = tuple(Block(span, block.kind) for span, block in zip(spans, layout.blocks, strict=True))
    return CleanText(apply(text, layout.edits), script, blocks, origin.edited(layout.edits))
