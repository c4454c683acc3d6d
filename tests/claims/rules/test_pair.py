"""What a rule is given: two intervals on one scale, and what can be said of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.evidence import ONE_WORDING
from claims.model import Claim, Kind, Match, Quantity, Severity, Verdict
from claims.rules import RULES, Pair
from claims.rules.pair import dates_apart, written
from sources.span import Span

AT = Span(0, 1)


def claim(quantity: Quantity, as_of: str | None = None, published: str | None = None, words: str = "1") -> Claim:
    plain = Claim("key", AT, words, AT, words, quantity, words, AT, as_of=as_of)
    return replace(plain, features=replace(plain.features, published=published))


def pair(a: Quantity, b: Quantity, *features: str) -> Pair:
    return Pair.of(claim(a), claim(b), Match(1.0, "topic", features))


def count(low: int | None, high: int | None, *, step: int = 1, approx: bool = False) -> Quantity:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return Quantity(Kind.COUNT, *bounds, step=Decimal(step), approx=approx)


@st.composite
def counts(draw: st.DrawFn) -> Quantity:
    low, high = sorted(draw(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))))
    if draw(st.booleans()):
        low = high
    open_low, open_high = draw(st.sampled_from([(False, False), (True, False), (False, True)]))
    step = draw(st.sampled_from([1, 10, 1000]))
    return count(None if open_low else low, None if open_high else high, step=step, approx=draw(st.booleans()))


@given(counts(), counts())
def test_what_is_said_of_a_pair_is_mutual(x: Quantity, y: Quantity) -> None:
    there, back = pair(x, y), pair(y, x)
    assert there.tolerance == back.tolerance >= 0
    assert there.ratio == back.ratio >= 1
    assert there.agrees == back.agrees


@given(counts(), counts(), st.sampled_from([(), (ONE_WORDING,)]))
def test_no_rule_minds_the_order(x: Quantity, y: Quantity, features: tuple[str, ...]) -> None:
    there, back = pair(x, y, *features), pair(y, x, *features)
    for rule in RULES:
        one, other = rule(there), rule(back)
        assert (one is None) == (other is None), rule.__name__
        if one and other:
            assert (one.verdict, one.severity, one.rule) == (other.verdict, other.severity, other.rule)
            assert one.rule == rule.__name__


@given(counts())
def test_a_value_never_disagrees_with_itself(x: Quantity) -> None:
    same = pair(x, x)
    ruling = next((found for rule in RULES if (found := rule(same))), None)
    assert ruling is None or ruling.verdict is Verdict.AGREE, ruling


@given(counts(), counts())
def test_some_rule_has_an_answer_to_numbers_of_one_size(x: Quantity, y: Quantity) -> None:
    both = pair(x, y)
    if both.ratio <= 20:
        assert any(rule(both) for rule in RULES)


def test_values_stand_on_one_scale() -> None:
    kilometres, metres = (Quantity(Kind.MEASURE, Decimal(n), Decimal(n), u) for n, u in (("4.2", "km"), ("4200", "m")))
    assert pair(kilometres, metres).x == pair(kilometres, metres).y


@pytest.mark.parametrize(
    ("x", "y", "agrees"),
    [
        (count(126_400, 126_400), count(126_000, 126_000, step=1000), True),
        (count(126_600, 126_600), count(126_000, 126_000, step=1000), False),
        (count(512, 512), count(500, None), True),
        (count(480, 480), count(500, None), False),
        (count(60, 70), count(65, 65), True),
    ],
)
def test_rounding_decides_whether_two_numbers_may_be_one(x: Quantity, y: Quantity, agrees: bool) -> None:
    assert pair(x, y).agrees is agrees


def test_a_ratio_to_nothing_is_infinite() -> None:
    assert pair(count(0, 0), count(5, 5)).ratio == Decimal("Infinity")
    assert pair(count(0, 0), count(0, 0)).ratio == 1


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("2022", None), ("2023", None), True),
        (("2023", None), ("2023-05", None), False),
        ((None, "2023-05-01"), (None, "2023-05-20"), False),
        ((None, "2021-05-01"), (None, "2023-05-20"), True),
        (("2021-05-01", "2023-05-01"), (None, "2021-05-10"), False),
        (("2021-05-01", "2023-05-01"), (None, "2023-05-10"), True),
        ((None, None), ("2023", None), False),
    ],
)
def test_when_two_values_hold_at_different_dates(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], apart: bool
) -> None:
    five = count(5, 5)
    both = Pair.of(claim(five, *one), claim(five, *other), Match(1.0, "topic", ()))
    back = Pair.of(claim(five, *other), claim(five, *one), Match(1.0, "topic", ()))
    assert dates_apart(both) is dates_apart(back) is apart


def test_an_editor_sees_a_value_on_one_line_with_its_date() -> None:
    assert written(claim(count(5, 5), as_of="2023", words="5\n people")) == "“5 people” (2023)"
    assert written(claim(Quantity(Kind.DATE, "2021", "2021"), as_of=None, words="2021年")) == "“2021年”"


def test_a_tenfold_slip_is_grave_only_in_one_wording() -> None:
    slip = (count(600_000, 700_000, step=100_000), count(60_000, 70_000, step=10_000))
    rulings = [next(found for rule in RULES if (found := rule(pair(*slip, *f)))) for f in ((ONE_WORDING,), ())]
    assert (rulings[0].rule, rulings[0].verdict, rulings[0].severity) == (
        "slipped_digit",
        Verdict.CONFLICT,
        Severity.HIGH,
    )
    assert rulings[1].rule != "slipped_digit"
