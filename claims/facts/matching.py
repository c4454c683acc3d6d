"""Whether two facts speak of the same thing: one attribute of one subject, or one saying by its wording."""

from __future__ import annotations

from claims.facts.attributes import Holds, attributes
from claims.facts.wording import alike, is_wording
from claims.model import Claim, Features, Match
from claims.topics.naming import SAME, likeness, name_keys

STATEMENT = "statement"
"""The attribute of what somebody says."""

ONE_SAYING = "one saying"
"""Feature of a match of two statements: the same words, or nearly."""

_SAYING = 0.72
"""How alike the words of one saying are in two articles, 0 to 1."""
_SUBJECT_WEIGHT = 0.45
_ONE_EVENT = 0.7
_UNSURE = 0.6
"""Score where a subject was only carried over, or the two are related but not the same: enough to agree."""


def fact_keys(claim: Claim) -> frozenset[str]:
    """The blocking keys of a fact: its attribute with a piece of its subject's name; of a statement, of its words."""
    features = claim.features
    if features.head == STATEMENT:
        return frozenset(f"fact|{STATEMENT}|{piece}" for piece in features.values)
    known = attributes().get(features.head)  # another release may have had attributes that this one has not
    heads = (features.head, *(known.excludes if known else ()))
    pieces = {piece for name in features.names for piece in name_keys(name)}
    return frozenset(f"fact|{head}|{piece}" for head in heads for piece in pieces)


def match_facts(a: Claim, b: Claim, *, within: bool = False) -> Match | None:
    """How surely two facts are of one attribute of one subject, or two statements of one saying; None when not.

    ``within`` says that both stand in one document, which tells its subjects apart.
    """
    x, y = a.features, b.features
    if x.head == y.head == STATEMENT:
        return _one_saying(a, b)
    if x.head != y.head and not excluded(a, b):
        return None
    if not x.names or not y.names:
        return None
    subject = likeness(x.names[0], y.names[0])
    if not subject or (within and subject < SAME):
        return None
    attribute = attributes().get(x.head)
    if attribute is None:
        return None
    if attribute.holds is Holds.OFFICE and a.attribute != b.attribute and _one_language(a, b):
        return None  # 院长 and 副院长, chairman and deputy chairman
    names = f"subject {x.names[0]}" if subject == SAME else f"subjects {x.names[0]} and {y.names[0]}"
    firm = subject == SAME and x.firm and y.firm
    if firm and not (x.named and y.named):
        # The fire, the trial: one and the same only where the articles have more in common.
        score = _ONE_EVENT if _one_event(x, y) else _UNSURE
    else:
        score = round(_SUBJECT_WEIGHT * subject + 1 - _SUBJECT_WEIGHT, 3) if firm else _UNSURE
    topic = f"{min(a.subject or '', b.subject or '', key=len)} · {a.attribute}"
    return Match(score, topic, (names, f"both of {x.head}"))


def _one_event(x: Features, y: Features) -> bool:
    """Whether two sentences with a common noun for a subject share a name, or their articles what they are about."""
    around = {*x.beside, x.topic} & {*y.beside, y.topic} - {""}
    return bool(around)


def excluded(a: Claim, b: Claim) -> str | None:
    """With which values the attributes of two facts exclude each other; None when they do not."""
    x, y = a.features.head, b.features.head
    if STATEMENT in (x, y):
        return None
    return attributes()[x].excludes.get(y) or attributes()[y].excludes.get(x)


def _one_saying(a: Claim, b: Claim) -> Match | None:
    text_a, text_b = a.text or "", b.text or ""
    if not is_wording(text_a) or not is_wording(text_b):
        return None
    score = round(alike(text_a, text_b), 3)
    return Match(score, f"“{min(text_a, text_b, key=len)[:24]}…”", (ONE_SAYING,)) if score >= _SAYING else None


def _one_language(a: Claim, b: Claim) -> bool:
    return (a.attribute or "").isascii() == (b.attribute or "").isascii()
