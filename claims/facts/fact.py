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
    the subject. ``holder`` is what the value belongs to besides the subject (the harbour in ``its harbour is the
    pride of Ashwick``, which says what Ashwick has). ``bare`` says that an office is named without the house that it
    belongs to: Governor Roe. ``future`` says whether it is yet to be (will be led
    by Roe), where the verb tells, ``alone`` that nobody else had a part in it, ``entry`` that a label of a list gives
    it (``Owner: Orbis Group``), of what the list is about. Subject and value may be pronouns.
    """

    attribute: str
    label: str
    subject: Span | None
    value: Span
    parts: tuple[Span, ...]
    denied: bool = False
    firm: bool = True
    holder: Span | None = None
    bare: bool = False
    future: bool | None = None
    alone: bool = False
    entry: bool = False

    @property
    def stretch(self) -> Span:
        """The shortest stretch with the value and, where the sentence names it, the subject."""
        places = [place for place in (self.subject, self.value, self.holder) if place is not None]
        return Span(min(place.start for place in places), max(place.end for place in places))
