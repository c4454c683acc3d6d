"""Keys by which claims that may concern each other are found without comparing all with all."""

from __future__ import annotations

from claims.ages import AGE
from claims.facts.matching import fact_keys
from claims.model import Claim, Kind
from claims.one_scale import DEGREES, is_bare_sum
from claims.scales import scale_of
from claims.topics.naming import name_keys
from claims.topics.setting import NAME
from claims.topics.sounds import readings


def blocking_keys(claim: Claim) -> frozenset[str]:
    """The keys of ``claim``: two claims that share none are never compared.

    Each key joins what the value is measured in with one of: a piece of a name the claim may be said of, spelt or as it
    is read, the thing counted, what narrows it down or the event dated, a telling word, a property, a name or another
    figure of the sentence or its neighbours, the opening of a quotation beside the value, or a watched fact. An entry
    of a fact sheet meets only the claims that were placed by it. Facts without a number have keys of their own.
    """
    features = claim.features
    kinds = _kinds(claim)
    watched = {f"{kind}|w:{fact}" for fact in features.watched for kind in kinds}
    if features.on_record:
        return frozenset(watched)
    if claim.kind is Kind.FACT:
        return fact_keys(claim) | watched
    topics = {f"n:{p}" for name in features.names for p in (*name_keys(name), *readings(name))}
    topics |= {f"h:{word}" for word in (features.head, features.event, *features.modifiers) if word and word != AGE}
    topics |= {f"t:{term}" for term in features.terms}
    topics |= {f"q:{opening}" for opening in features.quotations}
    topics |= {f"p:{stated}" for stated in features.properties}
    topics |= {f"s:{word}" for word in (*features.setting, *features.around) if word.startswith(NAME)}
    topics |= {f"f:{figure}" for figure in features.figures}
    return frozenset(watched | {f"{kind}|{topic}" for kind in kinds for topic in topics})


def _kinds(claim: Claim) -> tuple[str, ...]:
    """What the value may be held against: that of its dimension, and where it does not tell it in full of another."""
    if claim.kind is Kind.MONEY:
        return (Kind.MONEY.value,)
    dimension = scale_of(claim.quantity).dimension
    if dimension in DEGREES:
        return ("degrees",)
    return (dimension, Kind.MONEY.value) if is_bare_sum(claim) else (dimension,)
