"""Lines of labels and values."""

from __future__ import annotations

import pytest

from claims.extract import extract
from claims.model import Claim, Kind
from sources.readers import read


def claim(text: str, value: str, name: str = "facts.md") -> Claim:
    found = extract(read(text.encode(), name), published="2023-05-01")
    return next(c for c in found if c.value_quote == value)


@pytest.mark.parametrize(
    ("text", "value", "subject", "attribute", "head"),
    [
        ("# 柳溪县\n\n常住人口：41.2万人\n", "41.2万人", "柳溪县", "常住人口", "=residents"),
        ("# 柳溪县\n\n常住人口：41.2万人\n面积：1,204平方公里\n", "1,204平方公里", "柳溪县", "面积", "=area"),
        ("柳溪县位于云台市北部。\n\n- 面积：1,204平方公里\n", "1,204平方公里", "柳溪县", "面积", "=area"),
        ("# Leith\n\n- **Population:** 51,000\n", "51,000", "Leith", "Population", "=population"),
        ("# Alder DB\n\nNumber of users: 3 million\n", "3 million", "Alder DB", "Number of users", "=users"),
    ],
)
def test_the_label_is_the_property_of_what_the_section_is_about(
    text: str, value: str, subject: str, attribute: str, head: str
) -> None:
    found = claim(text, value)
    assert (found.subject, found.attribute, found.features.head) == (subject, attribute, head)


def test_a_line_of_labels_does_not_change_the_subject() -> None:
    text = "Leith lies on the coast.\nPopulation: 51,000\nArea: 8.2 square kilometres\n"
    assert claim(text, "8.2 square kilometres", "facts.txt").subject == "Leith"


def test_four_digits_under_an_event_are_a_year() -> None:
    founded = claim("# Leith\n\n- Founded: 1851\n", "1851")
    assert (founded.kind, founded.quantity.low, founded.features.event) == (Kind.DATE, "1851", "=founded")


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("# Harbours\n\nLeith: 51,000 tonnes\n", "51,000 tonnes", "Leith"),
        ("# Harbours\n\nPopulation of Leith: 51,000\n", "51,000", "Leith"),
    ],
)
def test_a_label_with_a_name_is_the_subject(text: str, value: str, subject: str) -> None:
    assert claim(text, value).subject == subject
