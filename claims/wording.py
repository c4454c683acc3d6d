"""A value in a sentence for people."""

from __future__ import annotations

from claims.model import Claim, Kind


def written(claim: Claim) -> str:
    """The value of a claim as an editor should see it: its words, on one line, with its date when it has one."""
    words = " ".join(claim.value_quote.split())
    when = "" if claim.kind is Kind.DATE or not claim.as_of else claim.as_of.replace("/", " to ")
    return f"“{words}” ({when})" if when else f"“{words}”"
