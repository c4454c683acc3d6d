"""Names of places in one form for all languages."""

from __future__ import annotations

import pytest

from claims.topics.places import MARK, name_key


@pytest.mark.parametrize(
    ("one", "other"), [("日本", "Japan"), ("挪威", "Norway"), ("杭州", "Hangzhou"), ("杭州市", "杭州")]
)
def test_one_place_is_one_name_in_both_languages(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
    assert name_key(one).startswith(MARK)


@pytest.mark.parametrize(("one", "other"), [("日本", "China"), ("挪威", "瑞典")])
def test_two_places_are_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["Harbour Bank", "临港银行", "Bank of Norway", "日本银行", "杭州大学", ""])
def test_any_other_name_is_itself_folded(name: str) -> None:
    assert not name_key(name).startswith(MARK)
    assert name_key(name) == name_key(name.upper())
