"""Which property of its subject a value states: what is counted, measured, ranked or dated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.model import Kind
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.subjects import name_of, wording
from claims.topics.terms import head_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words
from sources.span import Span

_EVENTS = frozenset({Kind.DATE})
_BESIDE = frozenset({Pos.VERB, Pos.ADVERB, Pos.PARTICLE, Pos.TIME, Pos.PREPOSITION, Pos.DETERMINER, Pos.PRONOUN})


@dataclass(frozen=True, slots=True)
class Aspect:
    """The property: its ``wording``, its ``head`` and the ``modifiers`` that narrow the head down.

    Both are concepts (``=employees``) where the words are known as one, else lemmas. ``event`` is the verb a date is
    said of, likewise. All empty when the sentence does not say.
    """

    wording: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    event: str = ""


def aspect_of(reading: Reading, value: Span, kind: Kind) -> Aspect:
    """The property that the value at ``value`` states, from the words beside it."""
    words = load_words()
    if kind in _EVENTS:
        return _event(reading, value, words)
    counted = _phrase_after(reading, value)
    owned = _phrase_before(reading, value)
    if kind in (Kind.COUNT, Kind.RANK, Kind.SUPERLATIVE):
        first, second = counted, owned
    else:
        first, second = owned, counted
    for phrase in (first, second):
        if phrase and (aspect := _from_phrase(reading, phrase, words)):
            return aspect
    verb = _verb(reading, value, words)
    return Aspect(wording=verb.text, event=head_of([verb])[0]) if verb else Aspect()


def _from_phrase(reading: Reading, phrase: Phrase, words: Words) -> Aspect | None:
    named, rest = name_of(phrase, words)
    has_name = any(t.pos is Pos.NAME for t in named)
    if has_name and not rest:
        return None
    tokens = list(rest if has_name else phrase.tokens)
    telling = [t for t in tokens if t.text.lower() not in words.generic] or tokens
    head, modifiers = head_of(telling)
    return Aspect(wording(reading, tokens), head, modifiers)


def _phrase_after(reading: Reading, value: Span) -> Phrase | None:
    """The noun phrase that follows the value at once, or after a 的 or ``of``."""
    for phrase in reading.phrases:
        if phrase.span.start >= value.end:
            gap = reading.text[value.end : phrase.span.start].strip()
            return phrase if gap in ("", "的", "of", "of the", "of all") else None
    return None


def _phrase_before(reading: Reading, value: Span) -> Phrase | None:
    """The noun phrase of the clause that a verb, at most, divides from the value."""
    clause = reading.clause_of(value)
    ahead = [p for p in reading.phrases if clause.contains(p.span) and p.span.end <= value.start]
    for phrase in reversed(ahead):
        between = reading.tokens_in(Span(phrase.span.end, max(phrase.span.end, value.start)))
        if any(t.pos not in _BESIDE for t in between):
            return None
        if phrase.preposition and phrase.preposition != "of":
            continue
        return phrase
    return None


def _verbs(reading: Reading, stretch: Span, words: Words) -> Iterator[Token]:
    inside = {t.span for p in reading.phrases for t in p.tokens}
    for token in reading.tokens_in(stretch):
        if token.pos is Pos.VERB and token.span not in inside and token.lemma not in words.weak:
            yield token


def _verb(reading: Reading, value: Span, words: Words) -> Token | None:
    """The verb of the clause that stands nearest to the value; of two as near, the one after it."""
    clause = reading.clause_of(value)

    def distance(token: Token) -> int:
        return token.span.start - value.end if token.span.start >= value.end else value.start - token.span.end

    return min(_verbs(reading, clause, words), key=distance, default=None)


def _event(reading: Reading, value: Span, words: Words) -> Aspect:
    verb = _verb(reading, value, words)
    if verb is None:
        return Aspect()
    things = _objects(reading, verb, value)
    parts = [verb.text, *(wording(reading, p.tokens) for p in things[:1])]
    head = head_of(things[0].tokens)[0] if things else ""
    return Aspect(("" if reading.chinese else " ").join(parts), head, event=head_of([verb])[0])


def _objects(reading: Reading, verb: Token, value: Span) -> Sequence[Phrase]:
    """The phrases behind the verb in its clause."""
    clause = reading.clause_of(verb.span)
    return [p for p in reading.phrases if p.span.start >= verb.span.end and clause.contains(p.span) and not p.preposition]
