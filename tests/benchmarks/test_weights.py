"""Fitting the weights of a match."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims.weighing.forest import Forest, Tree
from tests.benchmarks.labelled import Labelled, labels_of, rows_of
from tests.benchmarks.newsrooms import folders
from tests.benchmarks.weights import Material, average_precision, exported, fitted, left_out

SET = next(folder for folder in folders("dev") if folder.name == "hurricane-santa-ybel-en")


def test_a_set_gives_true_rows_and_others() -> None:
    rows = list(rows_of(labels_of(SET)))
    true = sum(row.true for row in rows)
    assert 0 < true < len(rows) / 10
    assert any(row.look_alike for row in rows)
    assert not any(row.true and row.look_alike for row in rows)


def test_no_set_that_is_only_measured_is_fitted_on() -> None:
    path = Path(__file__).parents[2] / "claims" / "weighing" / "forest.json"
    fitted_on = set(json.loads(path.read_text("utf-8"))["fitted_on"])
    assert {folder.name for folder in folders("dev")} & fitted_on
    assert not {folder.name for folder in folders("heldout")} & fitted_on
    assert not {"unitree-ipo-zh", "abc2001-disasters-en"} & fitted_on


@pytest.mark.parametrize(
    ("true", "scores", "expected"),
    [
        ([True, False, True], [0.9, 0.5, 0.1], (1 + 2 / 3) / 2),
        ([False, True], [0.9, 0.1], 0.5),
        ([False], [0.4], 0.0),
    ],
)
def test_average_precision(true: list[bool], scores: list[float], expected: float) -> None:
    assert average_precision(true, scores) == pytest.approx(expected)


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

    data = json.loads(json.dumps(exported(Booster(), ["near", "rare"], ["a set"])))
    forest = Forest(tuple(data["measures"]), tuple(Tree(**tree) for tree in data["trees"]))
    assert forest.log_odds({"near": 0.4, "rare": 9.0}) == 0.0
    assert forest.log_odds({"near": 0.6, "rare": 2.0}) == 0.5
    assert forest.log_odds({"near": 0.6, "rare": 2.5}) == 2.0


def test_a_forest_finds_what_tells_true_rows_from_others() -> None:
    pytest.importorskip("lightgbm", reason="the weights are fitted with the extra [fit] only")
    rows = [Labelled({"near": n / 100, "rare": n % 7}, n > 70, look_alike=n <= 70) for n in range(100)]
    apart = [(("b", "c"), Labelled({"near": 0.0, "rare": n % 7}, true=False, look_alike=False)) for n in range(50)]
    given = Material({"a": rows, "b": rows, "c": rows}, apart)
    data = exported(fitted(given), given.measures, list(given.rows))
    forest = Forest(tuple(data["measures"]), tuple(Tree(**tree) for tree in data["trees"]))
    assert forest.log_odds({"near": 0.95, "rare": 1}) > 0 > forest.log_odds({"near": 0.2, "rare": 1})
    assert len(list(left_out(given))) == 2 + 3 + 1
