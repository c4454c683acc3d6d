"""The value expressions of a text, to be asked for by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.model import ValueMention
from sources.span import Span


@dataclass(frozen=True)
class Mentions:
    """``found`` in order, none overlapping."""

    found: Sequence[ValueMention]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self.found]

    def inside(self, place: Span) -> tuple[ValueMention, ...]:
        """Those that lie wholly in ``place``."""
        near = self.found[bisect_left(self._starts, place.start) : bisect_left(self._starts, place.end)]
        return tuple(m for m in near if place.contains(m.span))
