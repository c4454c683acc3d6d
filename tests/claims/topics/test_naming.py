"""How alike two names are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.topics.naming import APART, HOUSE, RELATED, SAME, folded, likeness, name_keys

words = st.text(alphabet="阿里云杭州a b1.ｚ9", max_size=8).map(folded)


@given(words, words)
def test_likeness_is_mutual(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


@given(words)
def test_a_name_is_like_itself(name: str) -> None:
    assert likeness(name, name) == SAME


@given(words, words)
def test_names_that_belong_together_share_a_key(one: str, other: str) -> None:
    """What likeness finds, blocking must find as well."""
    if one and other and likeness(one, other) != APART and name_keys(one) and name_keys(other):
        assert name_keys(one) & name_keys(other)


@given(st.text(max_size=12))
def test_folding_is_done_once(text: str) -> None:
    once = folded(text)
    assert once == once.strip()
    assert "  " not in once


def test_width_case_and_spaces_at_han_characters_do_not_count() -> None:
    assert folded("Ｑｗｅｎ  模型 2") == folded("qwen模型2") == "qwen模型2"
    assert folded("Harbour  Bank") == "harbour bank"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("阿里", "阿里云", RELATED),
        ("sqlite", "sqlite library", RELATED),
        ("阿里云", "阿里巴巴", HOUSE),
        ("杭州", "广州", APART),
        ("杭州银行", "杭州大学", APART),
        ("e5", "e7", APART),
        ("debconf 10", "debconf 11", APART),
        ("ark", "arkose", APART),
        ("harbour bank", "fjord line", APART),
        ("", "harbour bank", APART),
    ],
)
def test_same_related_of_one_house_or_apart(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == expected


def test_the_degrees_are_in_order() -> None:
    assert APART < HOUSE <= RELATED < SAME


def test_pieces_of_a_name() -> None:
    assert name_keys("阿里云") == {"阿里", "里云"}
    assert name_keys("harbour bank") == {"harbour", "bank"}
    assert name_keys("云") == {"云"}
    assert name_keys("") == set()


def test_a_variant_is_another_product() -> None:
    assert likeness("澄光x5", "澄光x5 pro") == APART
    assert likeness("harbour", "harbour bank") == RELATED
