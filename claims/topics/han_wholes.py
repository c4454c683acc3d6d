"""Stretches of a Chinese sentence that name something as a whole, however a dictionary cuts them.

A title in 《》 of which the value is a part, or of what the next clause tells the contents; a name in quotation marks
that opens a clause; the sides of a comparison (与甲用三天、乙用五天相比).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.topics.han_bonds import comparison
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_TITLED = re.compile(r"《([^《》\n]{2,40})》")
_QUOTED = re.compile(r"[“「『]([^“”「」『』，。！？；：、,.!?;:\n]{2,10})[”」』]")
_INSIDE_TITLE = 10.0
_CONTENTS = 9.0
_OPENS_WITH_QUOTE = 9.5
_ELSEWHERE = 1.0
_SIDE = 10.0
_LONGEST_SIDE = 12
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Whole:
    """A name, where it stands and how well its place fits a value."""

    name: str
    span: Span
    fit: float


def wholes(reading: Reading, value: Span) -> Iterator[Whole]:
    """What a sentence names as a whole and its value at ``value`` can be said of."""
    yield from _titles(reading, value)
    yield from _quoted(reading, value)
    yield from _sides(reading, value)


def _titles(reading: Reading, value: Span) -> Iterator[Whole]:
    for found in _TITLED.finditer(reading.text, reading.span.start, reading.span.end):
        title = Span(*found.span(1))
        if title.contains(value):
            yield Whole(found.group(1), title, _INSIDE_TITLE)
        elif _tells_contents(reading, found.end(), value):
            yield Whole(found.group(1), title, _CONTENTS)


def _tells_contents(reading: Reading, end: int, value: Span) -> bool:
    """Whether a clause that says what a text holds follows it, and the value stands there: 《报告》，涵盖五大领域."""
    behind = reading.tokens_in(Span(end, max(end, value.start)))
    first = next((t for t in behind if t.pos is not Pos.PUNCTUATION), None)
    if first is None or first.text not in load_words().containing or any(t.text in "；;。" for t in behind):
        return False
    return value.start >= end


def _quoted(reading: Reading, value: Span) -> Iterator[Whole]:
    for found in _QUOTED.finditer(reading.text, reading.span.start, reading.span.end):
        whole, name = Span(*found.span()), Span(*found.span(1))
        if opens_with(reading, whole) and not name.overlaps(value):
            here = reading.clause_of(value).contains(whole) and whole.end <= value.start
            yield Whole(found.group(1), name, _OPENS_WITH_QUOTE if here else _ELSEWHERE)


def opens_with(reading: Reading, quote: Span) -> bool:
    """Whether the words in quotation marks open their clause and a verb follows: “听涛”吸引了三万人."""
    clause = reading.clause_of(quote)
    idle = {Pos.CONJUNCTION, Pos.ADVERB, Pos.TIME, Pos.VALUE, Pos.PUNCTUATION}
    ahead = reading.tokens_in(Span(clause.start, max(clause.start, quote.start)))
    behind = [t for t in reading.tokens_in(Span(quote.end, reading.span.end)) if t.pos is not Pos.ADVERB]
    told = bool(behind) and behind[0].pos is Pos.VERB and not any(t.text == "的" for t in behind[1:2])
    return told and all(t.pos in idle for t in ahead)


def _sides(reading: Reading, value: Span) -> Iterator[Whole]:
    """The side of a comparison to which the value belongs: 甲 in 与甲用三天、乙用五天相比."""
    stretch = comparison(reading)
    if stretch is None or not stretch.contains(value):
        return
    words = load_words()
    side: list[Token] = []
    named = False
    for token in reading.tokens_in(stretch)[1:]:
        if token.span.start >= value.start:
            break
        if token.text == "、" or (named and token.text in words.joining):
            side, named = [], False
        elif token.pos is Pos.VALUE or token.text in words.spending:
            named = True
        elif not named:
            side.append(token)
    if side:
        glued = side[-1].text[-1] in words.spending and len(side[-1].text) > _SHORTEST  # 甲用, where 甲 is unknown
        span = Span(side[0].span.start, side[-1].span.end - glued)
        if _SHORTEST <= len(span) <= _LONGEST_SIDE:
            yield Whole(span.of(reading.text), span, _SIDE)
