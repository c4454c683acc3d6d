"""Whose money a sum is in: several countries' money is called 元, dollar, franc, krone or peso."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.model import Claim, Kind


@dataclass(frozen=True, slots=True)
class _Name:
    """What else a bare name may be, and the words that say which it is."""

    may_be: frozenset[str]
    told: tuple[str, ...]


def may_be(claim: Claim, currency: str | None) -> bool:
    """Whether ``claim`` is a sum that does not say whose money it is, and may be in ``currency`` (ISO 4217)."""
    if claim.kind is not Kind.MONEY:
        return False
    name = _names().get(claim.quantity.unit or "")
    quote = claim.value_quote.lower()
    return name is not None and currency in name.may_be and not any(word in quote for word in name.told)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, _Name]:
    rows = tomllib.loads(files("claims.topics").joinpath("currencies.toml").read_text("utf-8"))["name"]
    return {code: _Name(frozenset(row["may_be"]), tuple(row["told"])) for row in rows for code in row["read_as"]}
