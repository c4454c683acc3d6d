"""Dates of publication."""

from __future__ import annotations

import pytest

from sources.published import check_published


@pytest.mark.parametrize("text", ["2025", "2025-04", "2025-04-09", "2024-02-29"])
def test_years_months_and_days(text: str) -> None:
    assert check_published(text) == text


@pytest.mark.parametrize(
    "text", ["", "25", "2025-4-9", "2025/04/09", "2025-13", "2025-02-29", "0000", "２０２５", "2025-04-09 "]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not"):
        check_published(text)
