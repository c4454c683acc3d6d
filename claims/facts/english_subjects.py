"""What an English clause speaks of: the phrase that grammar makes the subject of a predicate, near or far."""

from __future__ import annotations

from dataclasses import replace

from claims.facts.arguments import Stretch, behind, clause_start, index_at
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

RELATIVE = frozenset({"who", "which", "that"})
_BETWEEN = frozenset({Pos.ADVERB, Pos.VERB, Pos.PARTICLE, Pos.PREPOSITION, Pos.DETERMINER, Pos.LINK})


def subject_before(reading: Reading, at: int, *, same_clause: bool = False) -> Stretch | None:
    """What the clause speaks of before the token ``at``, else what the sentence opens with."""
    offset = reading.tokens[at].span.start if at < len(reading.tokens) else reading.span.end
    start = clause_start(reading, offset)
    here = free_phrases(reading, start, at)
    close = [p for p in here if idle(reading, p.last, at)]
    chosen = close[-1] if close else next((p for p in here if p.is_name), None) or next(iter(here), None)
    if chosen is None and not same_clause:
        known = free_phrases(reading, reading.span.start, at)
        hung = next((p for p in known[-1:] if hangs_on(reading, stretch_of(reading, p), at)), None)
        chosen = hung or next((p for p in known if p.is_name), None)
    if chosen is None:
        return None
    last = next((p for p in reading.phrases if chosen.link == "of" and p.first == chosen.last + 1), chosen)
    tokens = reading.tokens
    first = next((n for n in range(chosen.first, last.last) if tokens[n].pos is not Pos.DETERMINER), chosen.first)
    place = Span(tokens[first].span.start, last.span.end)
    near = idle(reading, last.last, at) or _taken_up(reading, last.last, start, at)
    return Stretch(place, (place,), first, last.last, chosen.is_name or last.is_name, near)


def _taken_up(reading: Reading, last: int, start: int, at: int) -> bool:
    """Whether a predicate at the token ``at`` goes on with what ended at the token ``last`` behind an insertion between
    commas: Roe, 64, who sits for Ashwick, was acquitted."""
    tokens = reading.tokens
    opens = index_at(reading, start)
    inserted = last < opens and tokens[last].text == "," and tokens[opens - 1].text == ","
    return inserted and opens <= at and all(t.pos in (Pos.ADVERB, Pos.VERB) for t in tokens[opens:at])


def free_phrases(reading: Reading, start: int, at: int) -> list[Phrase]:
    """The phrases between the offset ``start`` and the token ``at`` that no preposition governs."""
    pronouns = load_words().pronouns
    inside = (p for p in reading.phrases if p.span.start >= start and p.last <= at and not p.preposition)
    return [p for p in inside if p.tokens[0].text.lower() not in pronouns]


def hangs_on(reading: Reading, made: Stretch, at: int) -> bool:
    """Whether a predicate at the token ``at`` hangs on the phrase: ``X, founded by V``, ``X, who was born in V``."""
    tokens = reading.tokens
    if made.last >= at or tokens[made.last].text != ",":
        return False
    between = range(made.last + 1, at)
    return not between or (tokens[between[0]].text.lower() in RELATIVE and idle(reading, between[0] + 1, at))


def before_comma(reading: Reading, at: int) -> Stretch | None:
    """The phrase that a comma parts from the token ``at``: X in ``X, whose …``, ``X, based in …``."""
    if not at or reading.tokens[at - 1].text != ",":
        return None
    found = next((p for p in reading.phrases if p.last == at - 1 and not p.preposition), None)
    return stretch_of(reading, found) if found else None


def before_relative(reading: Reading, at: int) -> Stretch | None:
    """X in ``X, which V founded``, where V begins with the token ``at``, a description of V passed over."""
    tokens = reading.tokens
    while at and tokens[at - 1].pos in (Pos.DETERMINER, Pos.NOUN, Pos.ADJECTIVE):
        at -= 1
    if not at or tokens[at - 1].text.lower() not in RELATIVE:
        return None
    at -= 1 + (at > 1 and tokens[at - 2].text == ",")
    found = next((p for p in reading.phrases if p.last == at), None)
    return stretch_of(reading, found) if found else None


def only_name(reading: Reading, at: int) -> Stretch | None:
    """What ``its`` at the token ``at`` stands for where the sentence has named but one thing before, or the last name
    stands behind ``of`` (leader of the Harbour Alliance, when its founder left)."""
    names = [p for p in reading.phrases if p.last <= at and p.is_name]
    free = [p for p in names if not p.preposition]
    if names and names[-1].preposition == "of":
        return stretch_of(reading, names[-1])
    return stretch_of(reading, free[0]) if len(free) == 1 else None


def stretch_of(reading: Reading, phrase: Phrase) -> Stretch:
    """A noun phrase without the determiner that opens it."""
    tokens = reading.tokens
    first = next((n for n in range(phrase.first, phrase.last) if tokens[n].pos is not Pos.DETERMINER), phrase.first)
    place = Span(tokens[first].span.start, phrase.span.end)
    return Stretch(place, (place,), first, phrase.last, phrase.is_name)


def is_near(reading: Reading, subject: Stretch, at: int) -> bool:
    """Whether nothing but adverbs and auxiliaries stands between the subject and the token ``at``."""
    return subject.last <= at and idle(reading, subject.last, at)


def idle(reading: Reading, first: int, last: int) -> bool:
    """Whether a verb at the token ``last`` belongs to what ends at ``first``: adverbs, auxiliaries and what hangs on a
    preposition (the blaze *near Ashwick was deliberately* lit) may stand between."""
    hanging = {n for p in reading.phrases if p.preposition for n in range(p.first, p.last)}
    return all(n in hanging or reading.tokens[n].pos in _BETWEEN for n in range(first, last))


def noun_behind(reading: Reading, at: int, end: int) -> Stretch | None:
    """The noun phrase, or list of them, that begins with the token ``at`` and ends before the offset ``end``.

    A participle before the noun belongs to it (the combined group), a date behind it does not (led Acme from May 1996
    until 1998).
    """
    tokens = reading.tokens
    start = at
    while start < len(tokens) and tokens[start].pos is Pos.DETERMINER:
        start += 1
    if start + 1 >= len(tokens) or tokens[start].pos is not Pos.VERB or start == at:
        return _undated(reading, behind(reading, at, end, linked=True))
    found = _undated(reading, behind(reading, start + 1, end, linked=True))
    place = Span(tokens[start].span.start, found.span.end) if found else None
    return replace(found, span=place, parts=(place,), first=start) if found and place else None


def _undated(reading: Reading, found: Stretch | None) -> Stretch | None:
    if found is None or len(found.parts) > 1:
        return found
    last = found.last
    while last - 1 > found.first and reading.tokens[last - 1].pos is Pos.VALUE and " " in reading.tokens[last - 1].text:
        last -= 1
    place = Span(found.span.start, reading.tokens[last - 1].span.end)
    return replace(found, span=place, parts=(place,), last=last) if last < found.last else found
