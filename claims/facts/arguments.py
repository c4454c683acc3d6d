"""The stretches of a sentence that a statement is made of: the noun phrase before or behind a word, and lists."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.topics.chinese import in_dictionary
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_OPENING = {"“": "”", "《": "》", "‘": "’", "「": "」", '"': '"', "〈": "〉"}
_BRACKETS = {"(": ")", "（": "）"}
_NOMINAL = frozenset({Pos.NAME, Pos.NOUN, Pos.ADJECTIVE, Pos.NUMBER, Pos.MEASURE, Pos.VALUE})
_HEADS = frozenset({Pos.NAME, Pos.NOUN})
_AND = frozenset({"、", "和", "与", "及", "以及", "兼", ",", "and", "&"})
_ANOTHER = frozenset({"a", "an"})
"""Begin a second description (founder of Acme and a member of the board), no second member of a list."""
_DOT = "·"
_LONGEST = 16
"""Tokens of one noun phrase."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A noun phrase or a list of them: the tokens ``first`` to ``last`` (exclusive) of a sentence, and its members.

    ``named`` tells whether it holds a name, ``near`` whether it stands where grammar wants it.
    """

    span: Span
    parts: tuple[Span, ...]
    first: int
    last: int
    named: bool
    near: bool = True


def index_at(reading: Reading, offset: int) -> int:
    """The place among the tokens of the first that starts at or behind ``offset``."""
    return bisect.bisect_left(reading.tokens, offset, key=lambda t: t.span.start)


def behind(reading: Reading, at: int, end: int, *, linked: bool = False) -> Stretch | None:
    """The noun phrase, or list of them, that begins with the token ``at`` and ends before the offset ``end``.

    With ``linked`` phrases bound by 的 or ``of`` are one.
    """
    tokens = reading.tokens
    parts: list[Span] = []
    named = False
    first, last = at, at
    while at < len(tokens):
        start = _skip_determiners(tokens, at)
        stop, has_name = _phrase(tokens, start, end, linked=linked)
        if stop == start:
            break
        if parts and not linked and stop < len(tokens) and tokens[stop].pos is Pos.LINK:
            break  # 黄晓和海图云的创始人…: the last owns what follows, and is none of them
        parts.append(Span(tokens[start].span.start, tokens[stop - 1].span.end))
        if len(parts) == 1:
            first = start
        named |= has_name
        last = stop
        at = stop
        while at < len(tokens) and tokens[at].text.lower() in _AND and tokens[at].span.end <= end:
            at += 1
        if at == stop or (at < len(tokens) and tokens[at].text.lower() in _ANOTHER):
            break
    if not parts:
        return None
    return Stretch(Span(parts[0].start, parts[-1].end), tuple(parts), first, last, named)


def before(reading: Reading, at: int, start: int) -> Stretch | None:
    """The noun phrase that ends with the token before ``at`` and begins no earlier than the offset ``start``."""
    tokens = reading.tokens
    if at > 0 and tokens[at - 1].pos is Pos.LINK and tokens[at - 1].text != "of":
        at -= 1
    stop = at
    while at > 0 and tokens[at - 1].span.start >= start and stop - at < _LONGEST:
        token = tokens[at - 1]
        opened = _opened(tokens, at - 1, start)
        if opened is not None:
            at = opened
        elif (token.pos in _NOMINAL or token.text == _DOT) and token.text not in load_words().verbs:
            at -= 1
        else:
            break
    at = _drop_leading(tokens, at, stop)
    if at == stop or not any(t.pos in _HEADS for t in tokens[at:stop]):
        return None
    place = Span(tokens[at].span.start, tokens[stop - 1].span.end)
    return Stretch(place, (place,), at, stop, any(is_name(t) for t in tokens[at:stop]))


def listed_before(reading: Reading, at: int, start: int) -> Stretch | None:
    """The list of noun phrases that ends with the token before ``at``; None when nothing of the kind does."""
    found: list[Stretch] = []
    while (phrase := before(reading, at, start)) is not None:
        found.insert(0, phrase)
        at = phrase.first
        if at == 0 or reading.tokens[at - 1].text.lower() not in _AND:
            break
        at -= 1
    if not found:
        return None
    place = Span(found[0].span.start, found[-1].span.end)
    return Stretch(place, tuple(f.span for f in found), found[0].first, found[-1].last, any(f.named for f in found))


def is_name(token: Token) -> bool:
    """Whether a word names something: by its part of speech, or a Chinese noun that the dictionary does not have."""
    if token.pos is Pos.NAME:
        return True
    return token.pos is Pos.NOUN and not token.text.isascii() and not in_dictionary(token.text)


def _skip_determiners(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].text.isascii() and tokens[at].pos is Pos.DETERMINER:
        at += 1
    return at


def _phrase(tokens: Sequence[Token], at: int, end: int, *, linked: bool) -> tuple[int, bool]:
    """Where the noun phrase that starts at ``at`` ends, and whether it holds a name."""
    start, stop, named = at, at, False
    while at < len(tokens) and tokens[at].span.end <= end and at - start < _LONGEST:
        token = tokens[at]
        if token.text in _OPENING and (closed := _closed(tokens, at, end)) is not None:
            named, at = True, closed + 1
            stop = at
        elif token.text in _BRACKETS and stop and stop == at and (closed := _closed(tokens, at, end)) is not None:
            at = stop = closed + 1
        elif token.pos in _NOMINAL and token.text not in load_words().verbs:
            at += 1
            named |= is_name(token)
            stop = at if token.pos in _HEADS or token.pos is Pos.VALUE else stop
        elif stop > start and (token.text == _DOT or _inside(tokens, at, end, linked=linked)):
            at += 1
            stop = at if token.text == _DOT else stop
        elif token.pos is Pos.TIME and not token.text.isascii() and _head_follows(tokens, at, end):
            at += 1
        else:
            break
    return stop, named


def _inside(tokens: Sequence[Token], at: int, end: int, *, linked: bool) -> bool:
    link = linked and tokens[at].pos is Pos.LINK
    return link and _head_follows(tokens, at, end, reach=3)


def _head_follows(tokens: Sequence[Token], at: int, end: int, *, reach: int = 1) -> bool:
    ahead = [t for t in tokens[at + 1 : at + 1 + reach] if t.span.end <= end]
    for token in ahead:
        if token.pos in _HEADS or token.text in _OPENING:
            return True
        if token.pos not in _NOMINAL and token.pos is not Pos.DETERMINER and token.pos is not Pos.ADVERB:
            return False
    return False


def _closed(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The place of the mark that closes what the token ``at`` opens."""
    wanted = _OPENING.get(tokens[at].text) or _BRACKETS[tokens[at].text]
    for n in range(at + 1, len(tokens)):
        if tokens[n].span.end > end:
            return None
        if tokens[n].text == wanted:
            return n
    return None


