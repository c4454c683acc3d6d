"""Facts that the labels of fact boxes, lists and tables give."""

from __future__ import annotations

import pytest

from claims.facts.label_lines import facts_of_lines
from claims.model import Kind
from tests.benchmarks.line import claims_of
from tests.claims.readings import sentence

PAGE = "Kestrel Watches\n\nKestrel Watches is a maker of watches in Halm.\n\nFounded: 1846\n{}\nEmployees: 790 (2021)"


@pytest.mark.parametrize(
    ("line", "attribute", "values"),
    [
        ("Owner: Orbis Group (since 1999)", "owner", ("orbis group",)),
        ("Headquarters: Halm, Westland", "seat", ("halm",)),
        ("- Founders: Jules Moreau and Henri Lund", "founder", ("jules moreau", "henri lund")),
        ("Written in: C++", "language", ("c++",)),
        ("Chairman: Rikard Vale", "chair", ("rikard vale",)),
    ],
)
def test_a_label_says_what_is_behind_it_of_what_the_page_is_about(
    line: str, attribute: str, values: tuple[str, ...]
) -> None:
    found = [c for c in claims_of(PAGE.format(line), "2024-05-02") if c.kind is Kind.FACT]
    told = [(c.subject, c.features.head, c.features.values) for c in found if c.features.head == attribute]
    assert told == [("Kestrel", attribute, values)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("总部：⟦北京⟧，澄湖设有工厂", [("seat", "北京")]),
        ("开发商：⟦雾隐工坊⟧　　运营者：龙冈集团（持股51%）", [("developer", "雾隐工坊"), ("operator", "龙冈集团")]),
        ("Developed by | ⟦Acme Foundation⟧", [("developer", "Acme Foundation")]),
        ("Note: ⟦Marta Roe⟧ left early.", []),
        ("Author: ⟦Kim Doe⟧", []),
        ("Owner: ⟦unknown⟧", []),
    ],
)
def test_which_labels_are_known_and_where_their_values_end(line: str, expected: list[tuple[str, str]]) -> None:
    reading = sentence(line).reading
    assert [(fact.attribute, fact.value.of(reading.text)) for fact in facts_of_lines(reading)] == expected
