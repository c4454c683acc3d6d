"""Facts in Chinese sentences: one function a way of stating, each tried at the words that state in that way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from claims.facts.arguments import (
    Stretch,
    before,
    behind,
    clause_end,
    clause_start,
    index_at,
    listed_before,
    tokens_between,
)
from claims.facts.attributes import Attribute, Sign, Way, vocabulary
from claims.facts.chinese_makers import done_in_chinese, made_in_chinese
from claims.facts.chinese_offices import held_in_chinese
from claims.facts.chinese_persons import persons_named
from claims.facts.chinese_subjects import (
    COPULAS,
    opens_clause,
    owner_behind,
    past_fillers,
    predicate_opens,
    stated_in_chinese,
    subject_before,
)
from claims.facts.chinese_values import value_from
from claims.facts.fact import Fact
from claims.facts.persons import person_at
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

_PLACED = frozenset({"在", "于", "从", "自"})
_RANKS = frozenset({"副", "前", "原", "总"})
_CRADLES = frozenset({"地方", "城市", "之地", "小镇", "城"})
_CLOSING = frozenset({"”", "》", "’", "」", "之一"})
_OPENS_OBJECT = frozenset({Pos.NOUN, Pos.NAME, Pos.ADJECTIVE, Pos.PREPOSITION})
_SHORTEST = 2


def chinese_facts(reading: Reading) -> Iterator[Fact]:
    """The facts that the words of ``attributes.toml`` state in a sentence, in the order of those words."""
    words = vocabulary("zh")
    starts = {t.span.start for t in reading.tokens}
    ends = {t.span.end for t in reading.tokens}
    for hit in words.pattern.finditer(reading.text, reading.span.start, reading.span.end):
        within = reading.text[hit.start() - 1 : hit.start()] in _RANKS and hit.start() - 1 in starts
        cut = (hit.start() not in starts and not within) or (hit.end() not in ends and len(hit.group()) <= _SHORTEST)
        if cut and not _names_holder(reading, hit.end(), words.signs[hit.group()]):
            continue
        for sign in words.signs[hit.group()]:
            if (fact := _READERS[sign.way](reading, Span(*hit.span()), sign.attribute)) is not None:
                yield fact
                if sign.way is not Way.GIVEN:
                    break
    yield from persons_named(reading)


def _names_holder(reading: Reading, at: int, signs: tuple[Sign, ...]) -> bool:
    """Whether a word that is cut otherwise is an office all the same, for a person's name follows: 捷运局长蔡青岚."""
    return any(sign.attribute.is_office for sign in signs) and person_at(reading.text, at, reading.span.end) is not None


