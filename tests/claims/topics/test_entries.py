"""Entries with a value right behind what it is said of."""

from __future__ import annotations

import pytest

from claims.model import Claim
from tests.claims.readings import claims_in


def claim(marked: str) -> Claim:
    """The claim of the value in marks."""
    before, _, rest = marked.partition("⟦")
    value = rest.partition("⟧")[0]
    text = marked.replace("⟦", "").replace("⟧", "")
    return next(c for c in claims_in(text) if c.value_span.start == len(before) and c.value_quote == value)


@pytest.mark.parametrize(
    ("marked", "subject", "attribute"),
    [
        ("投票率较高的是柳溪县（71%）、竹山县（⟦68%⟧）和云台县（66%）。", "竹山县", "投票率"),
        ("得票最多的是陈立（1,845票）和高远（⟦1,702票⟧）。", "高远", "得票"),
        ("全市人均存款超过20万元，高于柳溪县(⟦17.1万元⟧)和竹山县(16.8万元)。", "柳溪县", None),
        ("Turnout was highest in Leith (71 per cent), Oban (⟦68 per cent⟧) and Wick (66 per cent).", "Oban", "Turnout"),
        ("The book fair's stars were a Danish cookbook (⟦41,000⟧ copies) and a crossword (38,500 copies).",
         "Danish cookbook", None),
        ("新增用户方面，晨星13.46万户、远航⟦5.22万户⟧。", "远航", "用户"),
        ("门票价格：东馆50元，西馆⟦80元⟧。", "西馆", "门票价格"),
    ],
)  # fmt: skip
def test_a_value_is_said_of_what_stands_right_before_it(marked: str, subject: str, attribute: str | None) -> None:
    found = claim(marked)
    assert found.subject == subject
    assert attribute is None or found.attribute == attribute


def test_the_counted_noun_behind_the_value_is_the_property() -> None:
    assert claim("The lots went to Ann Rowe (⟦31⟧ paintings) and Tom Hay (12 paintings).").attribute == "paintings"


@pytest.mark.parametrize(
    ("marked", "subject"),
    [
        ("云台市常住人口52.4万人，其中男性⟦26.8万人⟧，女性25.6万人。", "云台市"),
        ("星海公司成为全球⟦第三⟧、亚太第一的云服务商。", "星海公司"),
        ("海湾银行已向全国放贷⟦200多笔⟧，星海贷款30多笔。", "海湾银行"),
        ("Alder Foods came ⟦third⟧ in Europe (2021) and first in Norway (2022).", "Alder Foods"),
    ],
)
def test_parts_and_places_stay_with_their_subject(marked: str, subject: str) -> None:
    assert claim(marked).subject == subject


def test_neighbours_are_no_subject_of_the_entry() -> None:
    found = claim("Turnout was highest in Leith (⟦71 per cent⟧), Oban (68 per cent) and Wick (66 per cent).")
    assert not {"oban", "wick"} & set(found.features.names)
