"""Which property of its subject a value states: what is counted, measured, ranked or dated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.model import Kind
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.subjects import name_of, wording
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words
from sources.span import Span

_EVENTS = frozenset({Kind.DATE})
_BESIDE = frozenset({Pos.VERB, Pos.ADVERB, Pos.PARTICLE, Pos.TIME, Pos.PREPOSITION, Pos.DETERMINER, Pos.PRONOUN})


@dataclass(frozen=True, slots=True)
class Aspect:
    """The property: its ``wording``, its ``head`` word (a lemma) and the words that narrow the head down.

    ``event`` is the lemma of the verb a date is said of. All empty when the sentence does not say.
    """

    wording: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    event: str = ""
    source: str = ""


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
    for phrase, side in ((first, "near"), (second, "far")):
        if phrase and (aspect := _from_phrase(reading, phrase, words, side)):
            return aspect
    verb = _verb(reading, value, words)
    return Aspect(wording=verb.text, event=verb.lemma, source="verb") if verb else Aspect()


def _from_phrase(reading: Reading, phrase: Phrase, words: Words, side: str) -> Aspect | None:
    named, rest = name_of(phrase, words)
    tokens = [t for t in (rest or named) if t.pos is not Pos.DETERMINER]
    if not rest and all(t.pos is Pos.NAME for t in named):
        return None
    telling = [t for t in tokens if t.text.lower() not in words.generic] or tokens
    *modifiers, head = telling
    return Aspect(wording(reading, tokens), head.lemma, tuple(t.lemma for t in modifiers), source=side)


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
    text = verb.text + "".join(wording(reading, p.tokens) for p in things[:1]) if reading.chinese else " ".join(
        [verb.text, *(wording(reading, p.tokens) for p in things[:1])]
    )
    return Aspect(text, things[0].head.lemma if things else "", event=verb.lemma, source="event")


def _objects(reading: Reading, verb: Token, value: Span) -> Sequence[Phrase]:
    """The phrases behind the verb in its clause."""
    clause = reading.clause_of(verb.span)
    return [p for p in reading.phrases if p.span.start >= verb.span.end and clause.contains(p.span) and not p.preposition]
