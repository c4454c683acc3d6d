"""Who did it in a Chinese sentence: V创办了X, 由V创办的X, X由V创办, V与V创办了X."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.facts.arguments import (
    Stretch,
    before,
    behind,
    clause_end,
    clause_start,
    index_at,
    listed_before,
    tokens_between,
)
from claims.facts.attributes import Attribute, attributes
from claims.facts.chinese_subjects import IDLE, past_fillers, stated_in_chinese, subject_before
from claims.facts.fact import Fact
from claims.facts.persons import person_at
from claims.topics.places import is_place
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from sources.span import Span

_BY = re.compile(
    r"(?<![自理经事])由(?![于此来衷])(?P<doer>[^，。；由]{2,30}?)(?:共同|联合|一手|联手|独立|亲自|主要|自主)*$"
)
_MEMBERS = re.compile(r"[、和与及]+(?:以及)?")
_WITH = frozenset({"与", "和", "同", "跟"})
_LONGEST_TEXT = 48


def made_in_chinese(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """V创办了X, 由V创办的X, X由V创办, V与V创办了X."""
    start, end = clause_start(reading, word.start), clause_end(reading, word.end)
    doer = _done_by(reading, Span(start, word.start))
    if doer is not None:
        made = _made_by(reading, word, doer, end)
    else:
        made = _object(reading, word, end)
        doer = _partners(reading, word, start) or subject_before(reading, word.start, same_clause=True)
        doer = doer or _pronoun(reading, word.start, start)
    if doer is None or made is None or not doer.named or is_place(doer.span.of(reading.text)):
        return None
    if attribute.listed and len(doer.parts) > 1:
        attribute = attributes()[attribute.listed]
    return stated_in_chinese(reading, word, attribute, replace(made, near=made.near and doer.near), doer)


def _made_by(reading: Reading, word: Span, doer: Stretch, end: int) -> Stretch | None:
    """X in 由V创办的X, X由V创办, and in X…，由V创办, where the clause before speaks of it."""
    tokens, behind_it = reading.tokens, index_at(reading, word.end)
    if behind_it < len(tokens) and tokens[behind_it].text == "的":
        return _object(reading, word, end)
    begins = tokens[doer.first].span.start
    made = before(reading, doer.first, clause_start(reading, begins)) or subject_before(reading, begins)
    return made if made and (made.named or made.near) else _object(reading, word, end)


def _partners(reading: Reading, word: Span, start: int) -> Stretch | None:
    """Both doers of W与V共同创办了X; W may be what the clause before speaks of."""
    at = index_at(reading, word.start)
    listed = listed_before(reading, at, start)
    if listed is not None and len(listed.parts) > 1:
        return listed if listed.named else None
    partner = next((p for p in reading.phrases if p.last == at and p.preposition in _WITH and p.is_name), None)
    first = _person_opening(reading, partner.span.start) if partner else None
    if partner is None or first is None or partner.span.end - first.start > _LONGEST_TEXT:
        return None
    names = [t.span for t in partner.tokens if t.pos is Pos.NAME]
    parts = (first, names[-1] if names else partner.span)
    return Stretch(Span(parts[0].start, parts[1].end), parts, index_at(reading, first.start), partner.last, named=True)


def _person_opening(reading: Reading, before_it: int) -> Span | None:
    """The person whose name opens the clause that ``before_it`` lies in, or else the clause before that."""
    start = clause_start(reading, before_it)
    for first in (start, clause_start(reading, start - 1) if start > reading.span.start else start):
        opening = next((t for t in tokens_between(reading, first, before_it) if t.pos is not Pos.PUNCTUATION), None)
        stop = person_at(reading.text, opening.span.start, before_it) if opening else None
        if opening and stop:
            return Span(opening.span.start, stop)
    return None


def _pronoun(reading: Reading, at: int, start: int) -> Stretch | None:
    """The pronoun that opens a clause and that a verb at ``at`` belongs to: who is meant, the text before tells."""
    tokens = list(tokens_between(reading, start, at))
    if not tokens or tokens[0].pos is not Pos.PRONOUN or any(t.pos not in IDLE for t in tokens[1:]):
        return None
    first = index_at(reading, start)
    return Stretch(tokens[0].span, (), first, first + 1, named=True)


def _done_by(reading: Reading, stretch: Span) -> Stretch | None:
    """The doer between 由 and the verb; its first token is the one that begins with 由.

    Searched by character: names that the dictionary does not know are cut wrongly behind a preposition.
    """
    found = _BY.search(reading.text, stretch.start, stretch.end)
    if found is None:
        return None
    at, parts = found.start("doer"), []
    for cut in [*_MEMBERS.finditer(reading.text, *found.span("doer")), None]:
        end = cut.start() if cut else found.end("doer")
        if end > at:
            parts.append(Span(at, end))
        at = cut.end() if cut else at
    first = index_at(reading, found.start())
    place = Span(parts[0].start, parts[-1].end)
    return Stretch(place, tuple(parts), first, index_at(reading, place.end), named=True)


def _object(reading: Reading, word: Span, end: int) -> Stretch | None:
    """What is made: the phrase behind the verb that holds a name."""
    at = past_fillers(reading, index_at(reading, word.end), end)
    found = behind(reading, at, end, linked=True)
    return found if found and found.named else None
