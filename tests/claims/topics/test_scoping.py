"""Where a value holds."""

from __future__ import annotations

import pytest

from claims.topics.scoping import scope_of, scopes_in
from sources.span import Span
from tests.claims.readings import sentence


@pytest.mark.parametrize(
    ("marked", "scope"),
    [
        ("Harbour Bank ranks ⟦third⟧ in the world.", "world"),
        ("Harbour Bank ranks ⟦third⟧ in Norway.", "norway"),
        ("In Norway, Harbour Bank ranks ⟦third⟧.", None),
        ("Harbour Bank is the ⟦third⟧ largest bank in Norway.", "norway"),
        ("Harbour Bank ranks ⟦third⟧.", None),
        ("临港银行位居全球⟦第三⟧。", "world"),
        ("临港银行存款位居全国⟦第三⟧。", "national"),
        ("临港银行位居⟦第三⟧。", None),
        # Of two the one before the value, which it stands beside.
        ("临港银行在亚太位居⟦第一⟧，在全球位居第三。", "asia-pacific"),
    ],
)
def test_the_scope_stands_near_the_value(marked: str, scope: str | None) -> None:
    read = sentence(marked)
    assert scope_of(read.reading, read.value) == scope


def test_a_superlative_has_the_scope_before_it() -> None:
    for marked in ("县图书馆是全国⟦最大⟧的图书馆。", "县图书馆是全国⟦最大⟧图书馆。"):
        read = sentence(marked)
        assert scope_of(read.reading, read.value) == "national", marked


@pytest.mark.parametrize("marked", ["杭州大学拥有⟦35个⟧学院。", "The Paris Opera has ⟦35⟧ halls."])
def test_a_place_inside_a_name_is_no_scope(marked: str) -> None:
    read = sentence(marked)
    assert scope_of(read.reading, read.value) is None


@pytest.mark.parametrize("text", ["It is sold in Norway and in Japan.", "它在挪威和日本出售。"])
def test_all_scopes_of_a_stretch_and_where(text: str) -> None:
    reading = sentence(text).reading
    found = scopes_in(reading, Span(0, len(text)))
    assert [id_ for id_, _ in found] == ["norway", "japan"]
    assert [place.of(text) for _, place in found] in (["Norway", "Japan"], ["挪威", "日本"])
    assert scopes_in(reading, Span(0, 2)) == []
