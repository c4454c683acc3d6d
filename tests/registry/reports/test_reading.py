"""How a value is shown as it was read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claims.model import Kind, Quantity
from registry.reports.reading import reading
from tests.registry.samples import claim


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Decimal(1) / 3, "0.3333"),
        (Decimal(2) / 3, "0.6667"),
        (Decimal(1) / 30_000, "0.00003333"),
        (Decimal(67) / 12, "5.5833"),
        (Decimal("3.14159265"), "3.14159265"),
        (Decimal("0.000012345"), "0.000012345"),
        (Decimal("1.20"), "1.2"),
        (Decimal(600_000), "600,000"),
    ],
)
def test_a_number_is_shown_as_written_and_a_divided_one_rounded(number: Decimal, shown: str) -> None:
    stated = claim("港口有3家企业。", "港口有3家企业", "3家", 3)
    assert reading(replace(stated, quantity=Quantity(Kind.RATIO, number, number))) == shown
