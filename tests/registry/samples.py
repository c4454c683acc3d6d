"""Documents and claims made by hand, for tests of what keeps them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal

from claims.aliases import Aliases
from claims.identity import claim_key
from claims.model import Claim, Comparison, Features, Kind, Match, Quantity, Ruling, Severity, Verdict
from registry import load, save
from registry.candidates import bouts
from registry.connection import Registry
from registry.method import Method
from registry.model import Source
from registry.rows import source_row
from sources.document import Document
from sources.reference import SourceRef
from sources.span import Span


def document(text: str, encoding: str = "utf-8") -> Document:
    """A document of that text."""
    return Document(hashlib.sha256(text.encode(encoding)).hexdigest(), encoding, text)


def claim(text: str, quote: str, value: str, number: int | str, subject: str = "港口") -> Claim:
    """A claim that ``quote``, which stands in ``text``, makes with ``value``; its sentence is the quote."""
    start = text.index(quote)
    at = quote.index(value)
    return Claim(
        key=claim_key(value, quote),
        span=Span(start, start + len(quote)),
        quote=quote,
        value_span=Span(start + at, start + at + len(value)),
        value_quote=value,
        quantity=Quantity(Kind.COUNT, Decimal(number), Decimal(number), "家", step=Decimal(1)),
        sentence=quote,
        value_at=Span(at, at + len(value)),
        prefix=text[max(0, start - 8) : start],
        suffix=text[start + len(quote) :][:8],
        subject=subject,
        features=Features(names=(subject,), head="企业"),
    )


def keep(registry: Registry, name: str, text: str, *claims: Claim, published: str | None = None) -> Source:
    """Registers a document with these claims under ``name`` and compares nothing."""
    read = document(text)
    ref = SourceRef(name, published=published)
    with registry.transaction():
        save.save_document(registry.db, read)
        save.save_source(registry.db, source_row(ref, read.sha256))
        owner = load.owner(registry.db, read.sha256)
        assert owner is not None
        if load.reading(registry.db, read.sha256) == (None, None):
            save.save_claims(registry.db, owner, read, claims, Method(Aliases()))
    found = load.source_named(registry.db, name)
    assert found is not None
    return found


def pair_all(registry: Registry, source: Source, verdict: Verdict = Verdict.CONFLICT) -> None:
    """Stores one and the same ruling for everything that a document has a candidate for."""
    with registry.transaction():
        found = list(bouts(registry.db, source.document))
        save.save_pairs(
            registry.db,
            [(bout, [ruled(bout.ours[i], bout.theirs[j], verdict) for i, j in bout.pairs]) for bout in found],
        )


def ruled(a: Claim, b: Claim, verdict: Verdict = Verdict.CONFLICT) -> Comparison:
    """A comparison as if a rule had decided so."""
    if b.key < a.key:
        a, b = b, a
    reason = f"{a.value_quote} and {b.value_quote} cannot both be true."
    return Comparison(
        a, b, Match(0.9, "港口 · 企业", ("subject",)), Ruling(verdict, Severity.HIGH, "count_differs", reason)
    )


def moved(original: Claim, by: int) -> Claim:
    """The same claim, ``by`` characters further on."""
    return replace(
        original,
        span=Span(original.span.start + by, original.span.end + by),
        value_span=Span(original.value_span.start + by, original.value_span.end + by),
    )
