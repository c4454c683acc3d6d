"""Facts in English sentences: one function a way of stating, each tried at the words that state in that way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from claims.facts.arguments import Stretch, behind, clause_end
from claims.facts.attributes import Attribute, Sign, Way, vocabulary
from claims.facts.english_acts import act_stated, by_behind, doer_before, taking_stated
from claims.facts.english_offices import office_stated
from claims.facts.english_properties import property_stated
from claims.facts.english_subjects import before_relative, hangs_on, is_near, subject_before
from claims.facts.english_values import value_at
from claims.facts.fact import Fact
from claims.facts.states import of_the_doer
from claims.facts.stating import COPULAS, said, stated
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from sources.span import Span

_DEFINITE = frozenset({"the", "its", "their", "our", "'s", "’s"})
_OPENS_OBJECT = frozenset({Pos.DETERMINER, Pos.PRONOUN, Pos.NAME, Pos.NOUN, Pos.ADJECTIVE})


def english_facts(reading: Reading) -> Iterator[Fact]:
    """The facts that the words of ``attributes.toml`` state in a sentence, in the order of those words."""
    done = began = 0
    for first, last, signs in _hits(reading):
        if first < done and not (first == began and _by_somebody(reading, last, signs)):
            continue
        found = list(_told(reading, first, last, signs))
        yield from found
        done, began = (max(done, last), first) if found else (done, began)


def _by_somebody(reading: Reading, last: int, signs: tuple[Sign, ...]) -> bool:
    """Whether a verb that has said where also says by whom: founded in Delft in 1764 by V."""
    return any(sign.way is Way.ACTS for sign in signs) and by_behind(reading.tokens, last) is not None


def _told(reading: Reading, first: int, last: int, signs: tuple[Sign, ...]) -> Iterator[Fact]:
    """What the words from the token ``first`` to ``last`` state by the first of ``signs`` that fits, and as states."""
    for sign in signs:
        read = partial(_splits, joint=sign.joint) if sign.joint else _READERS[sign.way]
        if (fact := read(reading, first, last, sign.attribute)) is not None:
            yield fact
            if sign.way is not Way.GIVEN:
                return


def _hits(reading: Reading) -> Iterator[tuple[int, int, tuple[Sign, ...]]]:
    """The places of the stating words: the first token, the one behind the last, and what they state; longer ones first
    of those that begin together, so that a shorter one counts where the longer fits nothing (founded, founded in)."""
    words, tokens = vocabulary("en"), reading.tokens
    plain = [t.text if t.text.isupper() else t.text.lower() for t in tokens]
    for at in range(len(tokens)):
        for length in range(min(words.longest, len(tokens) - at), 0, -1):
            if signs := words.signs.get(" ".join(plain[at : at + length])):
                yield at, at + length, signs


def _splits(reading: Reading, first: int, last: int, attribute: Attribute, *, joint: str) -> Fact | None:
    """blamed X on V, sold X to V."""
    tokens = reading.tokens
    end = clause_end(reading, tokens[last - 1].span.end)
    made = behind(reading, last, end)
    if made is None or made.last >= len(tokens) or tokens[made.last].text.lower() != joint:
        return None
    value = value_at(reading, made.last + 1, end, attribute)
    return stated(reading, first, last, attribute, made, value) if value else None


def _leads(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """X is based in V."""
    tokens = reading.tokens
    if last >= len(tokens):
        return None
    end = clause_end(reading, tokens[last - 1].span.end)
    value = value_at(reading, last, end, attribute)
    if value is None:
        return None
    subject = subject_before(reading, first) if attribute.is_vague else _spoken_of(reading, first)
    if attribute.is_vague:
        if subject is None or not is_near(reading, subject, first):
            return None
        subject = replace(subject, near=subject.named)
    return stated(reading, first, last, attribute, subject, value)


def _spoken_of(reading: Reading, first: int) -> Stretch | None:
    """Of what a predicate at the token ``first`` is said: what grammar binds it to, else the best that is there."""
    if (found := doer_before(reading, first)) is not None:
        return _classed(reading, found) or found
    subject = subject_before(reading, first)
    return replace(subject, near=True) if subject is not None and hangs_on(reading, subject, first) else subject


def _classed(reading: Reading, found: Stretch) -> Stretch | None:
    """X of ``X is a database written in V``, where ``found`` is the database."""
    at = found.first
    while at and reading.tokens[at - 1].pos in (Pos.DETERMINER, Pos.ADJECTIVE):
        at -= 1
    if found.named or not at or reading.tokens[at - 1].text.lower() not in COPULAS:
        return None
    return doer_before(reading, at - 1)


def _makes(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """V founded X; X was founded by V; X, founded by V."""
    tokens = reading.tokens
    end = clause_end(reading, tokens[last - 1].span.end)
    by = by_behind(tokens, last)
    if by is not None:
        doer = behind(reading, by + 1, end, linked=True)
        made = subject_before(reading, first)
        if doer is None or not doer.named or made is None:
            return None
        made = replace(made, near=made.near or hangs_on(reading, made, first))
        return stated(reading, first, last, attribute, made, doer)
    if first and tokens[first - 1].text.lower() in COPULAS | {"been"}:
        return None  # was founded in 1990: nobody is said to have done it
    doer, made = subject_before(reading, first, same_clause=True), behind(reading, last, end, linked=True)
    if made is None and doer is not None:
        made = before_relative(reading, doer.first)
    if doer is None or made is None or not (doer.named and made.named) or not is_near(reading, doer, first):
        return None
    return stated(reading, first, last, attribute, made, doer)


def _equals(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """Which one ``the N is V`` says that it is: a bare name behind a noun that has but *the*, *its* or an owner."""
    tokens = reading.tokens
    subject = doer_before(reading, first)
    if subject is None or subject.named or not subject.first or last >= len(tokens):
        return None
    value = behind(reading, last, clause_end(reading, tokens[last - 1].span.end))
    bare = value is not None and value.named and value.first == last and tokens[last].pos is Pos.NAME
    closed = value is not None and (value.last >= len(tokens) or tokens[value.last].pos is Pos.PUNCTUATION)
    if value is None or not (bare and closed) or tokens[subject.first - 1].text.lower() not in _DEFINITE:
        return None
    return stated(reading, first, last, attribute, subject, value)


def _noun_stated(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """X founder V, the founder of X, V; and of what is no person: X's seat is in V, the cause of X was V."""
    if attribute.place or not attribute.named:
        return property_stated(reading, first, last, attribute)
    return office_stated(reading, first, last, attribute)


