"""Whether two ages are one person's."""

from __future__ import annotations

from claims.model import Claim, Match
from claims.topics.naming import HEARD, RELATED, likeness

AGE = "#age"
"""The head of an English claim that states an age; a Chinese one is known by its measure word."""

_YEARS_HAN = "岁"

_SURE = 0.9
_BY_SURNAME = 0.7


def is_age(claim: Claim) -> bool:
    """Whether a claim states how old somebody is."""
    return claim.features.head == AGE or claim.quantity.unit == _YEARS_HAN


def match_ages(a: Claim, b: Claim) -> Match | None:
    """How surely two claims, at least one of them an age, are of the age of one person; None when they are not."""
    x, y = a.features, b.features
    if not (is_age(a) and is_age(b)) or not (x.names and y.names and x.named and y.named):
        return None
    alike = likeness(x.names[0], y.names[0])
    if alike < RELATED:
        return None
    name = min((c.subject for c in (a, b) if c.subject), key=len, default="")
    score = _SURE if alike >= HEARD else _BY_SURNAME
    return Match(score, f"{name} · age", (f"the age of {x.names[0]}",))
