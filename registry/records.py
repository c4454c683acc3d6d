"""Claims, pairs and decisions under the field names that scripts rely on, ready for JSON."""

from __future__ import annotations

import math
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from claims.model import Bound, Claim
from registry.model import Closing, Decision, Entry, HeldValue, Previous, StoredClaim, StoredPair

Record = dict[str, Any]
"""What JSON can hold."""


def claim_record(claim: Claim, id: str, source: str | None, document: str) -> Record:
    """The fields of a claim of the source named ``source``, whose bytes hash to ``document``."""
    quantity = claim.quantity
    return {
        "id": id,
        "source": source,
        "document": document,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "value_start": claim.value_span.start,
        "value_end": claim.value_span.end,
        "value_quote": claim.value_quote,
        "kind": quantity.kind.value,
        "subject": claim.subject,
        "attribute": claim.attribute,
        "scope": claim.scope,
        "low": json_bound(quantity.low),
        "high": json_bound(quantity.high),
        "unit": quantity.unit,
        "approx": quantity.approx,
        "text": claim.text,
        "as_of": claim.as_of,
        "modality": claim.modality.value,
        "attributed_to": claim.attributed_to,
        "sentence": claim.sentence,
        "damaged": claim.damaged,
        "reader": asdict(claim.reader) if claim.reader else None,
    }


def stored_claim_record(stored: StoredClaim) -> Record:
    """The fields of a registered claim."""
    record = claim_record(stored.claim, stored.id, stored.source.name, stored.document)
    return record | {"verified": verification_record(stored.verified) if stored.verified else None}


def pair_record(pair: StoredPair) -> Record:
    """The fields of a compared pair, both claims whole."""
    ruling = pair.ruling
    return {
        "id": pair.id,
        "topic": pair.topic,
        "verdict": ruling.verdict.value,
        "severity": ruling.severity.value,
        "status": pair.status.value,
        "score": pair.score,
        "rule": ruling.rule,
        "reason": ruling.reason,
        "correction": pair.correction,
        "decision": decision_record(pair.decision) if pair.decision else None,
        "previous": _previous_record(pair.previous) if pair.previous else None,
        "closing": _closing_record(pair.closing) if pair.closing else None,
        "flagged": pair.flagged,
        "assignee": pair.assignee,
        "second_opinion": pair.second_opinion.value if pair.second_opinion else None,
        "held": [held_record(held) for held in pair.held],
        "a": stored_claim_record(pair.a),
        "b": stored_claim_record(pair.b),
    }


def _previous_record(previous: Previous) -> Record:
    sides = {
        side: {"id": said.key, "source": said.source, "value_quote": said.value_quote, "quote": said.quote}
        for side, said in (("a", previous.a), ("b", previous.b))
    }
    return {"id": previous.key, "decision": decision_record(previous.decision), **sides}


def _closing_record(closing: Closing) -> Record:
    return {"at": closing.at, "a": closing.a.value, "b": closing.b.value, "next": closing.next}


def decision_record(decision: Decision) -> Record:
    """The fields of a decision."""
    return {
        "id": decision.id,
        "decision": decision.judgement.value,
        "by": decision.by,
        "at": decision.at,
        "note": decision.note,
        "right": decision.right,
        "a": decision.a_key,
        "b": decision.b_key,
    }


def verification_record(entry: Entry) -> Record:
    """What an editor found out about a claim."""
    return {
        "verification": entry.verification.value if entry.verification else None,
        "by": entry.by,
        "at": entry.at,
        "note": entry.note,
        "evidence": entry.evidence,
    }


def held_record(held: HeldValue) -> Record:
    """A value held to be right, and the sides that agree with it or depart from it."""
    return asdict(held)


def entry_record(entry: Entry, undone: bool) -> Record:
    """The fields of an entry of the decision log; those that its kind has no use for are None.

    ``undone`` says whether a later entry takes it back.
    """
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "by": entry.by,
        "at": entry.at,
        "note": entry.note,
        "decision": entry.judgement.value if entry.judgement else None,
        "right": entry.right,
        "undoes": entry.undoes,
        "assignee": entry.assignee,
        "verification": entry.verification.value if entry.verification else None,
        "evidence": entry.evidence,
        "a": entry.a_key,
        "b": entry.b_key,
        "undone": undone,
    }


def json_bound(bound: Bound) -> int | float | str | None:
    """A bound as JSON writes it: whole numbers without a point, dates as text.

    A number that no double can hold counts as unbounded, so that every reader of JSON reads the same.
    """
    if not isinstance(bound, Decimal):
        return bound
    number = float(bound)
    if math.isinf(number):
        return None
    return int(bound) if bound == bound.to_integral_value() else number
