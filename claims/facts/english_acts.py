"""What is done by whom to what, in English: V leads X, X will be led by V; X, which V found; V, who is to run X."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.facts.arguments import Stretch, clause_end
from claims.facts.attributes import Attribute
from claims.facts.english_subjects import RELATIVE, noun_behind
from claims.facts.fact import Fact
from claims.facts.stating import FUTURE, said, stated
from claims.topics.reading import Reading
from claims.topics.sorts import kind_of, sort_at
from claims.topics.tokens import Pos, Token
from sources.span import Span

_PERSONS = frozenset({"he", "she", "him", "her"})
_THINGS = frozenset({"it", "they", "them"})
_BE = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_AUXILIARY = _BE | FUTURE | {"has", "have", "had", "having", "also", "now"}
"""What may stand between a doer and the verb; a verb of wishing or trying would make the deed a plan."""
_PARTED = 14
"""Tokens of an insertion between a doer and the verb (Roe, 64, who sits for Ashwick, leads the party)."""
_BY = "by"
_FOR = "for"
_HALF = 50
_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per ?cent)")
_ALONE = frozenset({"alone", "single-handedly", "by herself", "by himself", "by itself"})
_SOME = frozenset({"a", "an", "some", "any", "no", "every", "each", "another"})
"""Open what nobody has spoken of yet, so that it is not known to be what others speak of."""
_GOING_ON = frozenset({"and", "but"})
_PLACED = frozenset({"in", "at", "near", "of", "from", "off", "on"})
_WHEN = frozenset({Pos.VALUE, Pos.TIME, Pos.ADVERB, Pos.NUMBER})
_WHERE = frozenset({Pos.PREPOSITION, Pos.DETERMINER, Pos.NAME, Pos.NOUN, Pos.ADJECTIVE, Pos.LINK})
_BETWEEN = 8
"""Tokens that may tell when and where between a participle and ``by``."""
_CONJOINING = frozenset(
    {"that", "while", "because", "as", "if", "although", "though", "before", "after", "since", "until"}
)
"""Begin a clause as well as a phrase."""


def act_stated(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """What the verb between the tokens ``first`` and ``last`` states, its doer being the value and its object the
    subject; either may be a pronoun, and where the attribute asks for no name a common noun."""
    tokens = reading.tokens
    end = clause_end(reading, tokens[last - 1].span.end)
    opens = _verb_phrase(tokens, first)
    by = by_behind(tokens, last)
    if by is not None:
        value, made = _by_whom(reading, by + 1, end), _doer(reading, opens) or _before_comma(reading, opens)
    elif _is_passive(tokens, opens, first) and tokens[last - 1].text.lower() != _FOR:
        return None  # was led astray, had been found: by nobody who is named
    else:
        value, made = _doer(reading, opens), _phrase_behind(reading, last, end)
        if value is not None and made is None:
            made = _relative_object(reading, value.first)
    if value is None or made is None or value.span.overlaps(made.span):
        return None
    if not (_may_do(reading, value, attribute) and _may_be_done_to(reading, made, attribute)):
        return None
    fact = stated(reading, first, last, attribute, replace(made, near=True), value)
    alone = any(
        said(reading, n, n + 2) in _ALONE or said(reading, n, n + 1) in _ALONE for n in range(first, len(tokens))
    )
    fact = replace(fact, alone=alone) if fact else None
    future = any(t.text.lower() in FUTURE for t in tokens[opens:first])
    return replace(fact, future=future) if fact else None


def taking_stated(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """What a verb states of its doer, its object being the value: X belongs to V."""
    tokens = reading.tokens
    made = _doer(reading, _verb_phrase(tokens, first))
    value = _phrase_behind(reading, last, clause_end(reading, tokens[last - 1].span.end))
    if value is None or made is None or value.span.overlaps(made.span):
        return None
    if not (_may_do(reading, value, attribute) and _may_be_done_to(reading, made, attribute)):
        return None
    return stated(reading, first, last, attribute, replace(made, near=True), value)


def is_pronoun(reading: Reading, place: Stretch) -> bool:
    """Whether a stretch is a pronoun alone."""
    return place.span.of(reading.text).lower() in _PERSONS | _THINGS


def by_behind(tokens: Sequence[Token], last: int) -> int | None:
    """Where ``by`` stands behind a verb: right behind it, or behind when and where: founded in Delft in 1764 by V."""
    at = last
    while at < len(tokens) and tokens[at].text.lower() != _BY:
        word = tokens[at]
        parted = at > last or word.pos in _WHEN or word.text.lower() in _PLACED
        if not parted or word.pos not in _WHEN | _WHERE or at - last >= _BETWEEN:
            return None
        at += 1
    return at if at < len(tokens) else None


def _by_whom(reading: Reading, at: int, end: int) -> Stretch | None:
    """Who stands behind ``by``: of two engineers, Jane Roe and Karl Berg, the names."""
    found = _phrase_behind(reading, at, end)
    tokens = reading.tokens
    if found is None or found.named or found.last + 1 >= len(tokens) or tokens[found.last].text != ",":
        return found
    named = noun_behind(reading, found.last + 1, clause_end(reading, tokens[found.last + 1].span.end))
    closed = named is not None and (named.last >= len(tokens) or tokens[named.last].pos is Pos.PUNCTUATION)
    return named if named is not None and named.named and closed and named.first == found.last + 1 else found


def _before_comma(reading: Reading, at: int) -> Stretch | None:
    """X of ``X, founded by V``, where the participle is the token ``at``."""
    return _ending(reading, at - 1) if at > 1 and reading.tokens[at - 1].text == "," else None


def _may_do(reading: Reading, value: Stretch, attribute: Attribute) -> bool:
    """Whether the value is a name, or a pronoun for a person, or may be a common noun."""
    if is_pronoun(reading, value):
        return attribute.named and value.span.of(reading.text).lower() in _PERSONS
    return value.named or not attribute.named or kind_of(sort_at(reading, value.last)) in attribute.by


def _may_be_done_to(reading: Reading, made: Stretch, attribute: Attribute) -> bool:
    """Whether the subject is a name or a pronoun for a thing, or of a sort that the attribute is said of."""
    if is_pronoun(reading, made):
        return made.span.of(reading.text).lower() in _THINGS
    opened = reading.tokens[made.first - 1].text.lower() if made.first else ""
    return made.named or (opened not in _SOME and kind_of(sort_at(reading, made.last)) in attribute.of)


def _verb_phrase(tokens: Sequence[Token], first: int) -> int:
    """Where the auxiliaries and adverbs before the verb at ``first`` begin."""
    at = first
    while at and (tokens[at - 1].text.lower() in _AUXILIARY or tokens[at - 1].pos is Pos.ADVERB):
        at -= 1
    return at


def _is_passive(tokens: Sequence[Token], opens: int, first: int) -> bool:
    ahead = [t.text.lower() for t in tokens[opens:first] if t.pos is not Pos.ADVERB]
    return bool(ahead) and ahead[-1] in _BE and not tokens[first].text.lower().endswith("ing")


def doer_before(reading: Reading, first: int) -> Stretch | None:
    """Of what a verb at the token ``first`` is the predicate, auxiliaries passed over."""
    return _doer(reading, _verb_phrase(reading.tokens, first))


def _doer(reading: Reading, at: int) -> Stretch | None:
    """The phrase whose predicate begins at the token ``at``: right before it, before a relative pronoun, or before an
    insertion between commas."""
    tokens = reading.tokens
    if not at:
        return None
    before_it = tokens[at - 1].text.lower()
    if before_it in _GOING_ON:
        return _opening(reading, at)
    if before_it in RELATIVE:
        at -= 1 + (at > 1 and tokens[at - 2].text == ",")
        return _ending(reading, at)
    if before_it == ",":
        opened = [n for n in range(at - 2, max(0, at - _PARTED), -1) if tokens[n].text == ","]
        return next((found for n in opened if (found := _ending(reading, n))), None)
    return _ending(reading, at)


def _opening(reading: Reading, at: int) -> Stretch | None:
    """What a sentence opens with, before the token ``at``, with which its second predicate goes on."""
    if reading.tokens[0].text.lower() in _PERSONS | _THINGS:
        return _ending(reading, 1)
    first = next(iter(reading.phrases), None)
    free = first is not None and first.last < at and not first.preposition
    return _ending(reading, first.last) if first is not None and free else None


def _ending(reading: Reading, at: int) -> Stretch | None:
    """The noun phrase or pronoun that ends before the token ``at``; what hangs on it behind in, at or of is passed."""
    tokens = reading.tokens
    if not at:
        return None
    if tokens[at - 1].text.lower() in _PERSONS | _THINGS and tokens[at - 1].pos is not Pos.DETERMINER:
        return Stretch(tokens[at - 1].span, (tokens[at - 1].span,), at - 1, at, named=False)
    phrase = next((p for p in reading.phrases if p.first < at <= p.last), None)
    if phrase is None:
        return None
    if phrase.preposition in _PLACED:
        back = phrase.first
        while back and tokens[back - 1].pos in (Pos.DETERMINER, Pos.PREPOSITION, Pos.LINK):
            back -= 1
        found = _ending(reading, back)
        of_it = found is not None and phrase.preposition == "of" and tokens[found.last].text.lower() == "of"
        return _joined(reading, found, at) if found and of_it else found
    if phrase.preposition and phrase.preposition not in _CONJOINING:
        return None
    inside = tokens[phrase.first : at]
    if not any(t.pos in (Pos.NAME, Pos.NOUN) for t in inside):
        return None
    place = Span(inside[0].span.start, inside[-1].span.end)
    return Stretch(place, (place,), phrase.first, at, any(t.pos is Pos.NAME for t in inside))


def _joined(reading: Reading, owned: Stretch, at: int) -> Stretch:
    """``owned`` with what it is of, which ends before the token ``at``: the council of Harwick."""
    place = Span(owned.span.start, reading.tokens[at - 1].span.end)
    named = owned.named or any(t.pos is Pos.NAME for t in reading.tokens[owned.first : at])
    return Stretch(place, (place,), owned.first, at, named)


def _phrase_behind(reading: Reading, at: int, end: int) -> Stretch | None:
    """The noun phrase, list of them or pronoun that begins with the token ``at``."""
    tokens = reading.tokens
    if at + 1 < len(tokens) and tokens[at].pos is Pos.VALUE and tokens[at + 1].text.lower() == "of":
        share = _SHARE.match(tokens[at].text)
        if not share or float(share.group(1)) <= _HALF:
            return None  # of a part, which others may have as well
        at += 2
    if at < len(tokens) and tokens[at].text.lower() in _PERSONS | _THINGS and tokens[at].pos is not Pos.DETERMINER:
        return Stretch(tokens[at].span, (tokens[at].span,), at, at + 1, named=False)
    return noun_behind(reading, at, end)


def _relative_object(reading: Reading, at: int) -> Stretch | None:
    """X of ``X, which V found``, where V begins with the token ``at``."""
    tokens = reading.tokens
    while at and tokens[at - 1].pos is Pos.DETERMINER:
        at -= 1
    if not at or tokens[at - 1].text.lower() not in RELATIVE - {"who"}:
        return None
    at -= 1 + (at > 1 and tokens[at - 2].text == ",")
    return _ending(reading, at)
