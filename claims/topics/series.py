"""Series of values and of what they are said of: members joined by commas and conjunctions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.model import Kind, ValueMention
from claims.scales import scale_of
from claims.topics.name_parts import ends_as_organisation, name_of
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_LONGEST = 6
_MOST = 60
"""How many words a member may have, and how many values a series: longer ones are no prose."""

_ENDS = frozenset({Pos.VALUE, Pos.PREPOSITION, Pos.LINK, Pos.PARTICLE, Pos.PRONOUN})
_LOOSE = frozenset({Pos.VERB, Pos.TIME, Pos.ADVERB, Pos.LOCALIZER, Pos.DETERMINER, Pos.PARTICLE})
_QUOTES = "\"'“”‘’「」『』《》"


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a series of names or nouns; ``rest`` are the words behind the last one that all share."""

    tokens: tuple[Token, ...]
    rest: tuple[Token, ...] = ()

    @property
    def span(self) -> Span:
        """Where the member stands, without what all share."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    @property
    def is_name(self) -> bool:
        """Whether it is or holds a name."""
        words = load_words()
        return any(t.pos is Pos.NAME or ends_as_organisation(t.text, words) for t in self.tokens)


def values_in_series(reading: Reading, mentions: Sequence[ValueMention]) -> Iterator[tuple[ValueMention, ...]]:
    """The runs of two or more values of one sort with nothing but commas and conjunctions between them."""
    run: list[ValueMention] = []
    for mention in mentions:
        if run and not (_joined(reading, run[-1], mention) and _one_sort(run[-1], mention)):
            if 1 < len(run) <= _MOST:
                yield tuple(run)
            run = []
        run = [*run, mention] if mention.role is None else []
    if 1 < len(run) <= _MOST:
        yield tuple(run)


def _joined(reading: Reading, first: ValueMention, second: ValueMention) -> bool:
    between = reading.tokens_in(Span(first.span.end, max(first.span.end, second.span.start)))
    return bool(between) and all(t.text.lower() in load_words().joining for t in between)


def _one_sort(first: ValueMention, second: ValueMention) -> bool:
    dimensions = scale_of(first.quantity).dimension, scale_of(second.quantity).dimension
    bare = first.quantity.kind is Kind.COUNT and first.quantity.unit is None and second.quantity.kind is not Kind.DATE
    return dimensions[0] == dimensions[1] or bare


def members_before(reading: Reading, end: int, count: int) -> tuple[Member, ...]:
    """The ``count`` members of the series that ends last before ``end``, what follows its last member left aside.

    Empty when the words before ``end`` make no such series.
    """
    runs = _runs(reading.tokens_in(Span(reading.span.start, max(reading.span.start, end))))
    return _members(runs[-count:], count)


def members_after(reading: Reading, start: int, count: int) -> tuple[Member, ...]:
    """The ``count`` members of the series that begins at ``start``; empty when none does."""
    runs = _runs(reading.tokens_in(Span(min(start, reading.span.end), reading.span.end)))
    return _members(runs[:count], count)


def _members(runs: Sequence[Sequence[Token]], count: int) -> tuple[Member, ...]:
    if count < 2 or len(runs) < count:
        return ()
    first, *middle, last = runs
    if any(not _is_member(run) for run in middle):
        return ()
    parts = [_trailing(first), *map(_bare, middle), _leading(last)]
    if not all(0 < len(part) <= _LONGEST for part in parts):
        return ()
    own, rest = _parted(parts[-1], {len(part) for part in parts[:-1]})
    return tuple(Member(tuple(part), tuple(rest)) for part in (*parts[:-1], own))


def _runs(tokens: Sequence[Token]) -> list[list[Token]]:
    """The words between commas and conjunctions."""
    joining = load_words().joining
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.text.lower() in joining:
            runs.append([])
        else:
            runs[-1].append(token)
    return [run for run in runs if run]


def _is_member(run: Sequence[Token]) -> bool:
    verbs = load_words().verbs
    return not any(ends_member(t) or t.text in verbs for t in run)


def ends_member(token: Token) -> bool:
    """Whether a word cannot be part of a member's name."""
    return token.pos in _ENDS or (token.pos is Pos.PUNCTUATION and token.text not in _QUOTES)


def _bare(run: Sequence[Token]) -> list[Token]:
    return [t for t in run if t.pos is not Pos.DETERMINER and t.pos is not Pos.PUNCTUATION]


def _leading(run: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in run:
        if ends_member(token) or (token.pos in _LOOSE and token.pos is not Pos.DETERMINER):
            break
        kept.append(token)
    return _bare(kept)


def _trailing(run: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in reversed(run):
        if ends_member(token) or token.pos in _LOOSE:
            break
        kept.insert(0, token)
    return _bare(kept)


def member_of(tokens: Sequence[Token]) -> Member:
    """The member that ``tokens`` name: their name where they hold one, else all of them."""
    named, rest = _parted(tokens, set())
    return Member(tuple(named), tuple(rest))


def _parted(last: Sequence[Token], lengths: set[int]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The last member, and what all members share: 常住人口 in ``甲市和乙市常住人口``."""
    phrase = Phrase(Span(last[0].span.start, last[-1].span.end), tuple(last), 0, len(last))
    named, rest = name_of(phrase, load_words())
    if len(lengths) == 1 and (common := min(lengths)) < len(last):
        return last[:common], last[common:]
    return (named, rest) if named else (last, ())
