"""Fitting the weights of a match."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claims.weighing.forest import read_forest
from tests.benchmarks.labelled import labels_of, tables_of
from tests.benchmarks.newsrooms import folders
from tests.benchmarks.weights import Material, among, average_precision, flattened, left_out, weighed

SET = next(folder for folder in folders("dev") if folder.name == "hurricane-santa-ybel-en")


def test_a_set_gives_true_pairs_and_others() -> None:
    given = list(tables_of(labels_of(SET)))
    true = sum(len(one.true) for one in given)
    assert 0 < true < sum(len(one.table.entries) for one in given) / 10
    assert any(one.look_alike for one in given)
    assert not any(one.true & one.look_alike for one in given)


def test_no_set_that_is_only_measured_is_fitted_on() -> None:
    path = Path(__file__).parents[2] / "claims" / "weighing" / "forest.json"
    fitted_on = set(json.loads(path.read_text("utf-8"))["fitted_on"])
    assert {folder.name for folder in folders("dev")} & fitted_on
    assert not {folder.name for folder in folders("heldout")} & fitted_on
    assert not {"unitree-ipo-zh", "abc2001-disasters-en"} & fitted_on


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        ([(0.9, True), (0.5, False), (0.1, True)], (1 + 2 / 3) / 2),
        ([(0.9, False), (0.1, True)], 0.5),
        ([(0.4, False)], 0.0),
    ],
)
def test_average_precision(ranked: list[tuple[float, bool]], expected: float) -> None:
    assert average_precision(ranked) == pytest.approx(expected)


def test_trees_are_laid_out_flat_and_say_the_same() -> None:
    class Booster:
        def dump_model(self) -> dict[str, Any]:
            inner = {
                "split_feature": 1,
                "threshold": 2.0,
                "internal_value": 0.75,
                "left_child": {"leaf_value": 0.5},
                "right_child": {"leaf_value": 2.0},
            }
            root = {
                "split_feature": 0,
                "threshold": 0.5,
                "internal_value": 0.5,
                "left_child": {"leaf_value": 0.0},
                "right_child": inner,
            }
            return {"tree_info": [{"tree_structure": root}]}

    forest = read_forest(json.loads(json.dumps(flattened(Booster(), ["near", "rare"]))))
    assert forest.log_odds({"near": 0.4, "rare": 9.0}) == 0.0
    assert forest.log_odds({"near": 0.6, "rare": 2.0}) == 0.5
    assert forest.log_odds({"near": 0.6, "rare": 2.5}) == 2.0


def test_forests_rank_a_set_that_they_were_not_fitted_on() -> None:
    pytest.importorskip("lightgbm", reason="the weights are fitted with the extra [fit] only")
    chosen = [folder for folder in folders("dev") if folder.name in ("hurricane-santa-ybel-en", "tarn-bridge-en")]
    known = [labels_of(folder) for folder in chosen]
    apart = [(("a", "b"), replace(one, true=frozenset())) for one in tables_of(known[0])]
    given = Material({labels.name: list(tables_of(labels)) for labels in known}, apart)
    lines = list(left_out(given))
    assert len(lines) == 2 + 2 + 1
    again = weighed(given)
    assert {*again.rows} == {*given.tables}
    forest = read_forest(flattened(among(again), [*given.measures, *given.standing]))
    assert len(forest.measures) == len(given.measures) + len(given.standing)
