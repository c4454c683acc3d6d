"""Sums told without their currency: 市值只剩120亿, the programme costs 2.06 billion."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from claims.model import Claim, Kind, ValueMention

_LEAST = 1000
"""Smaller numbers without a unit are seldom sums."""

_COUNTED = re.compile(
    r"^\s?(?!(?:in|for|from|to|at|by|and|or|but|on|over|per|a|an|this|last|next|with|which|that|before|after|as|when|than"
    r"|under|during|since|through|of which)\b)[A-Za-z\u3400-\u9fff]"
)
"""What is counted behind a number, as far as one word tells: no preposition or conjunction."""

_ENDS = re.compile(r"^(?:了|的?时候|$|[\s，。；：、！？）」』”,.;:!?)])")
_ADVERBS = re.compile(
    "(?:只|仅|余|剩|已|已经|将|近|约|逾|超|超过|达|达到|高达|为|是|了|过|到|突破|共|总共|一共|大约|快|整整|才|不到|就)+$"
)
_NEAR = 14
"""Characters ahead of a number in which its verb is looked for."""


@dataclass(frozen=True, slots=True)
class _Sums:
    """What is stated in money: concepts, everyday properties, words ahead of a number."""

    heads: frozenset[str]
    properties: frozenset[str]
    before: tuple[str, ...]


@lru_cache(maxsize=1)
def _load() -> _Sums:
    data = tomllib.loads(files("claims.topics").joinpath("sums.toml").read_text("utf-8"))
    return _Sums(frozenset(f"={head}" for head in data["heads"]), frozenset(data["properties"]), tuple(data["before"]))


def with_currency(claims: Iterable[Claim], mentions: Sequence[ValueMention]) -> list[Claim]:
    """``claims``, of which the sums told without a currency have that which most sums of the article have.

    ``mentions`` are all values of the article. Where none of them is in a currency, nothing is a sum.
    """
    known = Counter(m.quantity.unit for m in mentions if m.quantity.kind is Kind.MONEY)
    if not known:
        return list(claims)
    [(currency, _)] = known.most_common(1)
    return [
        replace(claim, quantity=replace(claim.quantity, kind=Kind.MONEY, unit=currency)) if _is_sum(claim) else claim
        for claim in claims
    ]


def _is_sum(claim: Claim) -> bool:
    quantity = claim.quantity
    stated = quantity.high if isinstance(quantity.high, Decimal) else quantity.low
    if quantity.kind is not Kind.COUNT or quantity.unit or not isinstance(stated, Decimal) or abs(stated) < _LEAST:
        return False
    sums, features = _load(), claim.features
    ahead = claim.sentence[max(0, claim.value_at.start - _NEAR) : claim.value_at.start]
    behind = claim.sentence[claim.value_at.end :]
    if features.head:
        return features.head in sums.heads and not _COUNTED.match(behind.removeprefix("了"))
    if features.properties[:1] and features.properties[0] in sums.properties and not _COUNTED.match(behind):
        return True
    return bool(_ENDS.match(behind)) and _ADVERBS.sub("", ahead.rstrip(" ，,：:")).endswith(sums.before)
