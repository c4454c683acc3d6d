"""Quoted speech, known again by how each of its sentences begins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sources.span import Span

_QUOTED = re.compile(r"“[^“”]{8,2000}”|「[^「」]{8,2000}」|\"[^\"\n]{16,2000}\"")
_PARTS = re.compile(r"[。！？!?…；;]+|\.\s")
_NO_LETTER = re.compile(r"[\W_]+")

OPENING = 12
"""Folded characters by which a sentence of a quotation is known again."""

_BEFORE = 60
_AFTER = 30


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in a cleaned text, its marks included, and the openings of those of its sentences that are long
    enough to be known again by them."""

    span: Span
    openings: tuple[str, ...]


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of ``text`` that are longer than a name, in order."""
    return tuple(Quotation(Span(*m.span()), _openings(m.group()[1:-1])) for m in _QUOTED.finditer(text))


def beside(
    found: tuple[Quotation, ...],
    place: Span,
    rivals: Sequence[Span],
    sentence: Span,
    *,
    told: bool,
    others: Sequence[Span] = (),
    ends: Sequence[int] = (),
) -> tuple[str, ...]:
    """The openings of the quotations that a date at ``place`` may belong to.

    It stands up to 60 characters before one, or up to 30 behind it in a ``sentence`` that shares characters with the
    quotation or has a verb of saying (``told``), with none of ``rivals``, the other dates of the text, in between. What
    stands in a sentence before the quotation gives way to one of ``others``, the dates that exclude this one, behind
    it, where none of ``ends``, the ends of sentences, parts the two.
    """

    def introduces(quoted: Span) -> bool:
        near = 0 <= quoted.start - place.end <= _BEFORE and _free(Span(place.end, quoted.start), rivals)
        return near and (sentence.overlaps(quoted) or not any(_closely_behind(quoted, other, ends) for other in others))

    def closes(quoted: Span) -> bool:
        near = 0 <= place.start - quoted.end <= _AFTER and _free(Span(quoted.end, place.start), rivals)
        return near and (told or sentence.overlaps(quoted))

    return tuple(opening for q in found if introduces(q.span) or closes(q.span) for opening in q.openings)


def _closely_behind(quoted: Span, date: Span, ends: Sequence[int]) -> bool:
    near = 0 <= date.start - quoted.end <= _AFTER
    return near and not any(quoted.end < end <= date.start for end in ends)


def _free(gap: Span, rivals: Sequence[Span]) -> bool:
    return not any(gap.contains(rival) for rival in rivals)


def _openings(quoted: str) -> tuple[str, ...]:
    parts = (_NO_LETTER.sub("", unicodedata.normalize("NFKC", part)).casefold() for part in _PARTS.split(quoted))
    return tuple(part[:OPENING] for part in parts if len(part) >= OPENING)
