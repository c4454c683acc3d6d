"""Claims, sources and entries of the decision log as rows, and rows as values again: ``read(written(x)) == x``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from claims.features import dump_features, load_features
from claims.model import Bound, Claim, Kind, Modality, Quantity, ReadBy
from registry.model import Decision, Entry, EntryKind, Judgement, Source, Verification
from sources.document import Document
from sources.reference import SourceRef
from sources.span import Span

Row = Mapping[str, Any]
"""A row by column name, as SQLite gives it."""


def storable(text: str) -> str:
    """``text`` with what UTF-8 cannot hold (undecodable bytes of a file name, lone surrogates) as visible escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def claim_row(claim: Claim, source: Source, document: Document) -> dict[str, Any]:
    """The row of ``claim``; its ``id`` is the bare key."""
    quantity = claim.quantity
    place, value_place = document.byte_span(claim.span), document.byte_span(claim.value_span)
    return {
        "id": claim.key,
        "key": claim.key,
        "source": source.id,
        "document": document.sha256,
        **_span("start", "end", claim.span),
        **_span("value_start", "value_end", claim.value_span),
        **_span("byte_start", "byte_end", place),
        **_span("value_byte_start", "value_byte_end", value_place),
        **_span("value_at_start", "value_at_end", claim.value_at),
        "quote": claim.quote,
        "value_quote": claim.value_quote,
        "prefix": claim.prefix,
        "suffix": claim.suffix,
        "sentence": claim.sentence,
        "section": claim.section,
        "kind": quantity.kind.value,
        "low": _exact(quantity.low),
        "high": _exact(quantity.high),
        "low_number": _sortable(quantity.low),
        "high_number": _sortable(quantity.high),
        "unit": quantity.unit,
        "approx": int(quantity.approx),
        "step": _exact(quantity.step),
        "subject": claim.subject,
        "attribute": claim.attribute,
        "scope": claim.scope,
        "text": claim.text,
        "as_of": claim.as_of,
        "modality": claim.modality.value,
        "attributed_to": claim.attributed_to,
        "damaged": int(claim.damaged),
        "features": dump_features(claim.features),
        "reader": _read_by(claim.reader),
    }


def claim_of(row: Row) -> Claim:
    """The claim that ``claim_row`` wrote."""
    return Claim(
        key=row["key"],
        span=Span(row["start"], row["end"]),
        quote=row["quote"],
        value_span=Span(row["value_start"], row["value_end"]),
        value_quote=row["value_quote"],
        quantity=Quantity(
            kind=Kind(row["kind"]),
            low=_bound(row["low"], row["low_number"]),
            high=_bound(row["high"], row["high_number"]),
            unit=row["unit"],
            approx=bool(row["approx"]),
            step=None if row["step"] is None else Decimal(row["step"]),
        ),
        sentence=row["sentence"],
        value_at=Span(row["value_at_start"], row["value_at_end"]),
        prefix=row["prefix"],
        suffix=row["suffix"],
        section=row["section"],
        subject=row["subject"],
        attribute=row["attribute"],
        scope=row["scope"],
        text=row["text"],
        as_of=row["as_of"],
        modality=Modality(row["modality"]),
        attributed_to=row["attributed_to"],
        damaged=bool(row["damaged"]),
        features=load_features(row["features"]),
        reader=_reader(row.get("reader")),  # claims of the past may have been kept before there was one
    )


def source_row(ref: SourceRef, sha256: str) -> dict[str, Any]:
    """What a row of ``sources`` says of ``ref`` when it stands for the document of that hash."""
    words = {
        "name": ref.name,
        "title": ref.title,
        "publisher": ref.publisher,
        "published": ref.published,
        "language": ref.language,
        "url": ref.url,
    }
    record: dict[str, Any] = {column: None if word is None else storable(word) for column, word in words.items()}
    return record | {"document": sha256, "extra": json.dumps(dict(ref.extra), sort_keys=True)}


def source_of(row: Row) -> Source:
    """The source of a row of ``sources``."""
    return Source(
        id=row["id"],
        name=row["name"],
        document=row["document"],
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        language=row["language"],
        url=row["url"],
        extra=json.loads(row["extra"]),
    )


def entry_row(entry: Entry) -> dict[str, Any]:
    """The row of an entry of the decision log."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "pair_key": entry.pair_key,
        "a_key": entry.a_key,
        "b_key": entry.b_key,
        "decision": entry.judgement.value if entry.judgement else None,
        "right_value": entry.right,
        "undoes": entry.undoes,
        "assignee": entry.assignee,
        "verification": entry.verification.value if entry.verification else None,
        "evidence": entry.evidence,
        "note": entry.note,
        "decided_by": entry.by,
        "decided_at": entry.at,
    }


def entry_of(row: Row) -> Entry:
    """The entry that ``entry_row`` wrote."""
    return Entry(
        id=row["id"],
        kind=EntryKind(row["kind"]),
        pair_key=row["pair_key"],
        a_key=row["a_key"],
        b_key=row["b_key"],
        by=row["decided_by"],
        at=row["decided_at"],
        note=row["note"],
        judgement=Judgement(row["decision"]) if row["decision"] else None,
        right=row["right_value"],
        undoes=row["undoes"],
        assignee=row["assignee"],
        verification=Verification(row["verification"]) if row["verification"] else None,
        evidence=row["evidence"],
    )


def decision_of(row: Row) -> Decision:
    """The decision that a row of kind ``decision`` holds."""
    return Decision(
        id=row["id"],
        pair_key=row["pair_key"],
        a_key=row["a_key"],
        b_key=row["b_key"],
        judgement=Judgement(row["decision"]),
        by=row["decided_by"],
        at=row["decided_at"],
        note=row["note"],
        right=row["right_value"],
    )


def _read_by(reader: ReadBy | None) -> str | None:
    return None if reader is None else json.dumps(asdict(reader), ensure_ascii=False)


def _reader(text: str | None) -> ReadBy | None:
    if text is None:
        return None
    known = json.loads(text)
    return ReadBy(known["model"], known["prompt"], tuple(known["fields"]))


def _span(start: str, end: str, span: Span) -> dict[str, int]:
    return {start: span.start, end: span.end}


def _exact(bound: Bound) -> str | None:
    if isinstance(bound, Decimal) and abs(bound.adjusted()) <= 30:
        return f"{bound:f}"  # 180000000 reads better than 1.8E+8
    return None if bound is None else str(bound)


def _sortable(bound: Bound) -> float | None:
    return float(bound) if isinstance(bound, Decimal) else None


def _bound(exact: str | None, number: float | None) -> Bound:
    # Only numbers have a sortable twin; a date is its own.
    return exact if exact is None or number is None else Decimal(exact)
