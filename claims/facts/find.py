"""The facts of a sentence."""

from __future__ import annotations

from claims.facts.attributes import attributes
from claims.facts.chinese import chinese_facts
from claims.facts.english import english_facts
from claims.facts.fact import Fact
from claims.topics.reading import Reading


def facts_in(reading: Reading) -> tuple[Fact, ...]:
    """What a sentence states in the words of ``attributes.toml``, in order of the values.

    Of facts that overlap in their values and have one subject the most telling is kept: the one whose attribute has
    named values, else the first. That X is something gives way to what it is.
    """
    found = list(chinese_facts(reading) if reading.chinese else english_facts(reading))
    kept: list[Fact] = []
    for fact in sorted(found, key=is_vague):
        if not any(_repeats(fact, k) for k in kept):
            kept.append(fact)
    return tuple(sorted(kept, key=lambda fact: (fact.value, fact.attribute)))


def _repeats(fact: Fact, other: Fact) -> bool:
    """Whether ``fact`` adds nothing to ``other``: one subject and values that overlap, or a stretch of its text."""
    if fact.subject == other.subject and fact.value.overlaps(other.value):
        return True
    return is_vague(fact) and other.stretch.contains(fact.stretch)


def is_vague(fact: Fact) -> bool:
    """Whether a fact says what a thing is or has in the text's own words."""
    return attributes()[fact.attribute].is_vague
