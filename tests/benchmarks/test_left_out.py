"""The list of numerals left out: how it is drawn, and what of it was judged."""

from __future__ import annotations

from tests.benchmarks.left_out import DOCUMENT, DRAWN, RIGHT, LeftOutNumeral, drawn, judgements


def some(number: int) -> list[LeftOutNumeral]:
    return [LeftOutNumeral(f"set/a:{line}:1", "word", f"x⟦{line}⟧") for line in range(number)]


def test_the_draw_is_always_the_same() -> None:
    assert drawn(some(500)) == drawn(reversed(some(500)))
    assert len(drawn(some(500))) == DRAWN


def test_a_numeral_more_or_less_changes_the_draw_by_one_at_most() -> None:
    before, after = set(drawn(some(500))), set(drawn(some(500)[1:]))
    assert len(before - after) <= 1


def test_the_draw_stands_in_order_of_place() -> None:
    lines = [int(numeral.place.split(":")[1]) for numeral in drawn(some(500))]
    assert lines == sorted(lines)


def test_at_least_95_of_the_100_judged_are_rightly_left_out() -> None:
    given = list(judgements(DOCUMENT.read_text(encoding="utf-8")).values())
    assert len(given) == DRAWN
    assert given.count(RIGHT) >= 95
