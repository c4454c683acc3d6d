"""Superlatives that point back are said of the last thing of their class that was named."""

from __future__ import annotations

import pytest

from claims.model import Claim, Kind
from tests.claims.readings import claims_in


def superlatives(text: str) -> list[Claim]:
    return [c for c in claims_in(text) if c.kind is Kind.SUPERLATIVE]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("潮织选择了最开放的Loom开源协议。这个最开放的协议帮了开发者的忙。", ["Loom", "Loom"]),
        ("潮织选择了最开放的Loom开源协议。最宽松的Harrier开源协议落选了。", ["Loom", "Harrier"]),
    ],
)
def test_what_points_back_has_the_holder_it_points_at(text: str, subjects: list[str]) -> None:
    assert [c.subject for c in superlatives(text)] == subjects


def test_what_points_at_nothing_named_is_said_of_no_name() -> None:
    [claim] = superlatives("这个最开放的协议帮了开发者的忙。")
    assert not claim.features.named
