"""The facts of a sentence."""

from __future__ import annotations

from claims.facts.attributes import attributes
from claims.facts.chinese import chinese_facts
from claims.facts.english import english_facts
from claims.facts.fact import Fact
from claims.facts.label_lines import facts_of_lines
from claims.facts.licences import licences_in
from claims.facts.states import STATE
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from sources.span import Span

_EQUATING = frozenset({"nature", "name"})
_TRAIT = "trait"


def facts_in(reading: Reading) -> tuple[Fact, ...]:
    """What a sentence states in the words of ``attributes.toml``, in order of the values.

    Of facts that overlap in their values and have one subject the most telling is kept: the one whose attribute has
    named values, else the first. That X is something gives way to what it is.
    """
    found = [*facts_of_lines(reading), *licences_in(reading)]
    found += chinese_facts(reading) if reading.chinese else english_facts(reading)
    found += [owned for fact in found if (owned := _owned(reading, fact))]
    kept: list[Fact] = []
    for fact in sorted(found, key=is_vague):
        if is_vague(fact) and not fact.firm:
            continue  # said of no name
        if not any(_repeats(fact, k) for k in kept):
            kept.append(fact)
    return tuple(sorted(kept, key=lambda fact: (fact.value, fact.attribute)))


def _owned(reading: Reading, fact: Fact) -> Fact | None:
    """What ``Y is the pride of X``, 港口是岚港的优势 says of X: that it has one."""
    if fact.subject is None or fact.attribute not in _EQUATING:
        return None
    tokens = reading.tokens_in(fact.value)
    link = next((n for n, t in enumerate(tokens) if t.pos is Pos.LINK and 0 < n < len(tokens) - 1), None)
    if link is None:
        return None
    first, last = (Span(run[0].span.start, run[-1].span.end) for run in (tokens[:link], tokens[link + 1 :]))
    owner, owned = (last, first) if tokens[link].text == "of" else (first, last)
    run = tokens[link + 1 :] if tokens[link].text == "of" else tokens[:link]
    if any(t.pos is not Pos.NAME for t in run):
        return None
    label = attributes()[_TRAIT].labels["zh" if reading.chinese else "en"]
    return Fact(_TRAIT, label, owner, owned, (owned,), fact.denied, holder=fact.subject)


def _repeats(fact: Fact, other: Fact) -> bool:
    """Whether ``fact`` adds nothing to ``other``: one subject and values that overlap, or a stretch of its text."""
    if STATE in (fact.attribute, other.attribute) and not is_vague(fact):
        return False  # a state is of a kind of its own
    if fact.subject == other.subject and fact.value.overlaps(other.value):
        return True
    return is_vague(fact) and other.stretch.contains(fact.stretch)


def is_vague(fact: Fact) -> bool:
    """Whether a fact says what a thing is or has in the text's own words."""
    return attributes()[fact.attribute].is_vague