def _opened(tokens: Sequence[Token], at: int, start: int) -> int | None:
    """The place of the mark that opens what the token ``at`` closes, None when it closes nothing."""
    pairs, closing = _OPENING | _BRACKETS, tokens[at].text
    if closing not in pairs.values():
        return None
    for n in range(at - 1, max(-1, at - _LONGEST), -1):
        if tokens[n].span.start < start:
            return None
        if pairs.get(tokens[n].text) == closing:
            return n
    return None


def _drop_leading(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Leaves out what a noun phrase does not begin with: numbers that hang over from before, closing marks."""
    while at < stop and (tokens[at].text == _DOT or tokens[at].pos in (Pos.MEASURE, Pos.VALUE)):
        at += 1
    return at


def clause_start(reading: Reading, offset: int) -> int:
    """Where the clause begins that holds ``offset``."""
    return next((c.start for c in reversed(reading.clauses) if c.start <= offset), reading.span.start)


def clause_end(reading: Reading, offset: int) -> int:
    """Where the clause ends that holds ``offset``; a quotation that opens in it is not cut."""
    end = next((c.end for c in reading.clauses if c.end > offset), reading.span.end)
    for mark, closing in _OPENING.items():
        opened = reading.text.rfind(mark, offset, end)
        if opened >= 0 and reading.text.find(closing, opened + 1, end) < 0:
            closed = reading.text.find(closing, end, reading.span.end)
            end = closed + 1 if closed >= 0 else end
    return end


def tokens_between(reading: Reading, start: int, end: int) -> Iterator[Token]:
    """The tokens that lie between two offsets."""
    yield from reading.tokens_in(Span(start, max(start, end)))
