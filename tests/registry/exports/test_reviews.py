"""ClaimReview, read back by a JSON-LD processor and found again in the source text."""

from __future__ import annotations

from typing import Any

import pytest

from registry import decisions
from registry.connection import Registry, memory_registry
from registry.exports.reviews import CONTEXT, review_graph, reviews
from registry.load import document
from registry.model import Judgement, Verification
from registry.queries import ClaimFilter, PairFilter, find_claims, find_pairs
from registry.verification import undo_verification, verify
from tests.registry.exports.linked import expanded
from tests.registry.samples import claim, keep, pair_all

S = "https://schema.org/"
EARLY, LATE = "港口去年有企业三百家。", "据统计，港口去年有企业三十家。"


def two_that_disagree(registry: Registry) -> str:
    """Registers two sources that disagree; the key of the pair. The earlier source names three hundred."""
    keep(registry, "early.txt", EARLY, claim(EARLY, "港口去年有企业三百家", "三百家", 300), published="2025-01-02")
    late = keep(registry, "late.txt", LATE, claim(LATE, "港口去年有企业三十家", "三十家", 30), published="2025-03")
    pair_all(registry, late)
    (pair,) = find_pairs(registry.db, PairFilter())
    return pair.id


def ratings(registry: Registry) -> dict[str, str]:
    """What is said of each quote, as an independent processor reads it."""
    graph = review_graph(reviews(registry.db), "岚港晚报")
    found: dict[str, str] = {}
    for node in expanded(graph, CONTEXT, {"@vocab": S}):
        assert node["@type"] == [f"{S}ClaimReview"]
        (rating,) = node[f"{S}reviewRating"]
        found[text(node, "claimReviewed")] = text(rating, "alternateName")
    return found


def text(node: dict[str, Any], name: str) -> str:
    (value,) = node[f"{S}{name}"]
    return str(value["@value"])


@pytest.mark.parametrize(
    ("judgement", "early", "late"),
    [
        (Judgement.BOTH_WRONG, "False", "False"),
        (Judgement.BOTH_RIGHT, "True", "True"),
        (Judgement.SUPERSEDED, "Outdated", None),
        (Judgement.NOT_COMPARABLE, None, None),
        (Judgement.MISREAD, None, None),
        (Judgement.UNSURE, None, None),
    ],
)
def test_what_a_decision_says_of_each_side(judgement: Judgement, early: str | None, late: str | None) -> None:
    with memory_registry() as registry:
        decisions.record(registry, two_that_disagree(registry), judgement, by="Lin")
        said = ratings(registry)
    assert (said.get("港口去年有企业三百家"), said.get("港口去年有企业三十家")) == (early, late)


def test_a_side_alone_is_wrong() -> None:
    with memory_registry() as registry:
        pair = two_that_disagree(registry)
        decisions.record(registry, pair, Judgement.A_WRONG, by="Lin")
        one = ratings(registry)
        decisions.record(registry, pair, Judgement.B_WRONG, by="Chen")
        other = ratings(registry)
    assert (len(one), len(other)) == (1, 1)
    assert set(one.values()) == set(other.values()) == {"False"}
    assert one.keys() != other.keys()


@pytest.mark.parametrize("judgement", [Judgement.MISREAD, Judgement.NOT_COMPARABLE, Judgement.UNSURE])
def test_a_decision_that_says_nothing_of_the_sides_takes_the_place_of_one_that_did(judgement: Judgement) -> None:
    with memory_registry() as registry:
        pair = two_that_disagree(registry)
        decisions.record(registry, pair, Judgement.BOTH_WRONG, by="Lin")
        decisions.record(registry, pair, judgement, by="Chen")
        assert ratings(registry) == {}


def test_what_is_reviewed_is_a_whole_sentence_and_the_item_the_very_words() -> None:
    with memory_registry() as registry:
        pair = two_that_disagree(registry)
        registry.db.execute("UPDATE claims SET sentence = '据统计,' || quote WHERE value_quote = '三十家'")
        decisions.record(registry, pair, Judgement.BOTH_WRONG, by="Lin")
        nodes = expanded(review_graph(reviews(registry.db), "t"), CONTEXT, {"@vocab": S})
    (late,) = [node for node in nodes if "三十家" in text(node, "claimReviewed")]
    assert text(late, "claimReviewed") == "据统计,港口去年有企业三十家"
    assert text(late[f"{S}itemReviewed"][0], "text") == "港口去年有企业三十家"


def test_the_later_of_a_verification_and_a_decision_holds() -> None:
    with memory_registry() as registry:
        pair = two_that_disagree(registry)
        early = next(stored for stored in find_claims(registry.db, ClaimFilter()) if stored.source.name == "early.txt")
        quote = early.claim.quote
        verify(registry, early.id, Verification.SUPPORTED, by="Lin")
        assert ratings(registry) == {quote: "True"}
        decisions.record(registry, pair, Judgement.BOTH_WRONG, by="Chen")
        assert ratings(registry)[quote] == "False"
        verify(registry, early.id, Verification.UNPROVEN, by="Lin")
        assert ratings(registry)[quote] == "Unproven"
        undo_verification(registry, early.id, by="Lin")
        assert ratings(registry)[quote] == "False"


def test_a_review_says_where_it_is_read_when_it_is_told() -> None:
    with memory_registry() as registry:
        pair = two_that_disagree(registry)
        decisions.record(registry, pair, Judgement.BOTH_WRONG, by="Lin")
        late = next(stored for stored in find_claims(registry.db, ClaimFilter()) if stored.source.name == "late.txt")
        verify(registry, late.id, Verification.SUPPORTED, by="Lin")
        graph = review_graph(reviews(registry.db), "t", "https://desk.example")
        nodes = expanded(graph, CONTEXT, {"@vocab": S})
        assert "url" not in str(review_graph(reviews(registry.db), "t"))
    assert [text(node, "url") for node in nodes] == [
        f"https://desk.example/-/claims/conflict/{pair}",
        f"https://desk.example/-/claims/claim/{late.id}",
    ]


def test_what_was_taken_back_reviews_nothing() -> None:
    with memory_registry() as registry:
        pair = two_that_disagree(registry)
        decisions.record(registry, pair, Judgement.BOTH_WRONG, by="Lin")
        decisions.undo(registry, pair, by="Lin")
        assert ratings(registry) == {}


def test_a_review_names_its_newsroom_and_where_the_claim_appeared() -> None:
    with memory_registry() as registry:
        pair = two_that_disagree(registry)
        decisions.record(registry, pair, Judgement.BOTH_WRONG, by="Lin", note="seen with the port", right="290")
        found = list(reviews(registry.db))
        (node, _) = expanded(review_graph(found, "岚港晚报"), CONTEXT, {"@vocab": S})
        source_text = document(registry.db, found[0].stored.document).text
    (author,), (item,), (rating,) = node[f"{S}author"], node[f"{S}itemReviewed"], node[f"{S}reviewRating"]
    (appearance,) = item[f"{S}appearance"]
    assert text(author, "name") == "岚港晚报"
    assert appearance["@id"] == "https://example.org/early.txt"
    assert text(item, "datePublished") == "2025-01-02"
    assert text(item, "text") in source_text
    assert text(rating, "ratingExplanation") == "The right value: 290"
    assert "Lin" not in str(node)
    assert "seen with" not in str(node)
