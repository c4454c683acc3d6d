"""The years of birth and death in brackets behind a name: Elias Roth (1841–1907), 陆远舟（1934—2012）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.model import Kind, Quantity, ValueMention
from claims.topics.aspects import Aspect
from claims.topics.context import Candidate
from claims.topics.name_parts import name_of, wording
from claims.topics.placement import Placement
from claims.topics.reading import Reading
from claims.topics.words import load_words
from sources.span import Span

_BORN, _DIED = Aspect("born", "", (), "=born"), Aspect("died", "", (), "=died")
_YEARS = re.compile(r"(?P<first>1\d{3}|20\d\d)\s?年?\s?[-–—－~～至]{1,2}\s?(?P<last>1\d{3}|20\d\d)\s?年?")
_LIVED = range(18, 116)
_OPENS, _CLOSES = "(（", ")）"


def parted(text: str, mentions: Iterable[ValueMention]) -> Iterator[ValueMention]:
    """``mentions`` with each span of years that stands alone in brackets, and is as long as a life, as two years."""
    for mention in mentions:
        found = _YEARS.fullmatch(mention.surface) if mention.quantity.kind is Kind.DATE else None
        if found is None or not _bracketed(text, mention.span) or _length(mention.quantity) not in _LIVED:
            yield mention
            continue
        for part in ("first", "last"):
            start = mention.span.start + found.start(part)
            span = Span(start, start + len(found[part]))
            quantity = replace(mention.quantity, low=found[part], high=found[part])
            yield ValueMention(span, span, span.of(text), quantity)


def lived(reading: Reading, mentions: Sequence[ValueMention]) -> Mapping[Span, Placement]:
    """To the years of a life behind a name whose birth and death they are; Chinese and English alike."""
    found: dict[Span, Placement] = {}
    for first, last in pairwise(mentions):
        opened = reading.text[first.span.start - 1 : first.span.start]
        both = _YEARS.fullmatch(reading.text, first.span.start, last.span.end)
        if not both or opened not in _OPENS or first.span.end > last.span.start:
            continue
        before = next((p for p in reading.phrases if p.span.end in (first.span.start - 1, first.span.start - 2)), None)
        if before is None or not before.is_name:
            continue
        named = wording(reading, name_of(before, load_words())[0])
        subject = Candidate(named, 0.0, True, span=before.span)
        found[first.span] = Placement(subject, _BORN)
        found[last.span] = Placement(subject, _DIED)
    return found


def _bracketed(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] in _OPENS and text[span.end : span.end + 1] in _CLOSES


def _length(quantity: Quantity) -> int:
    return int(str(quantity.high)[:4]) - int(str(quantity.low)[:4])
