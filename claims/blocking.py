"""Keys by which claims that may concern each other are found without comparing all with all."""

from __future__ import annotations

from claims.ages import AGE
from claims.facts.matching import fact_keys
from claims.model import Claim, Kind
from claims.scales import scale_of
from claims.topics.naming import name_keys
from claims.topics.setting import NAME
from claims.topics.sounds import readings


def blocking_keys(claim: Claim) -> frozenset[str]:
    """The keys of ``claim``: two claims that share none are never compared.

    Each key joins the dimension of the value with one of: a piece of a name the claim may be said of, spelt or as it
    is read, the thing counted, what narrows it down or the event dated, a telling word, a property, a name or another
    figure of the sentence or its neighbours, the opening of a quotation beside the value, or a watched fact. An entry
    of a fact sheet meets only the claims that were placed by it. Facts without a number have keys of their own.
    """
    kind = scale_of(claim.quantity).dimension
    features = claim.features
    watched = {f"{kind}|w:{fact}" for fact in features.watched}
    if features.on_record:
        return frozenset(watched)
    if claim.kind is Kind.FACT:
        return fact_keys(claim) | watched
    pieces = {p for name in features.names for p in (*name_keys(name), *readings(name))}
    keys = {f"{kind}|n:{piece}" for piece in pieces}
    keys |= {
        f"{kind}|h:{word}" for word in (features.head, features.event, *features.modifiers) if word and word != AGE
    }
    keys |= {f"{kind}|t:{term}" for term in features.terms}
    keys |= {f"{kind}|q:{opening}" for opening in features.quotations}
    keys |= {f"{kind}|p:{stated}" for stated in features.properties}
    keys |= {f"{kind}|s:{word}" for word in (*features.setting, *features.around) if word.startswith(NAME)}
    keys |= {f"{kind}|f:{figure}" for figure in features.figures}
    return frozenset(keys | watched)
