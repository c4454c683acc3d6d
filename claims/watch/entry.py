"""One entry of a fact sheet."""

from __future__ import annotations

from dataclasses import dataclass

from sources.span import Span

FORMAT = "facts"
"""The format of a document that is a fact sheet, and no article."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The right value of one property, as an editor wrote it down.

    ``attribute`` are the words for the property, the canonical ones first; ``origin`` says where the value comes from.
    ``as_of`` is the ISO date, whole or in part, from which the value is right, or a range ``first/last``; an entry
    without one is right at any date. ``span`` (from subject to value) and ``value_span`` count code points of the fact
    sheet.
    """

    subject: str
    attribute: tuple[str, ...]
    value: str
    origin: str
    span: Span
    value_span: Span
    aliases: tuple[str, ...] = ()
    scope: str | None = None
    as_of: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the subject."""
        return (self.subject, *self.aliases)

    @property
    def topic(self) -> str:
        """What it is about, on one line."""
        return " · ".join(filter(None, (self.subject, self.attribute[0], self.scope)))
