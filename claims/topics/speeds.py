"""Speeds whose unit of time stands ahead of the number: 时速350公里, 阵风每秒58米."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from claims.model import Claim, Kind
from claims.scales import scale_of

_NEAR = 14
"""Characters ahead of a number in which the word is looked for."""

_AHEAD = re.compile(
    r"(?:(?P<h>[时限]速|每小时)|(?P<s>秒速|每秒|风速)|(?P<min>分速|每分钟))"
    r"(?:[为是达到只仅有超近约逾最高可低于大每限的以]|保持在|超过){0,5}$"
)
"""The word and what may stand between it and the number, in simplified script as a sentence is read. A wind is measured
by the second in Chinese."""


def with_speeds(claims: Iterable[Claim]) -> list[Claim]:
    """``claims``, of which the lengths that are told for a stretch of time have a unit of speed."""
    return [replace(c, quantity=replace(c.quantity, unit=unit)) if (unit := _speed(c)) else c for c in claims]


def _speed(claim: Claim) -> str | None:
    quantity = claim.quantity
    if quantity.kind is not Kind.MEASURE or scale_of(quantity).dimension != f"{Kind.MEASURE}:length":
        return None
    ahead = claim.sentence[max(0, claim.value_at.start - _NEAR) : claim.value_at.start]
    found = _AHEAD.search(ahead)
    return f"{quantity.unit}/{found.lastgroup}" if found else None
