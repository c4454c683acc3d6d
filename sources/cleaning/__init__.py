"""From a source's text to the text that is read: a chain of steps, each of which says what it changed and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sources.cleaning.garbled import garbled
from sources.cleaning.hypertext import html_layout
from sources.cleaning.latin_names import latin_names
from sources.cleaning.layout import Layout, plain_layout
from sources.cleaning.line_ends import line_ends
from sources.cleaning.markdown import comments, markdown_layout
from sources.cleaning.markup import markup
from sources.cleaning.remarks import remarks
from sources.cleaning.rubies import rubies
from sources.cleaning.text import Block, CleanText
from sources.cleaning.width import narrowed, roomless
from sources.offsets import Edit, OffsetMap, apply, moved
from sources.script import script_of, to_simplified
from sources.span import Span

__all__ = ["Block", "CleanText", "clean"]

Step = Callable[[str], list[Edit]]
"""Takes a text and says what is to be changed in it."""

FIRST_STEPS: Mapping[str, tuple[Step, ...]] = MappingProxyType(
    {
        "text": (line_ends, remarks, markup, garbled, rubies, roomless),
        "markdown": (line_ends, garbled, rubies, roomless, comments),
        "html": (line_ends, garbled, rubies, roomless),
    }
)
"""The steps for each format; repair comes before what would change the bytes of a garbled run."""

LAYOUTS: Mapping[str, Callable[[str], Layout]] = MappingProxyType(
    {"text": plain_layout, "markdown": markdown_layout, "html": html_layout}
)
"""How the parts of a text of each format are found, once its characters are folded."""


def clean(text: str, *, format: str = "text") -> CleanText:
    """The clean form of ``text``, a document's decoded text; ``format`` is ``text``, ``markdown`` or ``html``."""
    script = script_of(text)
    origin = OffsetMap.identity(len(text))
    repaired: tuple[Span, ...] = ()
    for step in FIRST_STEPS[format]:
        edits = step(text)
        if step is garbled:
            repaired = tuple(origin.source_span(edit.span) for edit in edits)
        text, origin = apply(text, edits), origin.edited(edits)
    text = to_simplified(narrowed(text))
    edits = latin_names(text)
    text, origin = apply(text, edits), origin.edited(edits)
    layout = LAYOUTS[format](text)
    spans = moved([block.span for block in layout.blocks], layout.edits)
    blocks = tuple(Block(span, block.kind) for span, block in zip(spans, layout.blocks, strict=True) if span)
    return CleanText(apply(text, layout.edits), script, blocks, origin.edited(layout.edits), repaired)
