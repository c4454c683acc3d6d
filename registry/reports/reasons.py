"""Why two claims are held against each other, in the language of the reader.

The rule that decided has said so in English, with what it found. For other languages ``reasons/`` has a sentence for
each rule, and one of its own for a verdict that the rule's sentence does not fit.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from claims.model import Claim, Kind
from registry.model import StoredPair


def reason_of(pair: StoredPair, language: str) -> str:
    """The reason of a finding; in English where the language has no sentence for its rule."""
    ruling = pair.ruling
    known = sentences(language).get(ruling.rule, {})
    sentence = known.get(ruling.verdict.value) or known.get("any")
    if sentence is None:
        return ruling.reason
    values = {"a": _written(pair.a.claim), "b": _written(pair.b.claim)}
    speakers = {"a_by": pair.a.claim.attributed_to or "？", "b_by": pair.b.claim.attributed_to or "？"}
    return sentence.format_map({**values, **speakers})


@cache
def sentences(language: str) -> Mapping[str, Mapping[str, str]]:
    """By rule and verdict the sentences of a language; ``any`` is for every other verdict."""
    file = files(__package__).joinpath("reasons", f"{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _written(claim: Claim) -> str:
    words = " ".join(claim.value_quote.split())
    when = "" if claim.kind is Kind.DATE or not claim.as_of else claim.as_of.replace("/", "–")
    return f"“{words}”（{when}）" if when else f"“{words}”"
