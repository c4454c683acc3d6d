"""For which house somebody speaks in Chinese: 云岭银行 of 云岭银行行长林雨晴表示，…, which what follows is said of."""

from __future__ import annotations

from collections.abc import Sequence

from claims.topics.han_speakers import only_says
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_NAMING = frozenset({Pos.NAME, Pos.NOUN})
_OF_ONESELF = frozenset({"他", "她", "我", "自己", "本人"})
_SHORTEST = 3
"""Characters of a house's name with the word for what it is: 云岭银行, 工商局."""


def spoken_for(reading: Reading, value: Span) -> Span | None:
    """The house whose officer says what the clause of ``value`` tells; None where nobody, or a person alone, speaks.

    The clause that says who speaks stands before, and has the house, the office and the name of the person in that
    order.
    """
    if not reading.chinese:
        return None
    own = reading.clause_of(value)
    for clause in reading.clauses:
        if clause.end > own.start:
            return None
        if only_says(reading, clause) and (house := _house(reading.tokens_in(clause))):
            said = reading.tokens_in(Span(clause.end, max(clause.end, value.start)))
            return None if any(t.text in _OF_ONESELF for t in said) else house
    return None


def _house(tokens: Sequence[Token]) -> Span | None:
    """The name before an office and a person in the words of a clause."""
    for n, token in enumerate(tokens[:-1]):
        office = _office(token)
        if not office or tokens[n + 1].pos is not Pos.NAME:
            continue
        first = n
        while first and tokens[first - 1].pos in _NAMING:
            first -= 1
        house = Span(tokens[first].span.start, token.span.end - len(office))
        return house if len(house) >= _SHORTEST and any(t.pos in _NAMING for t in tokens[first : n + 1]) else None
    return None


def _office(token: Token) -> str:
    """The word for an office that a word ends in: 行长 of 银行行长."""
    return max((role for role in load_words().roles if token.text.endswith(role)), key=len, default="")
