"""What an entry of a fact sheet states, as a claim of that sheet."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from claims.aliases import Aliases
from claims.identity import claim_key
from claims.intervals import days_of
from claims.model import Claim, Features, Kind
from claims.topics.contrasts import contrasts_in
from claims.topics.instances import instances_in
from claims.topics.places import name_key
from claims.topics.reading import Reading
from claims.topics.superlatives import superlative_key
from claims.watch.entry import Entry
from claims.watch.fact import Fact
from claims.watch.value import value_of
from sources.document import Document
from sources.span import Span

CONTEXT = 32
"""Code points of the fact sheet kept before and behind an entry."""


def facts_of(entries: Sequence[Entry], aliases: Aliases) -> tuple[Fact, ...]:
    """The facts that ``entries`` state. Raises NoValueError."""
    return tuple(Fact.of(entry, value_of(entry), aliases) for entry in entries)


def statements(document: Document, entries: Sequence[Entry], aliases: Aliases) -> tuple[Claim, ...]:
    """The claims of a fact sheet, one an entry, in order. ``document`` holds the text that ``entries`` stand in."""
    facts = facts_of(entries, aliases)
    found: dict[str, Claim] = {}
    for fact in facts:
        claim = _statement(document, fact, _superseded(fact, facts), aliases)
        found.setdefault(claim.key, claim)  # the same entry twice says it once
    return tuple(found.values())


def _superseded(fact: Fact, facts: Sequence[Fact]) -> str | None:
    """The date from which a later entry on the same property holds instead; None where there is none."""
    mine = fact.entry
    if mine.as_of is None:
        return None
    rivals = [f.entry for f in facts if set(f.keys) & set(fact.keys) and f.entry.scope == mine.scope]
    later = [e.as_of for e in rivals if e.as_of and days_of(e.as_of).low > days_of(mine.as_of).low]
    return min(later, key=lambda as_of: days_of(as_of).low, default=None)


def _statement(document: Document, fact: Fact, superseded: str | None, aliases: Aliases) -> Claim:
    entry = fact.entry
    stated = value_of(entry)
    inside, quantity = stated.span, stated.quantity
    shown = inside.of(entry.value)
    value = _place_of(document, entry, inside)
    about = ", ".join(filter(None, (entry.subject, entry.attribute[0], entry.scope, entry.as_of)))
    sentence = f"{about}: {entry.value}"
    at = len(sentence) - len(entry.value) + inside.start
    text = document.text
    said = Reading(entry.subject, Span(0, len(entry.subject)))
    return Claim(
        key=claim_key(shown, sentence),
        span=entry.span,
        quote=entry.span.of(text),
        value_span=value,
        value_quote=value.of(text),
        quantity=quantity,
        sentence=sentence,
        value_at=Span(at, at + len(shown)),
        prefix=text[max(0, entry.span.start - CONTEXT) : entry.span.start],
        suffix=text[entry.span.end : entry.span.end + CONTEXT],
        subject=fact.subject,
        attribute=entry.attribute[0],
        scope=fact.scope,
        text=shown if quantity.kind in (Kind.SUPERLATIVE, Kind.FACT) else None,
        as_of=entry.as_of,
        attributed_to=entry.origin,
        features=Features(
            names=(name_key(fact.subject),),
            head=stated.attribute or "",
            values=tuple(dict.fromkeys(name_key(aliases.canonical(part)) for part in stated.parts)),
            instances=tuple(sorted({i.number for i in instances_in(said)})),
            contrasts=contrasts_in(" ".join(entry.attribute)),
            superlative=superlative_key(shown) if quantity.kind is Kind.SUPERLATIVE else "",
            watched=fact.keys,
            on_record=True,
            in_force=_in_force(entry.as_of, superseded),
        ),
    )


def _place_of(document: Document, entry: Entry, inside: Span) -> Span:
    """Where the value expression stands in the sheet; the whole value where that is written with escapes."""
    start = entry.value_span.start
    exact = Span(start + inside.start, start + inside.end)
    return exact if exact.of(document.text) == inside.of(entry.value) else entry.value_span


def _in_force(as_of: str | None, superseded: str | None) -> str | None:
    """From when to when the value is right: until the next entry, and without one until further notice."""
    if as_of is None:
        return None
    first, _, last = as_of.partition("/")
    if last:
        return as_of
    if superseded is None:
        return f"{first}/"
    eve = datetime.date.fromordinal(int(days_of(superseded).low) - 1)
    return f"{first}/{eve.isoformat()}"
