"""Where every character of an edited text came from."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from sources.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` takes the place of ``span``, which is not empty.

    New characters stand for the old ones one by one; where the numbers differ, the last new character stands for
    all old ones that are left, and surplus new characters for the last old one. So a note in brackets that belongs
    to the character before it is dropped by an edit that covers both and keeps the character.
    """

    span: Span
    text: str

    def __post_init__(self) -> None:
        if not self.span:
            raise ValueError("an edit replaces something")


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """For each character of a text the half-open stretch of the source that it stands for.

    ``starts`` and ``ends`` hold one number a character, both never falling; ``length`` is that of the source.
    """

    starts: array[int]
    ends: array[int]
    length: int

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of an unedited text of ``length`` characters."""
        return cls(array("I", range(length)), array("I", range(1, length + 1)), length)

    def source_span(self, span: Span) -> Span:
        """The stretch of the source that ``span`` of the edited text stands for; empty only where ``span`` is."""
        if span.end > len(self.starts):
            raise ValueError(f"the text has {len(self.starts)} characters, none at {span.end - 1}")
        if span:
            return Span(self.starts[span.start], self.ends[span.end - 1])
        place = self.starts[span.start] if span.start < len(self.starts) else self.length
        return Span(place, place)

    def edited(self, edits: Sequence[Edit]) -> OffsetMap:
        """The map of the text after ``edits``, which are in order and do not overlap."""
        if not edits:
            return self
        starts, ends = array("I"), array("I")
        kept = 0
        for edit in edits:
            first, last = edit.span.start, edit.span.end - 1
            starts.extend(self.starts[kept:first])
            ends.extend(self.ends[kept:first])
            for index in range(len(edit.text)):
                place = min(first + index, last)
                starts.append(self.starts[place])
                ends.append(self.ends[place if index < len(edit.text) - 1 else last])
            kept = edit.span.end
        starts.extend(self.starts[kept:])
        ends.extend(self.ends[kept:])
        return OffsetMap(starts, ends, self.length)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """``text`` after ``edits``, which are in order and do not overlap."""
    pieces: list[str] = []
    kept = 0
    for edit in edits:
        pieces += (text[kept : edit.span.start], edit.text)
        kept = edit.span.end
    return "".join((*pieces, text[kept:])) if edits else text


def moved(spans: Sequence[Span], edits: Sequence[Edit]) -> tuple[Span, ...]:
    """Where ``spans`` of a text lie after ``edits``; an edge inside an edit goes to the end of what replaced it."""
    ends = [edit.span.end for edit in edits]
    growth = [0, *accumulate(len(edit.text) - len(edit.span) for edit in edits)]

    def place(offset: int) -> int:
        passed = bisect_right(ends, offset)
        if passed < len(edits) and edits[passed].span.start < offset:
            return edits[passed].span.start + growth[passed] + len(edits[passed].text)
        return offset + growth[passed]

    return tuple(Span(place(span.start), place(span.end)) for span in spans)
