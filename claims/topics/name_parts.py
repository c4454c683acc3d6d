"""The part of a noun phrase that names something, and what a phrase goes on to say of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.terms import head_of, role_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words
from sources.span import Span


def name_of(phrase: Phrase, words: Words) -> tuple[Sequence[Token], Sequence[Token]]:
    """The tokens of a phrase that name something, and those that follow them.

    ``千问衍生模型数量`` is 千问 and 衍生模型数量; a phrase without a name is all name, but for a generic last word
    (``数量``, ``number``).
    """
    tokens = phrase.tokens
    if len(tokens) > 1 and tokens[0].text in words.pronouns:
        tokens = tokens[1:]
    first = _first_of_name(tokens)
    last = -1 if first is None else first
    while 0 <= last < len(tokens) - 1 and tokens[last + 1].pos is Pos.NAME:
        last += 1
    last = max([last, *(n for n, t in enumerate(tokens) if n > 0 and ends_as_organisation(t.text, words))])
    if last < 0 and _owns_property(tokens, words):
        last = 0
    if last < 0:
        cut = len(tokens) - (len(tokens) > 1 and is_generic(tokens[-1], words))
        return tokens[:cut], tokens[cut:]
    return tokens[first or 0 : last + 1], tokens[last + 1 :]


def _owns_property(tokens: Sequence[Token], words: Words) -> bool:
    """Whether a Chinese phrase is a word for an organisation or work and a property that it has: 大桥 and 全长."""
    first, rest = tokens[0].text, tokens[1:]
    whole = len(first) > 1 and not first.isascii() and ends_as_organisation(first, words)
    return bool(rest) and whole and role_of(head_of(rest)[0]) == "attribute"


def _first_of_name(tokens: Sequence[Token]) -> int | None:
    """Where the name begins: a Chinese phrase that ends in one is headed by it, whatever stands before (甲行行长乙)."""
    first = next((n for n, t in enumerate(tokens) if t.pos is Pos.NAME), None)
    if first == 0 and len(tokens) > 1 and len(tokens[0].text) == 1 and not tokens[0].text.isascii():
        return None  # 北环线工程: one character is cut off a name, and none itself
    if first is None or tokens[-1].pos is not Pos.NAME or all(t.text.isascii() for t in tokens):
        return first
    other = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].pos is not Pos.NAME), -1)
    return other + 1


def ends_as_organisation(word: str, words: Words) -> bool:
    """Whether a word ends as names of organisations, works or places do: 管弦乐团, 医院; 县 only as a word."""
    if word in words.roles:
        return False  # 母公司 is what something is to another
    return word in words.organisations or word.endswith(_endings(words.organisations))


@lru_cache(maxsize=4)
def _endings(words: frozenset[str]) -> tuple[str, ...]:
    """Those of ``words`` that end longer ones; a single character ends too much."""
    return tuple(word for word in words if len(word) > 1)


def wording(reading: Reading, tokens: Sequence[Token]) -> str:
    """The text that ``tokens`` cover, spaces between Han characters left out."""
    if not tokens:
        return ""
    return Span(tokens[0].span.start, tokens[-1].span.end).of(reading.text).strip()


def is_generic(token: Token, words: Words) -> bool:
    """Whether a word names nothing by itself (数量, ``number``)."""
    return token.text.lower() in words.generic
