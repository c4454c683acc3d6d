"""Who belongs to whom, as an article says it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claims.topics.relations import Relations, mine_relations
from tests.claims.readings import sentence
from tests.strategies import noisy_texts


def relations(*texts: str) -> Relations:
    return mine_relations(sentence(text).reading for text in texts)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ann Lee, the founder of Acme, spoke.", "ann lee", "acme"),
        ("Acme's founder Ann Lee spoke.", "acme", "ann lee"),
        ("Acme's founder, Ann Lee, spoke.", "acme", "ann lee"),
        ("阿里云创始人王坚发言。", "阿里云", "王坚"),
        ("阿里云的创始人王坚发言。", "阿里云", "王坚"),
        ("阿里云（Alicloud）发布了模型。", "阿里云", "alicloud"),
    ],
)
def test_a_role_or_a_gloss_binds_two_names_both_ways(text: str, one: str, other: str) -> None:
    found = relations(text)
    assert other in found[one]
    assert one in found[other]


@pytest.mark.parametrize("text", ["Ann Lee spoke at Acme.", "王坚在杭州发言。", "Acme grew (in Norway).", ""])
def test_names_side_by_side_are_not_bound(text: str) -> None:
    assert relations(text) == {}


def test_relations_of_all_sentences_are_kept_sorted() -> None:
    found = relations("Acme's founder Ann Lee spoke.", "Acme's chairman Bo Dahl spoke.")
    assert found["acme"] == ("ann lee", "bo dahl")


@given(noisy_texts())
@settings(max_examples=60, deadline=None)
def test_every_relation_goes_both_ways(text: str) -> None:
    found = relations(text.replace("\ud800", "").replace("⟦", "") + "阿里云创始人王坚发言")
    for name, others in found.items():
        assert others == tuple(sorted(set(others)))
        assert name not in others
        assert all(name in found[other] for other in others)
