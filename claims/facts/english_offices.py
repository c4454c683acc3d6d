"""Who holds an office, in English: V, founder of X; X's founder V; V is the mayor of X."""

from __future__ import annotations

from dataclasses import replace

from claims.facts.arguments import Stretch, clause_end
from claims.facts.attributes import Attribute
from claims.facts.english_subjects import before_comma, noun_behind, only_name
from claims.facts.fact import Fact
from claims.facts.stating import COPULAS, FUTURE, said, stated
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

_PERSONS = frozenset({"he", "she"})
_HELPING = frozenset({"has", "had", *FUTURE})
_TAKES = COPULAS | {"as", "appointed", "named", "elected", "chosen"}
_OF = frozenset({"of", "at", "for", "with", "in"})
_RANKS = frozenset({"deputy", "vice", "former", "assistant", "acting", "associate", "honorary", "then", "ex"})
_OWNS = frozenset({"'s", "’s", "'", "’"})
_ITS = frozenset({"its", "their"})
_WHOSE = "whose"
_REPLACES = frozenset(
    {"succeed", "succeeds", "succeeded", "succeeding", "replace", "replaces", "replaced", "replacing"}
)


def office_stated(reading: Reading, first: int, last: int, attribute: Attribute) -> Fact | None:
    """X founder V; V, founder of X; X's founder is V; the founder of X, V."""
    if not attribute.named:
        return None
    tokens = reading.tokens
    start = first
    while start and tokens[start - 1].text.lower().rstrip("-") in _RANKS:
        start -= 1
    owner, after = _house(reading, start, last)
    told = owner is not None or _is_of_one_known(reading, start)
    value = _run_of_names(reading, after)
    if value is None and after < len(tokens) and (tokens[after].text == "," or tokens[after].text.lower() in COPULAS):
        value = _run_of_names(reading, after + 1) if told else None
    if value is None:
        value = _bearer(reading, owner.first if owner and owner.last <= start else start)
    if value is None or (owner and owner.span.overlaps(value.span)):
        return None
    label = "" if attribute.labels["en"] else said(reading, start, last)
    fact = stated(reading, start, last, attribute, owner, value, label)
    between = {t.text.lower() for t in tokens[value.last : start]}
    future = True if between & FUTURE else None
    return replace(fact, bare=not told, future=future) if fact else None


def _house(reading: Reading, start: int, last: int) -> tuple[Stretch | None, int]:
    """Whose office it is, and the token behind the statement of it: founder of X, X's founder, X founder."""
    tokens = reading.tokens
    if last < len(tokens) and tokens[last].text.lower() in _OF:
        owner = noun_behind(reading, last + 1, clause_end(reading, tokens[last].span.end))
        if owner is not None:
            return owner, owner.last
    before_it = tokens[start - 1].text.lower() if start else ""
    if before_it == _WHOSE:
        return before_comma(reading, start - 1), last
    if before_it in _ITS:
        return only_name(reading, start - 1), last
    at = start
    if at and tokens[at - 1].text in _OWNS:
        at -= 1
    elif at > 1 and tokens[at - 1].text == "s" and tokens[at - 2].text in _OWNS:
        at -= 2  # behind a name that is known as a whole the mark stands apart
    stop = at
    while at and tokens[at - 1].pos is Pos.NAME:
        at -= 1
    if at == stop:
        return None, last
    place = Span(tokens[at].span.start, tokens[stop - 1].span.end)
    return Stretch(place, (place,), at, stop, named=True), last


def _is_of_one_known(reading: Reading, start: int) -> bool:
    """Whether the office at the token ``start`` belongs to what the text spoke of before: its, the company's."""
    before_it = reading.tokens[start - 1].text.lower() if start else ""
    owned = start > 1 and before_it in _OWNS and reading.tokens[start - 2].text.lower() in load_words().generic
    return owned or before_it in _ITS


def _run_of_names(reading: Reading, at: int) -> Stretch | None:
    tokens = reading.tokens
    stop = at
    while stop < len(tokens) and tokens[stop].pos is Pos.NAME:
        stop += 1
    if stop == at:
        return None
    place = Span(tokens[at].span.start, tokens[stop - 1].span.end)
    return Stretch(place, (place,), at, stop, named=True)


def _bearer(reading: Reading, at: int, *, replaced: bool = False) -> Stretch | None:
    """Who holds the office in ``V, founder of X``, ``V is the founder of X``, ``V was elected president``; also in
    ``V succeeded W as president``, where ``at`` is the verb (``replaced``)."""
    tokens = reading.tokens
    while at and tokens[at - 1].pos in (Pos.DETERMINER, Pos.ADJECTIVE, Pos.ADVERB, Pos.NOUN):
        at -= 1
    linked = replaced or (at and (tokens[at - 1].text == "," or tokens[at - 1].text.lower() in _TAKES))
    while at and (tokens[at - 1].text == "," or tokens[at - 1].text.lower() in _TAKES | _HELPING):
        at -= 1
    stop = at
    if linked and at and tokens[at - 1].text.lower() in _PERSONS:
        return Stretch(tokens[at - 1].span, (tokens[at - 1].span,), at - 1, at, named=False)
    while at and tokens[at - 1].pos is Pos.NAME:
        at -= 1
    if not linked or at == stop:
        return None
    if at and tokens[at - 1].text.lower() in _REPLACES:
        return _bearer(reading, at - 1, replaced=True)
    place = Span(tokens[at].span.start, tokens[stop - 1].span.end)
    return Stretch(place, (place,), at, stop, named=True)
