"""Whether two facts state one value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.facts.values import Kinship, kinship
from claims.topics.places import name_key

NAMES = st.lists(st.sampled_from(["jane roe", "karl berg", "anna holt", "罗秋野", "@bergen"]), unique=True, max_size=3)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (["jane roe"], ["jane roe"], Kinship.SAME),
        (["jane roe"], ["roe"], Kinship.SAME),
        (["jane roe"], ["j. roe"], Kinship.SAME),
        (["free harbour foundation"], ["fhf"], Kinship.SAME),
        (["jane roe", "karl berg"], ["karl berg"], Kinship.PART),
        (["jane roe", "karl berg"], ["karl berg", "anna holt"], Kinship.CROSSING),
        (["jane roe"], ["karl berg"], Kinship.APART),
        (["罗秋野"], ["罗秋也"], Kinship.SPELT),
        (["罗秋野"], ["贺千帆"], Kinship.APART),
        (["罗秋野"], ["luo qiuye"], Kinship.SAME),
        (["罗秋野"], ["karl berg"], Kinship.UNKNOWN),
        ([], ["jane roe"], Kinship.UNKNOWN),
        ([name_key("Munich")], [name_key("Germany")], Kinship.SAME),
        ([name_key("Munich")], [name_key("Paris")], Kinship.APART),
    ],
)
def test_kinship(a: list[str], b: list[str], expected: Kinship) -> None:
    assert kinship(a, b) is expected


@given(NAMES, NAMES)
def test_kinship_does_not_depend_on_the_order(a: list[str], b: list[str]) -> None:
    assert kinship(a, b) is kinship(b, a)


@given(NAMES.filter(bool))
def test_a_list_is_kin_to_itself(a: list[str]) -> None:
    assert kinship(a, a) is Kinship.SAME
