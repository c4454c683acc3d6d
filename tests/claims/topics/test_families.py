"""Families of concepts."""

from __future__ import annotations

from itertools import combinations

import pytest

from claims.topics.families import kin, load_families


def test_kin_is_mutual_and_nothing_is_kin_to_itself() -> None:
    words = sorted(load_families())
    assert all(kin(f"={a}", f"={b}") == kin(f"={b}", f"={a}") for a, b in combinations(words, 2))
    assert not any(kin(f"={word}", f"={word}") for word in words)


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [
        ("=spectators", "=visitors", True),
        ("=revenue", "=net-profit", False),
        ("=killed", "=injured", False),
        ("spectators", "=visitors", False),
        ("=spectators", "", False),
    ],
)
def test_what_stands_for_one_another(a: str, b: str, together: bool) -> None:
    assert kin(a, b) is together


def test_every_family_has_several_members() -> None:
    members: dict[int, int] = {}
    for families in load_families().values():
        for family in families:
            members[family] = members.get(family, 0) + 1
    assert min(members.values()) > 1
