"""Which property of its subject a value states: what is counted, measured, ranked or dated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.model import Kind
from claims.topics.name_parts import name_of, wording
from claims.topics.noun_phrases import Phrase
from claims.topics.places import MARK, name_key
from claims.topics.reading import Reading
from claims.topics.terms import fate_in, happenings, head_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words
from sources.span import Span

EDITION = "#edition"
"""Stands for the head of an ordinal that numbers a member of a series."""

_NOTE = re.compile(r"\([^()]{0,40}\)|（[^（）]{0,20}）")
_BESIDE = frozenset(
    {
        Pos.VERB,
        Pos.ADVERB,
        Pos.PARTICLE,
        Pos.TIME,
        Pos.PREPOSITION,
        Pos.DETERMINER,
        Pos.PRONOUN,
        Pos.LINK,
        Pos.ADJECTIVE,
    }
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """The property: its ``wording``, its ``head`` and the ``modifiers`` that narrow the head down.

    Both are concepts (``=employees``) where the words are known as one, else lemmas. ``event`` is the verb a date is
    said of or, where it is known as a concept, the verb beside another value. All empty when the sentence does not say.
    """

    wording: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    event: str = ""


def aspect_of(reading: Reading, value: Span, kind: Kind, subject: Span | None = None) -> Aspect:
    """The property that the value at ``value`` states, from the words beside it.

    Where they say nothing, it is what the phrase at ``subject`` goes on to name:
    ``杭州的人才储备仅次于北京，位列第二``.
    """
    words = load_words()
    if kind is Kind.DATE:
        return _event(reading, value, words)
    counted = _phrase_after(reading, value)
    if kind is Kind.RANK and counted and _is_series(reading, value, counted, words):
        return Aspect(wording(reading, counted.tokens), EDITION)
    owned = _outermost(reading, _phrase_before(reading, value), words)
    linked = counted is not None and reading.text[value.end : counted.span.start].strip() == "的"
    if kind in (Kind.COUNT, Kind.RANK, Kind.SUPERLATIVE) or linked:
        first, second = counted, owned
    else:
        first, second = owned, counted
    verb = _verb(reading, value, words)
    event = _named_by(reading, verb) if verb else ""
    fate = fate_in(reading, reading.clause_of(value), value) if kind is Kind.COUNT else None
    for phrase in (first, second, _owned(reading, subject)):
        if phrase and (aspect := _from_phrase(reading, phrase, words)):
            if fate and not reading.chinese:
                return replace(aspect, event=event, head=fate, modifiers=_who(counted))
            return replace(aspect, event=event, head=fate or aspect.head)
    if verb is None:
        return Aspect(head=fate or "")
    return Aspect(
        wording=verb.text,
        head=fate or "",
        modifiers=_who(counted) if fate and not reading.chinese else (),
        event=event or head_of([verb])[0],
    )


def _named_by(reading: Reading, verb: Token) -> str:
    """The event that a verb names, be it with the words behind it; empty where it names none."""
    told = happenings(reading, reading.clause_of(verb.span))
    return next((h.event for h in told if h.span.contains(verb.span)), "")


_ANYBODY = frozenset({"=people", "=victims", "=casualties", "=killed", "=injured"})


def _who(counted: Phrase | None) -> tuple[str, ...]:
    """Who of the people an event befell is counted, in an English sentence: the guides, nine Australians."""
    if counted is None:
        return ()
    head, modifiers = head_of(counted.tokens)
    kept = (*modifiers, *(() if head in _ANYBODY else (head,)))
    return tuple(word for word in kept if word not in load_words().weak)


def _is_series(reading: Reading, value: Span, counted: Phrase, words: Words) -> bool:
    """Whether an ordinal says which of a series it is (第九届大会, ``the tenth DebConf``) and not who came tenth."""
    if reading.text[value.end : counted.span.start].strip():
        return False
    return counted.tokens[0].pos is Pos.NAME or counted.head.text.lower() in words.series


def _owned(reading: Reading, subject: Span | None) -> Phrase | None:
    """The phrase that the subject owns, or the subject's own phrase when it holds more than the name."""
    for phrase, following in zip(reading.phrases, (*reading.phrases[1:], None), strict=False):
        if subject and phrase.span.contains(subject):
            bound = following is not None and phrase.link is not None and following.first == phrase.last + 1
            return following if bound else phrase if name_of(phrase, load_words())[1] else None
    return None


