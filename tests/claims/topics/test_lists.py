"""Lists that hand out one value to each of their members."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.model import Claim, Kind
from tests.claims.readings import claims_in


def claim(marked: str) -> Claim:
    """The claim of the value in marks."""
    before, _, rest = marked.partition("⟦")
    text = marked.replace("⟦", "").replace("⟧", "")
    value = rest.partition("⟧")[0]
    return next(c for c in claims_in(text) if c.value_span.start == len(before) and c.value_quote == value)


@pytest.mark.parametrize(
    ("marked", "subject", "attribute"),
    [
        ("柳溪、竹山、云台三县的耕地分别为9万、⟦14万⟧和20万亩。", "竹山县", "耕地"),
        ("柳溪县和竹山县常住人口分别为⟦41万人⟧和66万人。", "柳溪县", "常住人口"),
        ("柳溪县和竹山县常住人口分别为41万人和⟦66万人⟧。", "竹山县", "常住人口"),
        ("东馆、西馆和南馆，分别接待观众3万人、5万人和⟦8万人⟧。", "南馆", "观众"),
        ("参赛者中12人、⟦30人⟧和7人分别来自柳溪县、竹山县和云台县。", "竹山县", None),
        ("Leith, Oban and Wick landed 310, ⟦24⟧ and 57 tonnes of herring respectively.", "Oban", "herring"),
        ("12 and ⟦30 tonnes⟧ of herring went to Leith and Oban respectively.", "Oban", "herring"),
        ("Oban and Wick landed 24 and ⟦57 tonnes⟧ of herring.", "Wick", "herring"),
        ("The captains of the Dutch, Belgian and Polish teams are 24, ⟦31⟧ and 28 years old respectively.",
         "Belgian teams", None),
    ],
)  # fmt: skip
def test_each_value_is_said_of_the_member_in_its_place(marked: str, subject: str, attribute: str | None) -> None:
    found = claim(marked)
    assert found.subject == subject
    assert attribute is None or found.attribute == attribute


def test_bare_numbers_take_multiplier_and_unit_of_the_last() -> None:
    quantity = claim("Leith, Oban and Wick landed 3.1, ⟦0.4⟧ and 5.7 million tonnes of herring respectively.").quantity
    assert (quantity.low, quantity.kind, quantity.unit) == (Decimal(400000), Kind.MEASURE, "t")
    quantity = claim("柳溪、竹山两县的耕地分别为⟦9万⟧和14万亩。").quantity
    assert (quantity.low, quantity.kind) == (Decimal(90000), Kind.MEASURE)


def test_a_number_with_a_multiplier_of_its_own_keeps_it() -> None:
    assert claim("Oban and Wick landed ⟦24⟧ and 1 million tonnes respectively.").quantity.low == 24_000_000
    assert claim("Oban and Wick sold shares for ⟦$24 million⟧ and $3 billion respectively.").quantity.low == 24_000_000


@pytest.mark.parametrize(
    ("marked", "attribute", "head"),
    [
        ("云台市的出口额和进口额分别为31亿元和⟦18亿元⟧。", "进口额", "=imports"),
        ("Revenue and profit of Alder Foods were $3.2 billion and ⟦$410 million⟧ respectively.", "profit", "=profit"),
    ],
)
def test_members_that_are_properties_share_the_subject(marked: str, attribute: str, head: str) -> None:
    found = claim(marked)
    assert (found.attribute, found.features.head) == (attribute, head)
    assert found.subject in ("云台市", "Alder Foods")


@pytest.mark.parametrize(
    ("marked", "as_of"),
    [
        ("2019年和2020年，云台市的出口额分别为31亿元和⟦18亿元⟧。", "2020"),
        ("In 2019 and 2020 the port of Leith handled ⟦3.1⟧ and 3.4 million tonnes respectively.", "2019"),
    ],
)
def test_members_that_are_dates_say_when(marked: str, as_of: str) -> None:
    assert claim(marked).as_of == as_of


@pytest.mark.parametrize(
    ("marked", "subject"),
    [
        ("In Leith, Oban and Wick have 24 boats and ⟦57 crew⟧.", "Oban"),
        ("青川公司在柳溪县和竹山县有3个分部和⟦50名⟧员工。", "竹山县"),
    ],
)
def test_counts_of_different_things_are_not_handed_out(marked: str, subject: str) -> None:
    start = marked.index("⟦")
    text = marked.replace("⟦", "").replace("⟧", "")
    found = [c for c in claims_in(text) if c.value_span.start == start]
    assert [c.subject for c in found if c.subject == subject and c.features.names == (subject,)] == []


def test_the_quote_holds_member_and_value() -> None:
    found = claim("Leith, Oban and Wick landed 310, ⟦24⟧ and 57 tonnes of herring respectively.")
    assert found.quote == "Oban and Wick landed 310, 24"
