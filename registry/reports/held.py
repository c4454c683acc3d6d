"""What editors hold to be right, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from registry.model import Entry, HeldValue, StoredPair, Verification
from registry.reports.screen import Screen, plain, wrapped
from registry.reports.wording import counted

_SHOWN = 3
"""How many values held to be right are told; who needs more looks at the topic."""


def held_sentences(pair: StoredPair) -> Iterator[str]:
    """What is known of a pair's sides: which were refuted, and what is held to be right against which of them."""
    for side, stored in (("a", pair.a), ("b", pair.b)):
        if stored.verified and stored.verified.verification is not Verification.SUPPORTED:
            yield f"{side} was found {verification_words(stored.verified)}."
    for held in pair.held[:_SHOWN]:
        relation = _relation(held)
        yield f"Held to be right: {held_words(held)}{f'; {relation}' if relation else ''}."
    if len(pair.held) > _SHOWN:
        yield f"{counted(len(pair.held) - _SHOWN, 'more value')} held to be right."


def held_lines(pair: StoredPair, screen: Screen, indent: str = "") -> Iterator[str]:
    """The sentences, each on lines of its own."""
    for sentence in held_sentences(pair):
        for line in wrapped(plain(sentence), screen.width - len(indent)):
            yield f"{indent}{screen.styled(line, 'green')}"


def held_words(held: HeldValue) -> str:
    """The value with who holds it, since when and by what evidence."""
    return f"{held.value} ({_source(held.by, held.at, held.note, held.evidence)})"


def verification_words(entry: Entry) -> str:
    """What was found out about a claim, by whom, when and by what evidence."""
    return f"{entry.verification} ({_source(entry.by, entry.at, entry.note, entry.evidence)})"


def _relation(held: HeldValue) -> str:
    agree, depart = " and ".join(held.agree), " and ".join(held.depart)
    parts = []
    if agree:
        parts.append(f"{agree} {'agrees' if len(held.agree) == 1 else 'agree'} with it")
    if depart:
        parts.append(f"{depart} {'departs' if len(held.depart) == 1 else 'depart'} from it")
    return ", ".join(parts)


def _source(by: str, at: str, note: str, evidence: str | None) -> str:
    return ", ".join(filter(None, (by, at[:10], note, evidence)))
