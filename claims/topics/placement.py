"""What a structure says of one of its values: the place in a list, table or label that tells subject and property."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from claims.model import Quantity
from claims.topics.aspects import Aspect
from claims.topics.context import Candidate
from claims.topics.timing import Timing
from sources.span import Span

_SURER = 0.1
_NOT_IT = -10.0


@dataclass(frozen=True, slots=True)
class Placement:
    """What the place of a value in a list, a table or a label says of it; a part is None where it says nothing.

    ``whole`` is the structure's stretch of values, whose clause says of each what it says of all; the value alone where
    it is None. ``property_at`` are the words that name the property and no subject. ``apart`` is what the other values
    of the structure are said of. ``header`` are words outside the sentence that say what it states, as the head of a
    column does, and ``terms`` those of them that tell.
    """

    subject: Candidate | None = None
    aspect: Aspect | None = None
    quantity: Quantity | None = None
    timing: Timing | None = None
    whole: Span | None = None
    property_at: Span | None = None
    apart: tuple[Span, ...] = ()
    header: str = ""
    terms: tuple[str, ...] = ()

    def among(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """``candidates`` with the subject in front, what belongs to other values last; without a subject left out."""
        if self.subject is None:
            return [c for c in candidates if not self._is_apart(c)]
        others = [replace(c, score=c.score + _NOT_IT) if self._is_apart(c) else c for c in candidates]
        others.sort(key=lambda c: -c.score)
        best = max((c.score for c in others), default=0.0)
        rest = [c for c in others if c.name != self.subject.name]
        return [replace(self.subject, score=best + _SURER), *rest]

    def _is_apart(self, candidate: Candidate) -> bool:
        elsewhere = [*self.apart, *([self.property_at] if self.property_at else [])]
        return candidate.span is not None and any(candidate.span.overlaps(span) for span in elsewhere)


UNPLACED = Placement()
"""The placement of a value that stands in no structure."""
