"""A statement without a member of a series, beside the values of all members."""

from __future__ import annotations

import pytest

from claims.model import Claim, Comparison, Match, Ruling, Severity, Verdict
from claims.serials import without_other_members
from tests.benchmarks.line import claims_of


def the(sentence: str, value: str) -> Claim:
    """The claim of a sentence whose value is written so."""
    return next(claim for claim in claims_of(sentence, None) if claim.value_quote == value)


def held(a: Claim, b: Claim, verdict: Verdict = Verdict.CONFLICT) -> Comparison:
    """A comparison of two claims with this verdict."""
    return Comparison(a, b, Match(0.9, "Harbour · packages", ()), Ruling(verdict, Severity.MEDIUM, "some_rule", ""))


RELEASES = [
    the(f"Harbour {release} came with {packages} packages.", packages)
    for release, packages in (("8.0", "43,000"), ("9.0", "51,000"), ("11.0", "59,500"))
]
LONE = the("Harbour has 59,100 packages.", "59,100")


def test_it_is_held_against_the_member_nearest_in_value_only() -> None:
    found = [held(LONE, release) for release in RELEASES]
    assert [c.b.value_quote for c in without_other_members(found)] == ["59,500"]
    assert [c.b.value_quote for c in without_other_members(found[::-1])] == ["59,500"]


def test_what_agrees_with_one_member_contradicts_no_other() -> None:
    same = the("Harbour has 51,000 packages.", "51,000")
    found = [held(release, same, Verdict.AGREE if n == 1 else Verdict.CONFLICT) for n, release in enumerate(RELEASES)]
    assert without_other_members(found) == [found[1]]


@pytest.mark.parametrize(
    "other", [the("Harbour 9.0 has 51,900 packages.", "51,900"), the("Harbour has 14 harbours.", "14")]
)
def test_a_member_and_another_thing_are_left_alone(other: Claim) -> None:
    found = [held(other, RELEASES[1])]
    assert without_other_members(found) == found
