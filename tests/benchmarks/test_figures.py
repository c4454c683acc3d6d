"""What the runners make of findings, shown on findings made by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.model import Claim, Kind, Match, Quantity, Ruling, Severity, Verdict
from sources.span import Span
from tests.benchmarks import pairs
from tests.benchmarks.line import Finding, claims_of
from tests.benchmarks.marks import MarkedPair, Passage
from tests.benchmarks.pairs import Outcome, Tally, figures, misses, table
from tests.benchmarks.uhgeval import decide

MARK = Span(0, 2)


def claim(at: Span) -> Claim:
    quantity = Quantity(Kind.COUNT, Decimal(1), Decimal(1))
    return Claim("key", at, "quote", at, "value", quantity, "sentence", at)


def finding(verdict: Verdict, *, rule: str = "disjoint", score: float = 1.0, at: Span = MARK) -> Finding:
    ruling = Ruling(verdict, Severity.HIGH, rule, "9 against 7")
    return Finding(claim(at), claim(at), Match(score, "topic", ()), ruling)


def outcome(label: str, *verdicts: Verdict, rule: str = "disjoint") -> Outcome:
    side = Passage("2024", "95 seats", MARK)
    pair = MarkedPair("x1", label, "en", "clean", "seats", side, side)
    return Outcome(pair, tuple(finding(verdict, rule=rule) for verdict in verdicts), 0)


OUTCOMES = (
    outcome("conflict", Verdict.CONFLICT),
    outcome("conflict", Verdict.AGREE),
    outcome("tension", Verdict.CONFLICT, rule="nested"),
    outcome("agree", Verdict.TENSION, rule="nested"),
    outcome("unrelated"),
)


def test_a_tally_counts_what_must_be_flagged_apart_from_look_alikes() -> None:
    tally = figures(OUTCOMES, "label")["all"]
    assert tally == Tally(must=3, found=2, named=1, look_alikes=2, alarms=1)
    assert (tally.recall, tally.alarm_rate, tally.precision) == pytest.approx((2 / 3, 1 / 2, 2 / 3))


def test_a_share_of_nothing_is_no_figure() -> None:
    assert (Tally().recall, Tally().alarm_rate, Tally().precision) == (None, None, None)


def test_labels_come_in_the_order_of_their_weight() -> None:
    assert list(figures(OUTCOMES, "label")) == ["all", "conflict", "tension", "agree", "unrelated"]


def test_a_rule_is_judged_by_the_pairs_it_flagged() -> None:
    by_rule = figures(OUTCOMES, "rule")
    assert {name: (t.found, t.alarms) for name, t in by_rule.items()} == {
        "all": (2, 1),
        "disjoint": (1, 0),
        "nested": (1, 1),
    }
    assert "| nested | 0.500 (1/2) |" in list(table(by_rule, "rule"))


def test_every_share_is_shown_with_its_sample() -> None:
    assert list(table(figures(OUTCOMES, "language"), "language"))[-1] == (
        "| en | 0.667 (2/3) | 0.333 (1/3) | 0.500 (1/2) | 0.667 (2/3) |"
    )


def test_misses_are_what_was_not_seen_and_what_was_seen_in_vain() -> None:
    heads = [line for line in misses(OUTCOMES) if line.startswith("x1")]
    assert heads == ["x1 conflict en clean seats: agree", "x1 agree en clean seats: tension"]


def test_misses_of_the_held_out_set_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        pairs.main(["--set", "heldout", "--misses", "1"])
    assert refused.value.code == 2
    assert "not to be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("continuation", "label"),
    [
        ("临港银行现有员工4200名。", "agree"),
        ("临港银行现有员工4500名。", "conflict"),
        ("临港银行的金库深38米。", "neutral"),
        ("临港银行成立于1894年，员工4200名。", "agree"),
    ],
)
def test_the_likest_counterpart_decides_a_number(continuation: str, label: str) -> None:
    article = claims_of("临港银行拥有4200名员工，在县里有31家分行。", "2024-05-01")
    read = claims_of(continuation, "2024-05-01")
    assert decide(read[-1].value_span, article, read) == label
