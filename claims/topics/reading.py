"""A sentence as the grammar of subjects sees it: words, phrases and clauses around its value expressions."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.sentences import clauses
from claims.topics.chinese import chinese_tokens
from claims.topics.english import english_tokens
from claims.topics.noun_phrases import Phrase, noun_phrases
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_HAN = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=20_000)
def is_chinese(text: str) -> bool:
    """Whether the words of ``text`` are to be cut as Chinese: more Han characters than a fifth of its letters."""
    han = len(_HAN.findall(text))
    return han > 0 and han * 5 > sum(c.isalpha() for c in text)


@dataclass(frozen=True)
class Reading:
    """One sentence of a cleaned text, read once.

    ``values`` are the spans of its value expressions and ``names`` those of names known from elsewhere; neither is
    cut into words. All spans count code points of ``text``, the whole cleaned text.
    """

    text: str
    span: Span
    values: tuple[Span, ...] = ()
    names: tuple[Span, ...] = ()

    @cached_property
    def wording(self) -> str:
        """The sentence itself."""
        return self.span.of(self.text)

    @cached_property
    def chinese(self) -> bool:
        """Whether it is read by Chinese grammar."""
        return is_chinese(self.wording)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All words, each value expression and each known name being one."""
        return tuple(self._cut())

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """All noun phrases."""
        return noun_phrases(self.tokens, load_words().verbs)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """The stretches between commas and other breaks; none falls inside a value or a name."""
        return clauses(self.text, self.span, (*self.values, *self.names))

    def clause_of(self, place: Span) -> Span:
        """The clause that holds ``place``, joined with the next when it only says when; else the whole sentence."""
        return next((joined for clause, joined in self._joined if clause.contains(place)), self.span)

    @cached_property
    def _joined(self) -> tuple[tuple[Span, Span], ...]:
        """Each clause, and with it the next where it only says when."""
        followed = zip(self.clauses, (*self.clauses[1:], None), strict=True)
        return tuple(
            (clause, Span(clause.start, following.end) if following and self._only_when(clause) else clause)
            for clause, following in followed
        )

    def _only_when(self, clause: Span) -> bool:
        said = {Pos.NAME, Pos.NOUN, Pos.VERB}
        idle = load_words().dated | load_words().skipped
        return all(t.pos not in said or t.text in idle for t in self.tokens_in(clause))

    def tokens_in(self, place: Span) -> Sequence[Token]:
        """The words that lie inside ``place``."""
        first = bisect.bisect_left(self.tokens, place.start, key=lambda t: t.span.start)
        last = bisect.bisect_right(self.tokens, place.end, key=lambda t: t.span.end)
        return self.tokens[first:last]

    def goes_on(self, word: Span, value: Span) -> bool:
        """Whether an English sentence has turned to something else between a word and a value behind it.

        It has where another value stands there, and behind that a verb: *founded it in May 1993 and led it until 1996*.
        """
        between = [other for other in self.values if word.end <= other.start and other.end <= value.start]
        if self.chinese or not between:
            return False
        return any(t.pos is Pos.VERB for t in self.tokens_in(Span(max(other.end for other in between), value.start)))

    def _cut(self) -> Iterator[Token]:
        cut = chinese_tokens if self.chinese else english_tokens
        at = self.span.start
        for place, pos in _merged(self.values, self.names):
            if place.start > at:
                yield from cut(self.text, Span(at, place.start))
            yield Token(place, place.of(self.text), pos, place.of(self.text).lower())
            at = place.end
        if at < self.span.end:
            yield from cut(self.text, Span(at, self.span.end))


def _merged(values: Iterable[Span], names: Iterable[Span]) -> list[tuple[Span, Pos]]:
    """Values and the names that touch none of them, in order."""
    values = tuple(values)
    kept = [(n, Pos.NAME) for n in names if not any(n.overlaps(v) for v in values)]
    return sorted([(v, Pos.VALUE) for v in values] + kept, key=lambda pair: pair[0])
