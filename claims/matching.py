"""Whether two claims speak of the same thing: who, which property, which instance. Values are not looked at."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from claims.model import Claim, Features, Kind, Match
from claims.topics.naming import RELATED, SAME, likeness

SUGGEST = 0.5
"""Score from which two claims are compared at all."""

FLAG = 0.6
"""Score from which their disagreement is shown to an editor."""

_FRAME_FLOOR = 0.74
"""Likeness of two masked sentences from which they count as one wording."""

_UNKNOWN_SUBJECT = 0.45
_HEAD_WEIGHT = 0.6
_SUBJECT_WEIGHT = 0.45


@dataclass(frozen=True, slots=True)
class _Part:
    score: float
    feature: str


def match(a: Claim, b: Claim) -> Match | None:
    """How surely ``a`` and ``b`` speak of the same thing; None when they cannot, or hardly, be compared."""
    if not comparable(a, b) or not same_instance(a.features, b.features):
        return None
    frame = _frame(a.features, b.features)
    subject = _subject(a.features, b.features)
    aspect = _aspect(a, b)
    quotation = _quotation(a.features, b.features)
    parts = [p for p in (subject, aspect, frame, quotation) if p.feature]
    if quotation.score:
        score = 0.9
    elif frame.score:
        score = max(frame.score, _combined(subject, aspect))
    else:
        score = _combined(subject, aspect)
    if score < SUGGEST:
        return None
    return Match(round(min(score, 1.0), 3), topic_of(a, b), tuple(p.feature for p in parts))


def comparable(a: Claim, b: Claim) -> bool:
    """Whether the two values are of one kind and unit."""
    return dimension(a) == dimension(b)


def dimension(claim: Claim) -> str:
    """What the value may be compared with: its kind, for money the currency, for measures the unit's dimension."""
    kind, unit = claim.kind, claim.quantity.unit or ""
    if kind is Kind.MONEY or kind is Kind.MEASURE:
        return f"{kind}:{unit}"
    if kind is Kind.PERCENT and unit == "pp":
        return "points"
    if kind in (Kind.RANK, Kind.SUPERLATIVE) and claim.quantity.low is not None:
        return kind.value
    return kind.value


def same_instance(a: Features, b: Features) -> bool:
    """Whether nothing says that the two speak of different members of a series."""
    return not a.instances or not b.instances or bool(set(a.instances) & set(b.instances))


def topic_of(a: Claim, b: Claim) -> str:
    """What both speak of: the subject and the property, in the shorter wording of the two."""
    subject = min((c.subject for c in (a, b) if c.subject), key=len, default="")
    attribute = min((c.attribute for c in (a, b) if c.attribute), key=len, default="")
    return " · ".join(part for part in (subject, attribute) if part) or a.kind.value


def _combined(subject: _Part, aspect: _Part) -> float:
    if not subject.score or not aspect.score:
        return 0.0
    return _SUBJECT_WEIGHT * subject.score + (1 - _SUBJECT_WEIGHT) * aspect.score


def _subject(a: Features, b: Features) -> _Part:
    if not a.names or not b.names:
        return _Part(_UNKNOWN_SUBJECT, "")
    first = likeness(a.names[0], b.names[0])
    if first == SAME:
        return _Part(1.0, f"subject {a.names[0]}")
    score, x, y = max(
        (likeness(x, y) * (0.9**i) * (0.9**j), x, y) for i, x in enumerate(a.names) for j, y in enumerate(b.names)
    )
    score = max(score, first * RELATED if first else 0.0)
    return _Part(score, f"subjects {x} and {y}") if score >= _UNKNOWN_SUBJECT else _Part(0.0, "")


def _aspect(a: Claim, b: Claim) -> _Part:
    x, y = a.features, b.features
    shared = set(x.terms) & set(y.terms)
    union = set(x.terms) | set(y.terms)
    overlap = len(shared) / min(len(x.terms), len(y.terms)) if shared else 0.0
    spread = len(shared) / len(union) if union else 0.0
    words = 0.5 * overlap + 0.5 * spread
    key_x, key_y = (x.event, y.event) if a.kind is Kind.DATE else (x.head, y.head)
    if key_x and key_y:
        same = key_x == key_y
        score = _HEAD_WEIGHT * same + (1 - _HEAD_WEIGHT) * min(1.0, 1.5 * words)
        return _Part(score, f"both of {key_x.lstrip('=')}" if same else "")
    return _Part(min(1.0, 1.2 * words) * 0.8, f"shared words {', '.join(sorted(shared)[:3])}" if shared else "")


def _frame(a: Features, b: Features) -> _Part:
    likeness_ = fuzz.ratio(a.frame, b.frame, score_cutoff=100 * _FRAME_FLOOR) / 100
    return _Part(likeness_, "one wording") if likeness_ and min(len(a.frame), len(b.frame)) >= 8 else _Part(0.0, "")


def _quotation(a: Features, b: Features) -> _Part:
    shared = set(a.quotations) & set(b.quotations)
    return _Part(1.0, "one quotation") if shared else _Part(0.0, "")
