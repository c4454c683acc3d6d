"""Two holders of one title: the only, first or most of a class, said of two names."""

from __future__ import annotations

from claims.evidence import RIVALS, belong
from claims.model import Claim, Features, Match
from claims.topics.naming import folded, likeness
from claims.topics.superlatives import unbounded_sorts

_RIVAL_WORDS = 2
_RIVALS_ANYWHERE = 0.8


def rivals(a: Claim, b: Claim) -> Match | None:
    """Two names that are each said to be the only, first or most of one class in one place."""
    x, y = a.features, b.features
    if not (x.named and y.named) or x.superlative != y.superlative or a.scope != b.scope:
        return None
    if _tells_of(y, a) or _tells_of(x, b):
        return None  # one sentence in two wordings, of which the holder was read otherwise
    if not a.scope:
        return _rivals_anywhere(a, b)
    if likeness(x.names[0], y.names[0]) or belong(x.related, y.names[0]) or belong(y.related, x.names[0]):
        return None
    shared = set(x.terms) & set(y.terms)
    if len(shared) < _RIVAL_WORDS or 5 * len(shared) < 3 * min(len(x.terms), len(y.terms)):
        return None
    if None in (a.quantity.low, b.quantity.low):
        return None
    score = round(0.7 + 0.3 * len(shared) / len(set(x.terms) | set(y.terms)), 3)
    said = ", ".join(sorted(word.lstrip("=") for word in shared)[:3])
    return Match(score, f"{a.value_quote} · {a.attribute or said}", (RIVALS, f"shared words {said}"))


def _tells_of(told: Features, other: Claim) -> bool:
    """Whether the sentence of ``told`` names what ``other`` is said of."""
    return folded(other.subject or "") in told.frame


def _rivals_anywhere(a: Claim, b: Claim) -> Match | None:
    """Two names in one class of things that are each said to be the most of it, with no place that would part them."""
    x, y = a.features, b.features
    classes = {x.head} & {y.head} - {""} or {*x.terms} & {*y.terms}
    enough = x.head == y.head != "" or 5 * len(classes) >= 3 * min(len(x.terms), len(y.terms))
    if x.superlative not in unbounded_sorts() or not classes or not enough:
        return None
    if None in (a.quantity.low, b.quantity.low):
        return None
    if likeness(x.names[0], y.names[0]):
        return None
    thing = min(classes).lstrip("=")
    return Match(_RIVALS_ANYWHERE, f"{a.value_quote} · {a.attribute or thing}", (RIVALS, f"both of {thing}"))