def _given(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """A value that makes the statement by itself: is in the public domain; halted the trial, of what is halted."""
    place = Span(reading.tokens[first].span.start, reading.tokens[last - 1].span.end)
    value = Stretch(place, (place,), first, last, named=False)
    done_to = None if of_the_doer(said(reading, first, last)) else _acted_on(reading, first, last)
    if done_to is not None:
        return stated(reading, first, last, attribute, done_to, value)
    subject = _spoken_of(reading, first)
    if subject is None or not (
        any(t.pos is Pos.VERB for t in reading.tokens[subject.last : first]) or _is_predicate(reading, first, last)
    ):
        return None
    return stated(reading, first, last, attribute, subject, value)


def _acted_on(reading: Reading, first: int, last: int) -> Stretch | None:
    """The object of a state that is a verb in the active voice: the toll in ``the council has rejected the toll``."""
    tokens = reading.tokens
    if last - first > 1 or tokens[first].pos is not Pos.VERB or last >= len(tokens):
        return None
    before_it = next((t for t in reversed(tokens[:first]) if t.pos is not Pos.ADVERB), None)
    if before_it is None or before_it.text.lower() in COPULAS or tokens[last].pos not in _OPENS_OBJECT:
        return None
    return behind(reading, last, clause_end(reading, tokens[first].span.end))


def _is_predicate(reading: Reading, first: int, last: int) -> bool:
    """Whether the words hold the verb of a clause and it takes no object: was rejected, reopened on Friday."""
    if reading.tokens[first].text.lower() in COPULAS:
        return True
    behind_it = reading.tokens[last] if last < len(reading.tokens) else None
    free = behind_it is None or behind_it.pos in (Pos.PUNCTUATION, Pos.PREPOSITION, Pos.ADVERB, Pos.TIME, Pos.VALUE)
    return free and reading.tokens[first].pos is Pos.VERB


_READERS: Mapping[Way, Callable[[Reading, int, int, Attribute], Fact | None]] = {
    Way.NOUNS: _noun_stated,
    Way.MAKES: _makes,
    Way.LEADS: _leads,
    Way.GIVEN: _given,
    Way.ACTS: act_stated,
    Way.TAKES: taking_stated,
    Way.IS: _equals,
}
