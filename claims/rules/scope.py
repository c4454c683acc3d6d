"""Rules for values that hold of different things after all."""

from __future__ import annotations

from claims.model import Modality, Ruling, Severity, Verdict
from claims.rules.pair import Pair, ruling
from claims.topics.scopes import relation


def other_scope(pair: Pair) -> Ruling | None:
    """The same property in another place or market: third in the world, first in Asia.

    Two stated scopes that are neither the same nor one inside the other; with one inside the other, values that are
    not the same are total and part.
    """
    a, b = pair.a.scope, pair.b.scope
    if not a or not b or a == b or pair.agrees:
        return None
    how = "one inside the other" if relation(a, b) == "inside" else "apart"
    reason = f"{pair.values}: the scopes differ ({a}, {b}; {how}), so both can hold."
    return ruling(Verdict.SCOPE_DIFFERS, Severity.LOW, other_scope, reason)


def other_definition(pair: Pair) -> Ruling | None:
    """The same thing narrowed down in two ways: binary packages and source packages."""
    a, b = set(pair.a.features.modifiers), set(pair.b.features.modifiers)
    if pair.agrees or not a or not b or a & b or pair.a.features.head != pair.b.features.head:
        return None
    if "one wording" in pair.match.features:
        return None
    reason = f"{pair.values}: counted are {_joined(a)} here and {_joined(b)} there."
    return ruling(Verdict.SCOPE_DIFFERS, Severity.LOW, other_definition, reason)


def forecast_and_outcome(pair: Pair) -> Ruling | None:
    """A forecast or target on one side, what happened on the other: both can hold."""
    if pair.a.modality == pair.b.modality or pair.agrees:
        return None
    kinds = {pair.a.modality, pair.b.modality}
    if not kinds & {Modality.FORECAST, Modality.TARGET}:
        return None
    reason = f"{pair.values}: one is {pair.a.modality}, the other {pair.b.modality}."
    return ruling(Verdict.TIME_DRIFT, Severity.LOW, forecast_and_outcome, reason)


def _joined(words: set[str]) -> str:
    return " ".join(sorted(w.lstrip("=") for w in words))
