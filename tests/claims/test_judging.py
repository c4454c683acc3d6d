from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.compare import compare, compare_documents
from claims.extract import extract
from claims.judging import SWAY, Opinion, Sameness, in_doubt, needed, weighed
from claims.matching import FLAG, FLAG_WITHIN, SUGGEST, match
from claims.model import Claim, Match
from sources.files import load
from sources.reference import SourceRef
from tests.claims.reader.second import found

CORPUS = Path(__file__).parents[2] / "registry" / "demo" / "corpus"
SCORES = st.integers(500, 1000).map(lambda thousandth: thousandth / 1000)
OPINIONS = st.sampled_from(Sameness).map(lambda says: Opinion(says, "paper-model"))
SAME, OTHER, UNSURE = (Opinion(says, "paper-model") for says in Sameness)


def claims(text: str) -> tuple[Claim, ...]:
    return found(text)[1].claims


BOOKS = claims("The library of Vejle holds 90,000 books.")[0]
LOANS = claims("Vejle's library lends out 70,000 volumes and employs 12 people.")[0]
ABOARD = claims("The ferry Alba carried 410 passengers when it left Kolding.")[0]
SAILED = claims("There were 380 people aboard the ferry when it sailed from Kolding.")[0]


@given(SCORES, OPINIONS)
def test_an_opinion_moves_a_score_within_bounds_and_never_out_of_the_comparison(score: float, opinion: Opinion) -> None:
    before = Match(score, "the library · books", ("subject library",))
    after = weighed(before, opinion)
    assert abs(after.score - score) <= SWAY + 1e-9
    assert SUGGEST <= after.score <= 1
    assert after.topic == before.topic
    assert after.features[:-1] == before.features
    assert "paper-model" in after.features[-1]


@given(SCORES, OPINIONS, st.booleans())
def test_what_is_not_in_doubt_is_shown_or_not_whatever_is_said(score: float, opinion: Opinion, within: bool) -> None:
    before = Match(score, "", ())
    if not in_doubt(before, within=within):
        assert (weighed(before, opinion).score >= needed(within=within)) == (score >= needed(within=within))


def test_what_is_matched_at_the_very_least_cannot_be_lifted_over_the_bar() -> None:
    assert SUGGEST + SWAY < FLAG < FLAG_WITHIN
    for within in (False, True):
        assert not in_doubt(Match(SUGGEST, "", ()), within=within)


def of_the_demonstration() -> list[tuple[Claim, ...]]:
    sources = [SourceRef(path.name, path=path) for path in sorted(CORPUS.glob("*.txt"))]
    return [extract(load(source), published="2025-04-28") for source in sources]


def test_no_opinion_is_asked_for_where_grammar_finds_nothing_to_compare() -> None:
    """Over all pairs of two articles, with a judge who holds everything to be one thing."""
    texts = [text[:25] for text in of_the_demonstration()]
    asked = 0
    for ours, theirs in combinations(texts, 2):
        for a, b in product(ours, theirs):
            matched, calls = match(a, b), []
            judged = compare(a, b, judge=lambda calls=calls: calls.append(1) or SAME)
            plain = compare(a, b)
            asked += len(calls)
            if calls:
                assert matched is not None
                assert matched.score >= FLAG - SWAY
            else:
                assert judged == plain
            if judged and plain:
                assert judged.ruling == plain.ruling, "what is ruled is grammar's"
    assert asked


def test_a_disagreement_is_shown_where_it_is_held_to_be_of_one_thing() -> None:
    assert compare(BOOKS, LOANS) is None
    judged = compare(BOOKS, LOANS, judge=lambda: SAME)
    assert judged is not None
    assert judged.match.features[-1] == "held to be one thing by paper-model"
    for opinion in (OTHER, UNSURE, None):
        assert compare(BOOKS, LOANS, judge=lambda opinion=opinion: opinion) is None


def test_a_disagreement_goes_where_it_is_held_to_be_of_two() -> None:
    plain = compare(ABOARD, SAILED)
    assert plain is not None
    assert compare(ABOARD, SAILED, judge=lambda: OTHER) is None
    unsure = compare(ABOARD, SAILED, judge=lambda: UNSURE)
    assert unsure is not None
    assert unsure.match.score == plain.match.score
    assert compare(ABOARD, SAILED, judge=lambda: None) == plain


def test_where_values_agree_nobody_is_asked() -> None:
    other = claims("There were 410 people aboard the ferry when it sailed from Kolding.")[0]

    def judge() -> Opinion:
        pytest.fail("was asked")

    assert compare(ABOARD, other) == compare(ABOARD, other, judge=judge)


def test_a_judge_is_told_the_places_of_a_pair() -> None:
    places: list[tuple[int, int]] = []
    compare_documents([SAILED, LOANS], [BOOKS], [(0, 0), (1, 0)], lambda i, j: places.append((i, j)))
    assert places == [(1, 0)]


def test_nobody_is_asked_about_a_pair_beside_which_a_clearly_better_one_stands() -> None:
    held = claims("The library of Vejle holds 95,000 books.")[0]
    places: list[tuple[int, int]] = []
    plain = compare_documents([LOANS, held], [BOOKS], [(0, 0), (1, 0)])
    judge = lambda i, j: places.append((i, j)) or SAME  # noqa: E731
    assert compare_documents([LOANS, held], [BOOKS], [(0, 0), (1, 0)], judge) == plain
    assert (len(plain), places) == (1, [])
