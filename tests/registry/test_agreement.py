"""The formulas of agreement, against worked examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.agreement import agreement, wilson

OPINIONS = st.lists(st.tuples(st.sampled_from("abns"), st.sampled_from("abns")), max_size=40)


def test_kappa_of_a_table_worked_out_by_hand() -> None:
    # 50 matters: both yes 20, both no 15, 5 and 10 apart. Observed 0.7, by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
    table = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    found = agreement(table)
    assert (found.matters, found.same, found.share) == (50, 35, 0.7)
    assert found.kappa == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("opinions", "kappa"),
    [
        ([], None),
        ([("a", "a")] * 9, None),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
    ],
)
def test_kappa_at_its_ends(opinions: list[tuple[str, str]], kappa: float | None) -> None:
    assert agreement(opinions).kappa == kappa


@given(OPINIONS)
def test_kappa_does_not_depend_on_order_or_sides(opinions: list[tuple[str, str]]) -> None:
    found = agreement(opinions)
    assert agreement([(second, first) for first, second in reversed(opinions)]) == found
    assert found.kappa is None or -1 <= found.kappa <= 1


def test_an_interval_worked_out_by_hand() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=5e-5)
    assert wilson(0, 0) == (0, 1)
    assert wilson(0, 75)[0] == 0


@given(st.integers(0, 200), st.integers(1, 200))
def test_an_interval_holds_the_share_and_stays_within_bounds(hits: int, more: int) -> None:
    low, high = wilson(hits, hits + more)
    assert 0 <= low <= hits / (hits + more) <= high <= 1