def _leads(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """X总部位于V, 总部位于V的X, X采用的V."""
    end = clause_end(reading, word.end - 1)
    at = past_fillers(reading, index_at(reading, word.end), end)
    value = value_from(reading, at, end, attribute)
    if value is None:
        return None
    subject = owner_behind(reading, value, end) if opens_clause(reading, word) else None
    subject = subject or subject_before(reading, word.start)
    if attribute.is_vague:
        if subject is None or not subject.near or not _ends_as_phrase(reading, value):
            return None
        return stated_in_chinese(reading, word, attribute, replace(subject, near=subject.named), value)
    return stated_in_chinese(reading, word, attribute, subject if subject and subject.named else None, value)


def _ends_as_phrase(reading: Reading, value: Stretch) -> bool:
    """Whether the words end in a noun, so that they can say what a thing is: not in 是慢慢熬出来的."""
    tokens = reading.tokens_in(value.span)
    last = tokens[-1] if tokens else None
    return last is not None and (last.pos in (Pos.NAME, Pos.NOUN) or last.text in _CLOSING)


def _led(reading: Reading, start: int, end: int, leading: frozenset[str]) -> tuple[Stretch, int] | None:
    """What one of the prepositions ``leading`` governs between two offsets, and the place of the preposition."""
    first = index_at(reading, start)
    for at in range(index_at(reading, end) - 1, first - 1, -1):
        if reading.tokens[at].text in leading:
            found = behind(reading, at + 1, end)
            return (found, at) if found else None
    return None


def _trails(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """X在V成立, 在V成立的X, V是X成立的地方."""
    start, end = clause_start(reading, word.start), clause_end(reading, word.end - 1)
    led = _led(reading, start, word.start, _PLACED)
    if led is None:
        return _cradle(reading, word, attribute, start)
    value, at = led
    idle = {Pos.ADVERB, Pos.PARTICLE, Pos.LINK, Pos.LOCALIZER}
    if any(t.pos not in idle for t in tokens_between(reading, value.span.end, word.start)):
        return None
    if attribute.named and not value.named:
        return None
    link = index_at(reading, word.end)
    subject = None
    if link < len(reading.tokens) and reading.tokens[link].text == "的":
        subject = behind(reading, link + 1, end)
    subject = subject or subject_before(reading, reading.tokens[at].span.start)
    return stated_in_chinese(reading, word, attribute, subject, value)


def _cradle(reading: Reading, word: Span, attribute: Attribute, start: int) -> Fact | None:
    """V是X成立的地方; V may be where the clause before ends: …在V，也是X成立的地方."""
    tokens, at = reading.tokens, index_at(reading, word.end)
    subject = before(reading, index_at(reading, word.start), start)
    ended = [t.text for t in tokens[at : at + 2]]
    if subject is None or not subject.first or ended[:1] != ["的"] or ended[-1] not in _CRADLES:
        return None
    copula = tokens[subject.first - 1]
    if copula.text not in COPULAS:
        return None
    if predicate_opens(reading, start, copula.span.start):
        led = _led(reading, clause_start(reading, start - 1), start, _PLACED) if start > reading.span.start else None
        value = led[0] if led else None
    else:
        value = before(reading, subject.first - 1, start)
    return (
        stated_in_chinese(reading, word, attribute, subject, value) if value and value.named and subject.named else None
    )


def _joins(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """V旗下的X, 以V为代表的X, V之一的X."""
    start, end = clause_start(reading, word.start), clause_end(reading, word.end)
    value = listed_before(reading, index_at(reading, word.start), start)
    at = past_fillers(reading, index_at(reading, word.end), end)
    subject = behind(reading, at, end, linked=True)
    if value is None or subject is None or (attribute.named and not value.named) or len(subject.span) < _SHORTEST:
        return None
    if at < len(reading.tokens) and reading.tokens[at].span.start > word.end + 1:
        return None
    if len(word) == 1 and len(value.parts) == 1:
        return None  # 等 behind one name is as often a verb
    return stated_in_chinese(reading, word, attribute, subject, value)


def _given(reading: Reading, word: Span, attribute: Attribute) -> Fact | None:
    """A value that makes the statement by itself: X已停产, X没有停产."""
    first, last = index_at(reading, word.start), index_at(reading, word.end)
    value = Stretch(word, (word,), first, last, named=False)
    denied = first > 0 and reading.tokens[first - 1].text in load_words().denied
    subject = subject_before(reading, reading.tokens[first - denied].span.start)
    behind_it = reading.tokens[last].pos if last < len(reading.tokens) else None
    if subject is None or not subject.near or behind_it in _OPENS_OBJECT:
        return None
    found = stated_in_chinese(reading, word, attribute, subject, value)
    return replace(found, denied=denied) if found else None


_READERS: Mapping[Way, Callable[[Reading, Span, Attribute], Fact | None]] = {
    Way.NOUNS: held_in_chinese,
    Way.MAKES: made_in_chinese,
    Way.PASSIVE: done_in_chinese,
    Way.LEADS: _leads,
    Way.TRAILS: _trails,
    Way.JOINS: _joins,
    Way.GIVEN: _given,
}
