"""When a value holds, and which dates only say so."""

from __future__ import annotations

import pytest

from claims.model import Kind
from claims.topics.timing import Timing, only_dates, timing_of
from tests.claims.readings import sentence

PUBLISHED = "2024-05-01"


def timing(marked: str, published: str | None = PUBLISHED) -> Timing:
    read = sentence(marked, published=published)
    return timing_of(read.reading, read.value, read.mentions, published)


@pytest.mark.parametrize(
    ("marked", "as_of", "kind"),
    [
        ("In 2023, the bank had ⟦4,200⟧ employees.", "2023", "during"),
        ("As of March 2023 the bank had ⟦4,200⟧ employees.", "2023-03", "at"),
        ("The bank had ⟦4,200⟧ employees in 2022 and more in 2023.", "2022", "during"),
        ("截至2023年3月，临港银行拥有⟦4200名⟧员工。", "2023-03", "at"),
        ("2023年临港银行拥有⟦4200名⟧员工。", "2023", "during"),
        ("2022年很难，2023年临港银行拥有⟦4200名⟧员工。", "2023", "during"),
        ("去年，临港银行拥有⟦4200名⟧员工。", "2023", "during"),
        ("目前临港银行拥有⟦4200名⟧员工。", PUBLISHED, "at"),
        ("The bank now has ⟦4,200⟧ employees.", PUBLISHED, "at"),
        ("The bank has ⟦4,200⟧ employees.", None, ""),
        # An event told in passing dates nothing but itself.
        ("The bank, founded in 1894, has ⟦4,200⟧ employees.", None, ""),
        ("成立于1894年的临港银行拥有⟦4200名⟧员工。", None, ""),
        ("The bank (1894) has ⟦4,200⟧ employees.", None, ""),
        ("1894年临港银行开业，现有⟦4200名⟧员工。", PUBLISHED, "at"),
        # A date holds at no date.
        ("In 2023, the bank was closed on ⟦5 May 2021⟧.", None, ""),
    ],
)
def test_the_date_beside_a_value(marked: str, as_of: str | None, kind: str) -> None:
    assert timing(marked) == Timing(as_of, kind)


@pytest.mark.parametrize(
    ("marked", "as_of"),
    [
        ("临港银行1894年开业，拥有⟦4200名⟧员工。", None),
        ("2023年，临港银行拥有⟦4200名⟧员工。", "2023"),
        ("2023年临港银行盈利3亿元，拥有⟦4200名⟧员工。", "2023"),
        ("The bank opened in 1894, and it has ⟦4,200⟧ employees.", None),
    ],
)
def test_of_a_stock_no_event_told_before_is_the_date(marked: str, as_of: str | None) -> None:
    read = sentence(marked, published=PUBLISHED)
    assert timing_of(read.reading, read.value, read.mentions, PUBLISHED, stock=True).as_of == as_of


@pytest.mark.parametrize("marked", ["去年临港银行拥有⟦4200名⟧员工。", "The bank now has ⟦4,200⟧ employees."])
def test_without_a_date_of_publication_nothing_is_resolved(marked: str) -> None:
    assert timing(marked, published=None).as_of is None


def test_a_range_keeps_both_ends() -> None:
    assert timing("2014年至2018年，临港银行拥有⟦4200名⟧员工。").as_of == "2014/2018"


@pytest.mark.parametrize(
    ("marked", "only"),
    [
        ("In ⟦2023⟧, the bank had 4,200 employees.", True),
        ("⟦2023年⟧，临港银行拥有4200名员工。", True),
        ("截至⟦2023年3月⟧，临港银行拥有4200名员工。", True),
        ("⟦2023年⟧临港银行营业收入达3.5亿元。", True),
        # No other value whose date it could be.
        ("In ⟦2023⟧, the bank was sold.", False),
        ("The bank was founded in ⟦1894⟧ with 35 employees.", False),
        ("临港银行成立于⟦1894年⟧，拥有4200名员工。", False),
        ("⟦1894年⟧，临港银行由35人创立。", False),
    ],
)
def test_a_date_that_only_says_when(marked: str, only: bool) -> None:
    read = sentence(marked, published=PUBLISHED)
    [date] = [m for m in read.mentions if m.quantity.kind is Kind.DATE and m.span.overlaps(read.value)]
    assert only_dates(read.reading, date, read.mentions) is only
