"""Each rule of comparison on its own cases, ``claims/rules/cases/<rule>.txt``: the whole line on two marked passages.

::

    == third, and among the top four: tension
    a 2024-03-01 | Brackwater Shipping ranks ⟦third⟧ in the world by the number of containers it carries.
    b 2024-03-09 | By the number of containers it carries, Brackwater Shipping is among the ⟦top four⟧ in the world.

A block opens with what it shows and the verdict, or ``not this rule``: then another rule decides, or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import claims.rules
from claims.model import Verdict
from claims.rules import RULES
from tests.benchmarks.marks import MarkedPair, parse_pairs
from tests.benchmarks.pairs import run

FOLDER = Path(claims.rules.__file__).parent / "cases"
NAMES = [rule.__name__ for rule in RULES]
NOT_THIS_RULE = "not this rule"


def cases(rule: str) -> Iterator[tuple[str, MarkedPair]]:
    """What each case of a rule expects, and its two passages."""
    for block in (FOLDER / f"{rule}.txt").read_text(encoding="utf-8").split("\n\n"):
        title, passages = block.strip().split("\n", 1)
        what, _, verdict = title.removeprefix("== ").rpartition(": ")
        # The form of the benchmark of pairs, of which only the passages matter here.
        (pair,) = parse_pairs(f"== {what.replace(' ', '-')} unrelated en clean case\n{passages}")
        yield verdict, pair


CASES = [pytest.param(rule, *case, id=f"{rule}-{case[1].id}") for rule in NAMES for case in cases(rule)]


@pytest.mark.parametrize(("rule", "expected", "pair"), CASES)
def test_a_rule_decides_its_cases(rule: str, expected: str, pair: MarkedPair) -> None:
    found = [(finding.ruling.rule, finding.ruling.verdict.value) for finding in run(pair).at_marks]
    if expected == NOT_THIS_RULE:
        assert rule not in [name for name, _ in found]
    else:
        assert found == [(rule, expected)]


@pytest.mark.parametrize("rule", NAMES)
def test_a_rule_has_a_case_that_it_decides(rule: str) -> None:
    assert {verdict for verdict, _ in cases(rule)} & set(Verdict)


def test_every_file_of_cases_belongs_to_a_rule() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(NAMES)
