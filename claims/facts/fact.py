"""A fact as the grammar finds it, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass

from sources.span import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """What a sentence states of a thing.

    ``attribute`` is the id of an attribute, ``label`` what editors read. ``subject`` is where the thing stands, None
    when the sentence does not name it; ``value`` is where the value stands and ``parts`` its members, more than one
    for a list (A, B and C). All spans count code points of the cleaned text. ``denied`` says that the sentence states
    the opposite; ``firm`` that grammar binds the subject to it, and not only that the sentence or the article is about
    the subject.
    """

    attribute: str
    label: str
    subject: Span | None
    value: Span
    parts: tuple[Span, ...]
    denied: bool = False
    firm: bool = True

    @property
    def stretch(self) -> Span:
        """The shortest stretch with the value and, where the sentence names it, the subject."""
        if self.subject is None:
            return self.value
        return Span(min(self.subject.start, self.value.start), max(self.subject.end, self.value.end))
