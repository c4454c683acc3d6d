"""What two claims both speak of, in words."""

from __future__ import annotations

from claims.evidence import PLACES
from claims.model import Claim
from claims.topics.scopes import load_scopes

DOT = " · "
"""What stands between the subject and the property of a topic."""

PLACE = "place"
"""The property of a rank."""


def topic_of(a: Claim, b: Claim) -> str:
    """What both speak of: the subject and the property, in the shorter wording of the two; or the words they quote."""
    if quoted := set(a.features.quotations) & set(b.features.quotations):
        return f"“{min(quoted)}…”"
    subject = min((c.subject for c in (a, b) if c.subject), key=len, default="")
    attribute = min((c.attribute for c in (a, b) if c.attribute), key=len, default="")
    if a.kind in PLACES and not (a.features.on_record or b.features.on_record):
        attribute = _place_in(a.scope) if a.scope and a.scope == b.scope else PLACE
    return DOT.join(part for part in (subject, attribute) if part) or a.kind.value


def place_scope(attribute: str) -> str | None:
    """The scope that the attribute of a topic ranks in: world of ``place in world``; None where it names none."""
    inside, wide = attribute.removeprefix(f"{PLACE} in "), attribute.removesuffix(f" {PLACE}")
    if inside != attribute:
        return inside
    return wide if wide != attribute and wide in load_scopes().relative else None


def _place_in(scope: str) -> str:
    """``place in world``, but ``national place``: a relative scope is named by an adjective."""
    return f"{scope} {PLACE}" if scope in load_scopes().relative else f"{PLACE} in {scope}"
