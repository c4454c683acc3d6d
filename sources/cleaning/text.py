"""What cleaning hands on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from sources.offsets import OffsetMap
from sources.script import Script
from sources.span import Span


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or what stands in its place. ``span`` points into the clean text.

    ``kind`` is ``heading``, ``paragraph``, ``item`` (of a list), ``row`` (of a table, cells parted by ``|``) or
    ``code``.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text without its noise, in simplified characters, that knows where each character came from.

    ``text`` is what is to be read; ``blocks`` are its parts, in order, none overlapping, white space between them
    left out. ``script`` is that of the source: ``hant``, ``hans``, or None where it cannot be told. ``origin`` maps
    to the source; ``repaired`` are the stretches of the source that were garbled and have been repaired.
    """

    text: str
    script: Script | None
    blocks: tuple[Block, ...]
    origin: OffsetMap = field(repr=False)
    repaired: tuple[Span, ...] = ()

    def source_span(self, span: Span) -> Span:
        """The stretch of the source's text that ``span`` of the clean text stands for; empty only where ``span`` is."""
        return self.origin.source_span(span)

    def damaged(self, span: Span) -> bool:
        """Whether ``span`` of the clean text touches text that was garbled and has been repaired."""
        source = self.source_span(span)
        following = bisect_right(self.repaired, source.start, key=lambda repaired: repaired.end)
        return following < len(self.repaired) and self.repaired[following].overlaps(source)