def _from_phrase(reading: Reading, phrase: Phrase, words: Words) -> Aspect | None:
    named, rest = name_of(phrase, words)
    has_name = any(t.pos is Pos.NAME for t in named)
    if has_name and not rest:
        return None
    tokens = [t for t in (rest if has_name else phrase.tokens) if name_key(t.text)[:1] != MARK]
    if not tokens:
        return None
    telling = [t for t in tokens if t.text.lower() not in words.generic]
    if not telling:
        return None
    head, modifiers = head_of(telling)
    return Aspect(wording(reading, tokens), head, modifiers)


def _phrase_after(reading: Reading, value: Span) -> Phrase | None:
    """The noun phrase that follows the value at once, or after a 的, an ``of`` or a note in brackets."""
    for phrase in reading.phrases:
        if phrase.span.start >= value.end:
            gap = _NOTE.sub("", reading.text[value.end : phrase.span.start]).strip()
            return phrase if gap in ("", "的", "of", "of the", "of all", "of its") else None
    return None


def _phrase_before(reading: Reading, value: Span) -> Phrase | None:
    """The noun phrase of the clause that no more than a verb divides from the value, prepositional ones skipped."""
    clause = reading.clause_of(value)
    ahead = [p for p in reading.phrases if clause.contains(p.span) and p.span.end <= value.start]
    skipped: list[Phrase] = []
    for phrase in reversed(ahead):
        between = reading.tokens_in(Span(phrase.span.end, max(phrase.span.end, value.start)))
        if any(t.pos not in _BESIDE and not any(t in p.tokens for p in skipped) for t in between):
            return None
        if _is_recipient(reading, phrase):
            skipped.append(phrase)
            continue
        if not phrase.preposition or phrase.preposition == "of" or [t.text for t in between] == ["of"]:
            return phrase
        skipped.append(phrase)
    return None


def _is_recipient(reading: Reading, phrase: Phrase) -> bool:
    """Whether a Chinese phrase is who is given something, of whom the value behind says nothing: 捐给三所医院."""
    if not reading.chinese:
        return False
    ahead = [t for t in reading.tokens[: phrase.first] if t.pos not in (Pos.VALUE, Pos.NUMBER, Pos.MEASURE)]
    return bool(ahead) and ahead[-1].text.endswith(tuple(load_words().giving))


def _outermost(reading: Reading, phrase: Phrase | None, words: Words) -> Phrase | None:
    """Of a chain of owners (``the number of employees of the bank``) the first phrase that names a property."""
    if phrase is None:
        return None
    chain = [phrase]
    for before in reversed([p for p in reading.phrases if p.last <= phrase.first]):
        if before.link != "of" or chain[-1].first - before.last > 2:
            break
        chain.append(before)
    return next((p for p in reversed(chain) if _from_phrase(reading, p, words)), phrase)


def _verbs(reading: Reading, stretch: Span, words: Words) -> Iterator[Token]:
    inside = {t.span for p in reading.phrases for t in p.tokens}
    for token in reading.tokens_in(stretch):
        if token.pos is Pos.VERB and token.span not in inside and token.lemma not in words.weak:
            yield token


def _verb(reading: Reading, value: Span, words: Words) -> Token | None:
    """The verb of the clause that stands nearest to the value; of two as near, the one after it."""
    return min(_verbs(reading, reading.clause_of(value), words), key=lambda t: _distance(t.span, value), default=None)


def _distance(place: Span, value: Span) -> int:
    return place.start - value.end if place.start >= value.end else value.start - place.end


def _event(reading: Reading, value: Span, words: Words) -> Aspect:
    """What happened on a date: the nearest word for an event in the clause, be it a verb or a noun, else its verb."""
    told = [h for h in happenings(reading, reading.clause_of(value)) if not reading.goes_on(h.span, value)]
    happened = min(told, key=lambda h: _distance(h.span, value), default=None)
    word = happened.word if happened else _verb(reading, value, words)
    if word is None:
        return Aspect()
    behind = happened.span if happened else word.span
    things = _objects(reading, behind) or [p for p in reading.phrases if word in p.tokens]
    parts = [behind.of(reading.text), *(wording(reading, p.tokens) for p in things[:1])]
    named = happened.event if happened else word.lemma
    head = head_of(things[0].tokens)[0] if things else ""
    return Aspect(("" if reading.chinese else " ").join(parts), "" if head == named else head, event=named)


def _objects(reading: Reading, event: Span) -> Sequence[Phrase]:
    """The free phrases behind the event in its clause."""
    clause = reading.clause_of(event)
    behind = [p for p in reading.phrases if p.span.start >= event.end and clause.contains(p.span)]
    return [p for p in behind if not p.preposition]
