"""Firsts, onlys and mosts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claims.model import Kind
from claims.topics.superlatives import as_superlative, superlative_key, superlatives
from tests.claims.readings import sentence
from tests.strategies import noisy_texts


def found(text: str) -> list[tuple[str, bool]]:
    return [(s.span.of(text), s.shared) for s in superlatives(sentence(text).reading)]


@given(noisy_texts())
@settings(max_examples=60, deadline=None)
def test_superlatives_lie_in_order_and_touch_no_value(text: str) -> None:
    reading = sentence(text.replace("\ud800", "").replace("⟦", "") + "最大的").reading
    end = 0
    for superlative in superlatives(reading):
        assert superlative.span.start >= end
        assert not any(superlative.span.overlaps(value) for value in reading.values)
        end = superlative.span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县图书馆是全国首个开放的图书馆。", "首个"),
        ("县图书馆是全国唯一的图书馆。", "唯一"),
        ("县图书馆是全国最古老的图书馆。", "最古老"),
        ("县图书馆是全国最大图书馆。", "最大"),
        ("县图书馆是全国最大的图书馆。", "最大"),
        ("县图书馆是最受欢迎的图书馆。", "最受欢迎"),
        ("县图书馆是最具影响力的图书馆。", "最具影响力"),
        ("It is the largest library in Norway.", "largest"),
        ("It is the only library in Norway.", "only"),
        ("It is the most widely read paper in Norway.", "most widely read"),
    ],
)
def test_what_claims_to_be_first_only_or_most(text: str, expected: str) -> None:
    assert found(text) == [(expected, False)]


@pytest.mark.parametrize(
    "text",
    [
        "最近县图书馆开放了。",
        "首席执行官最终同意了。",
        "共有至少三本书。",
        "At least it is open.",
        "At first it was small.",
        "It is not only open.",
        "The forest is in the west.",
        "Most readers came from Norway.",
    ],
)
def test_what_looks_like_one_and_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "它是全国最大的图书馆之一。",
        "它是全国为数不多的夜间图书馆。",
        "这样的图书馆在全国屈指可数。",
        "它是国内少有的石头图书馆。",
        "It is one of the largest libraries.",
        "It is one of the only libraries with a tower.",
    ],
)
def test_one_of_several_is_shared(text: str) -> None:
    assert [shared for _, shared in found(text)] == [True]


@pytest.mark.parametrize("text", ["It is one of the few libraries.", "It is one of only a handful of libraries."])
def test_one_of_few_is_no_first(text: str) -> None:
    assert all(shared for _, shared in found(text))


def test_another_clause_does_not_share() -> None:
    assert [shared for _, shared in found("它是全国最大的图书馆，也是景点之一。")] == [False]


@pytest.mark.parametrize(
    ("marked", "superlative"),
    [
        ("这是全国⟦第一家⟧图书馆。", True),
        ("它位居全国⟦第一⟧。", False),
        ("这是⟦第一批⟧图书。", False),
        ("It was the ⟦first⟧ library in Norway.", True),
        ("It ranked ⟦first⟧ in Norway.", False),
        ("It took ⟦first⟧ place.", False),
        ("It is the ⟦third⟧ library.", False),
    ],
)
def test_a_first_place_is_a_superlative_when_it_says_who_came_first(marked: str, superlative: bool) -> None:
    read = sentence(marked)
    near = [m for m in read.mentions if m.span.overlaps(read.value)]
    read_as = [quantity for m in near if (quantity := as_superlative(read.reading, m))]
    assert bool(read_as) is superlative
    assert all(quantity.kind is Kind.SUPERLATIVE for quantity in read_as)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("首个", "first"),
        ("第一家", "first"),
        ("首家", "首个"),
        ("唯一", "only"),
        ("最大", "largest"),
        ("最大的", "largest"),
        ("最古老", "oldest"),
        ("最长", "longest"),
        ("最早", "earliest"),
        ("最高", "tallest"),
        ("最深", "deepest"),
    ],
)
def test_one_sort_has_one_key_in_both_languages(one: str, other: str) -> None:
    assert superlative_key(one) == superlative_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("最大", "最小"), ("first", "only"), ("largest", "oldest"), ("首个", "最大")]
)
def test_two_sorts_have_two(one: str, other: str) -> None:
    assert superlative_key(one) != superlative_key(other)
