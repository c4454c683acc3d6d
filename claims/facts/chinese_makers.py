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
from claims.facts.chinese_subjects import IDLE, names_something, past_fillers, stated_in_chinese, subject_before
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
_LONG_NAME = 5
_PARTS = frozenset({"总部", "厂区", "园区"})
_SPOKEN_OF = frozenset({Pos.NAME, Pos.NOUN, Pos.PRONOUN, Pos.VERB})
_WHERE = re.compile(r"(?<=.{2})(?:在|于(?=\d)|负责|牵头|具体|独家|首先|最先|率先|最早|偶然|意外)")
"""Ends the doer: what follows says where, or how."""

_AND_OTHERS = re.compile(r"(?<=.{2})等(?:人|[一二三四五六七八九十两\d]+[人家位])?$")


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


def done_in_chinese(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """由V发现的X, X由V发现, X由V供应Y: the doer may be a common noun; without 由 the verb states nothing."""
    start, end = clause_start(reading, word.start), clause_end(reading, word.end)
    doer = _done_by(reading, Span(start, word.start))
    if doer is None or (attribute.named and not _holds_name(reading, doer)):
        return None
    made = _object(reading, word, end, named=False)
    if made is None:
        begins = reading.tokens[doer.first].span.start
        made = before(reading, doer.first, start) or subject_before(reading, begins)
        made = made if made and (made.named or made.near) else None
    return stated_in_chinese(reading, word, attribute, made, doer)


def _holds_name(reading: Reading, doer: Stretch) -> bool:
    return any(t.pos is Pos.NAME for t in reading.tokens_in(doer.span)) or len(doer.span) > _LONG_NAME


def _made_by(reading: Reading, word: Span, doer: Stretch, end: int) -> Stretch | None:
    """X in 由V创办的X, X由V创办, and in X…，由V创办, where the clause before speaks of it."""
    tokens, behind_it = reading.tokens, index_at(reading, word.end)
    if behind_it < len(tokens) and tokens[behind_it].text == "的":
        return _object(reading, word, end)
    begins = tokens[doer.first].span.start
    made = before(reading, doer.first, clause_start(reading, begins)) or _topic(reading, begins)
    made = made or subject_before(reading, begins)
    return made if made and (made.named or made.near) else _object(reading, word, end)


def _topic(reading: Reading, begins: int) -> Stretch | None:
    """What the clause before speaks of first, where the one at ``begins`` has no subject: X总部位于某地，由V创办."""
    start = clause_start(reading, begins)
    if start == reading.span.start or any(t.pos in _SPOKEN_OF for t in tokens_between(reading, start, begins)):
        return None
    first = clause_start(reading, start - 1)
    phrase = next((p for p in reading.phrases if first <= p.span.start < start), None)
    if phrase is None or phrase.preposition or phrase.link or not names_something(phrase):
        return None
    house = before(reading, index_at(reading, phrase.tokens[-1].span.start), phrase.span.start)
    if house and phrase.tokens[-1].text in _PARTS:
        return house
    return Stretch(phrase.span, (phrase.span,), phrase.first, phrase.last, named=True)


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
    stop = where.start() if (where := _WHERE.search(reading.text, *found.span("doer"))) else found.end("doer")
    stop = others.start() if (others := _AND_OTHERS.search(reading.text, at, stop)) else stop
    for cut in [*_MEMBERS.finditer(reading.text, at, stop), None]:
        end = cut.start() if cut else stop
        if end > at:
            parts.append(Span(at, end))
        at = cut.end() if cut else at
    first = index_at(reading, found.start())
    place = Span(parts[0].start, parts[-1].end)
    return Stretch(place, tuple(parts), first, index_at(reading, place.end), named=True)


def _breaks(reading: Reading, word: Span) -> bool:
    """Whether a clause ends with the word."""
    return not reading.text[word.end : word.end + 1].isalnum()


def _object(reading: Reading, word: Span, end: int, *, named: bool = True) -> Stretch | None:
    """What is made: the phrase behind the verb, which has to hold a name where ``named`` says so."""
    at = past_fillers(reading, index_at(reading, word.end), end)
    if not named and (
        at >= len(reading.tokens) or reading.tokens[at].span.start > word.end + 1 or _breaks(reading, word)
    ):
        return None
    found = behind(reading, at, end, linked=True)
    return found if found and (found.named or not named) else None
