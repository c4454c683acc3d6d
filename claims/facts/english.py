"""Facts in English sentences: one function a way of stating, each tried at the words that state in that way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial

from claims.facts.arguments import Stretch, behind, clause_end, index_at
from claims.facts.attributes import Attribute, Sign, Way, attributes, vocabulary
from claims.facts.english_acts import act_stated, taking_stated
from claims.facts.english_offices import office_stated
from claims.facts.english_subjects import before_relative, hangs_on, is_near, subject_before
from claims.facts.fact import Fact
from claims.facts.stating import COPULAS, said, stated
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from sources.span import Span

_LONGEST_TEXT = 140
_END_WORDS = 6
_OPENS_OBJECT = frozenset({Pos.DETERMINER, Pos.PRONOUN, Pos.NAME, Pos.NOUN, Pos.ADJECTIVE})
_TRAILING = " ,.;:!?)\n"


def english_facts(reading: Reading) -> Iterator[Fact]:
    """The facts that the words of ``attributes.toml`` state in a sentence, in the order of those words."""
    done = 0
    for first, last, signs in _hits(reading):
        if first < done:
            continue
        found = list(_told(reading, first, last, signs))
        yield from found
        done = last if found else done


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
    value = _value(reading, made.last + 1, end, attribute)
    return stated(reading, first, last, attribute, made, value) if value else None


def _leads(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """X is based in V."""
    tokens = reading.tokens
    if last >= len(tokens):
        return None
    end = clause_end(reading, tokens[last - 1].span.end)
    value = _value(reading, last, end, attribute)
    subject = subject_before(reading, first)
    if subject is not None and hangs_on(reading, subject, first):
        subject = replace(subject, near=True)
    if value is None:
        return None
    if attribute.is_vague:
        if subject is None or not is_near(reading, subject, first):
            return None
        subject = replace(subject, near=subject.named)
    return stated(reading, first, last, attribute, subject, value)


def _value(reading: Reading, at: int, end: int, attribute: Attribute) -> Stretch | None:
    """The value that begins with the token ``at``, as its attribute has them: a name, a phrase, or the clause."""
    tokens = reading.tokens
    if at >= len(tokens) or tokens[at].span.start >= end:
        return None
    start = tokens[at].span.start
    if attribute.ends.get("en"):
        for n in range(at, min(at + _END_WORDS, len(tokens))):
            if any(said(reading, n, n + size) in _ends(attribute.id) for size in (1, 2)):
                stop = next(n + size for size in (2, 1) if said(reading, n, n + size) in _ends(attribute.id))
                place = Span(start, tokens[stop - 1].span.end)
                return Stretch(place, (place,), at, stop, named=True) if place.end <= end else None
        return None
    if attribute.named:
        found = behind(reading, at, end, linked=True)
        return found if found and found.named else None
    words = reading.text[start : min(_next_verb(reading, at, end), start + _LONGEST_TEXT)]
    place = Span(start, start + len(words.rstrip(_TRAILING)))
    return Stretch(place, (place,), at, index_at(reading, place.end), named=False) if len(place) > 1 else None


def _next_verb(reading: Reading, at: int, end: int) -> int:
    """Where a second predicate begins (``is blue and has wheels``), else ``end``."""
    tokens = reading.tokens
    for n in range(at + 1, len(tokens) - 1):
        if tokens[n].text.lower() in ("and", "but") and tokens[n + 1].pos is Pos.VERB and tokens[n].span.end <= end:
            return tokens[n].span.start
    return end


@lru_cache(maxsize=64)
def _ends(attribute: str) -> frozenset[str]:
    return frozenset(attributes()[attribute].ends.get("en", ()))


def _makes(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """V founded X; X was founded by V; X, founded by V."""
    tokens = reading.tokens
    end = clause_end(reading, tokens[last - 1].span.end)
    if last < len(tokens) and tokens[last].text.lower() == "by":
        doer = behind(reading, last + 1, end, linked=True)
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


def _given(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """A value that makes the statement by itself: is in the public domain; halted the trial, of what is halted."""
    place = Span(reading.tokens[first].span.start, reading.tokens[last - 1].span.end)
    value = Stretch(place, (place,), first, last, named=False)
    if (done_to := _acted_on(reading, first, last)) is not None:
        return stated(reading, first, last, attribute, done_to, value)
    subject = subject_before(reading, first)
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
    Way.NOUNS: office_stated,
    Way.MAKES: _makes,
    Way.LEADS: _leads,
    Way.GIVEN: _given,
    Way.ACTS: act_stated,
    Way.TAKES: taking_stated,
}
