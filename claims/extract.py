"""From a document to its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.aliases import Aliases
from claims.describe import Place, describe
from claims.identity import claim_key
from claims.model import Claim, Kind, Quantity, ValueMention
from claims.quotations import Quotation, quotations
from claims.sentences import sentences
from claims.topics.instances import instances_in
from claims.topics.names import Names, find_names
from claims.topics.reading import Reading
from claims.topics.subjects import Context, leading_name, title_name
from claims.topics.superlatives import superlatives
from claims.topics.timing import only_dates
from claims.values import find_values
from sources.cleaning import Block, CleanText, clean
from sources.document import Document
from sources.span import Span


@dataclass(slots=True)
class _Thread:
    """What the reader of an article keeps in mind from sentence to sentence."""

    title: str | None
    section: str | None = None
    carried: str | None = None
    instances: tuple[str, ...] = ()
    heading_instances: tuple[str, ...] = ()


def extract(
    document: Document,
    *,
    language: str | None = None,
    published: str | None = None,
    title: str | None = None,
    aliases: Aliases = Aliases(),
) -> tuple[Claim, ...]:
    """The claims of ``document`` in the order of their values.

    ``language`` is a BCP 47 tag and ``published`` an ISO date, whole or in part; both may be unknown. Spans count
    code points of ``document.text``; no two claims have the same key.
    """
    text = clean(document.text, format=document.format)
    mentions = find_values(text.text, language=language, published=published, script=text.script)
    names = find_names(text.text, aliases)
    found = _claims(document, text, mentions, names, published, title)
    return _distinct(sorted(found, key=lambda claim: (claim.value_span, claim.span)))


def _claims(
    document: Document,
    text: CleanText,
    mentions: Sequence[ValueMention],
    names: Names,
    published: str | None,
    title: str | None,
) -> Iterator[Claim]:
    quoted = quotations(text.text)
    thread = _Thread(title_name(title, text.text) if title else None)
    at = 0
    for block in text.blocks:
        while at < len(mentions) and mentions[at].span.start < block.span.start:
            at += 1
        if block.kind == "code":
            continue
        inside = [m for m in mentions[at:] if m.span.start < block.span.end] if block.span else []
        yield from _of_block(document, text, block, inside, names, quoted, thread, published)


def _of_block(
    document: Document,
    text: CleanText,
    block: Block,
    mentions: Sequence[ValueMention],
    names: Names,
    quoted: tuple[Quotation, ...],
    thread: _Thread,
    published: str | None,
) -> Iterator[Claim]:
    if block.kind == "heading":
        heading = block.span.of(text.text)
        thread.section = leading_name(heading)
        thread.heading_instances = instances_in(heading)
        thread.carried = None
    thread.instances = thread.heading_instances
    for span in sentences(text.text, block.span):
        inside = tuple(m for m in mentions if span.contains(m.span))
        reading = Reading(text.text, span, tuple(m.span for m in inside), names.inside(span))
        thread.instances = instances_in(reading.wording) or thread.instances
        context = Context(thread.carried, thread.section, thread.title, names.frequency)
        place = Place(document, text, reading, inside, context, quoted, thread.instances, published)
        yield from _of_sentence(place)
        thread.carried = leading_name(reading) or thread.carried


def _of_sentence(place: Place) -> Iterator[Claim]:
    for mention in place.mentions:
        if mention.role is not None:
            continue
        if mention.quantity.kind is Kind.DATE and only_dates(place.reading, mention, place.mentions):
            continue
        yield describe(place, mention.span, mention.quantity)
    for superlative in superlatives(place.reading):
        # A place among several (之一) bounds nothing.
        bound = None if superlative.shared else Decimal(1)
        quantity = Quantity(Kind.SUPERLATIVE, bound, bound, approx=superlative.shared)
        yield describe(place, superlative.span, quantity)


def _distinct(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with keys of their own: those that say the same are told apart by their neighbours, then by order."""
    seen: Counter[str] = Counter()
    distinct = []
    for claim in claims:
        key = claim.key
        if seen[key]:
            key = claim_key(claim.value_quote, claim.sentence, claim.prefix, claim.suffix)
        seen[key] += 1
        if key != claim.key:
            seen[claim.key] += 1
        count = seen[key]
        distinct.append(replace(claim, key=key if count == 1 else f"{key}-{count}"))
    return tuple(distinct)
