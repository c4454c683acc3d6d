"""Whether something is, will be, is aimed at or is denied, and who says so."""

from __future__ import annotations

from claims.model import Modality
from claims.topics.name_parts import name_of, wording
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words
from sources.span import Span

_REACH = 14  # tokens before the value in which a word of modality rules it


def modality_of(reading: Reading, value: Span) -> Modality:
    """How the value at ``value`` is meant, judged by the words before it in its sentence."""
    words = load_words()
    start = reading.span.start
    ahead = [t.text.lower() for t in reading.tokens_in(Span(start, max(start, value.start)))][-_REACH:]
    if any(w in words.target for w in ahead):
        return Modality.TARGET
    if any(w in words.forecast for w in ahead):
        return Modality.FORECAST
    if any(w in words.denied for w in ahead[-3:]):
        return Modality.DENIED
    return Modality.ACTUAL


def speaker_of(reading: Reading) -> str | None:
    """Who says what the sentence says: the phrase before a verb of saying, None where nobody is named."""
    words = load_words()
    tokens = reading.tokens
    for phrase in reading.phrases:
        if phrase.last >= len(tokens) or tokens[phrase.last].text.lower() not in words.speakers:
            continue
        if name := _speaker_name(reading, phrase.first, phrase.last, words):
            return name
    return None


def _speaker_name(reading: Reading, first: int, last: int, words: Words) -> str | None:
    phrase = next(p for p in reading.phrases if p.first == first and p.last == last)
    named = _person(phrase, words) or name_of(phrase, words)[0]
    return wording(reading, named) if any(t.pos is Pos.NAME for t in named) else None


def _person(phrase: Phrase, words: Words) -> tuple[Token, ...]:
    """The name right before the verb where an office stands before that: who speaks is not the house they speak for."""
    tokens = phrase.tokens
    at = len(tokens)
    while at and tokens[at - 1].pos is Pos.NAME:
        at -= 1
    return tuple(tokens[at:]) if at and tokens[at - 1].text.lower() in words.roles else ()
