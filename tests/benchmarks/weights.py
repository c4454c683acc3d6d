"""Fits the weights by which two claims are held to be of one thing, and says how well they do on sets left out.

::

    pip install -e '.[fit]'
    python -m tests.benchmarks.weights ../shared [--left-out | --out claims/weighing/forest.json]

``--left-out`` prints, set by set, the average precision of a forest that was fitted without that set. ``--out`` fits
one on all sets developed on and writes it. Both are the same to the last digit whenever they are run on one release of
the library. Sets that are only measured are never read.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.benchmarks.labelled import BEGINNINGS, Labelled, rows_of, sets, unrelated

_TREES = 150
_KEPT = 0.35
"""The share of unlabelled pairs of a set that is fitted on; they are weighted accordingly."""

_UNRELATED = 0.3
"""How much all pairs of unrelated articles weigh beside all of the sets."""

_FOLDS = 8
_SETTINGS = {
    "objective": "binary",
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 0,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "extra_trees": True,
    "min_data_in_leaf": 15,
    "lambda_l2": 5,
    "learning_rate": 0.1,
    "num_leaves": 15,
}


@dataclass(frozen=True, slots=True)
class Material:
    """The rows of each set by its name, and those of unrelated articles with the names of their sets."""

    rows: Mapping[str, Sequence[Labelled]]
    apart: Sequence[tuple[tuple[str, str], Labelled]]

    @property
    def measures(self) -> list[str]:
        """The names of the measures, in order."""
        return list(self.apart[0][1].measures)


def material(shared: Path) -> Material:
    """All that is fitted on."""
    known = sets(shared)
    return Material({labels.name: list(rows_of(labels)) for labels in known}, list(unrelated(known, shared)))


def fitted(given: Material, without: Sequence[str] = ()) -> Any:
    """A booster fitted on all but the sets ``without``."""
    lightgbm: Any = import_module("lightgbm")
    numpy: Any = import_module("numpy")
    table: list[list[float]] = []
    true: list[float] = []
    weights: list[float] = []
    for row, weight in _weighted(given, without):
        table.append(list(row.measures.values()))
        true.append(float(row.true))
        weights.append(weight)
    weight = numpy.array(weights)
    data = lightgbm.Dataset(numpy.array(table), numpy.array(true), weight=weight / weight.mean())
    return lightgbm.train(dict(_SETTINGS), data, _TREES)


def _weighted(given: Material, without: Sequence[str]) -> Iterator[tuple[Labelled, float]]:
    """The rows to fit on with their weights: no set counts by the square of its size, as pairs do."""
    chance = random.Random(0)
    total = 0.0
    for name, rows in given.rows.items():
        for row in rows:
            labelled = row.true or row.look_alike
            kept = labelled or chance.random() < _KEPT
            if kept and name not in without:
                weight = (1.0 if labelled else 1 / _KEPT) / len(rows) ** 0.5
                total += weight
                yield row, weight
    apart = [row for names, row in given.apart if not set(names) & set(without)]
    yield from ((row, _UNRELATED * total / len(apart)) for row in apart)


def left_out(given: Material) -> Iterator[str]:
    """Lines of a Markdown table: how each set is ranked by a forest fitted without it."""
    numpy: Any = import_module("numpy")
    yield "| set left out | pairs | true | average precision |"
    yield "| --- | --- | --- | --- |"
    names = list(given.rows)
    found: dict[str, float] = {}
    for fold in range(_FOLDS):
        without = names[fold::_FOLDS]
        forest = fitted(given, without)
        for name in without:
            rows = given.rows[name]
            scores = forest.predict(numpy.array([list(row.measures.values()) for row in rows]))
            found[name] = average_precision([row.true for row in rows], list(scores))
    for name in names:
        yield f"| {name} | {len(given.rows[name])} | {sum(r.true for r in given.rows[name])} | {found[name]:.3f} |"
    yield f"| mean | | | {sum(found.values()) / len(found):.3f} |"


def average_precision(true: Sequence[bool], scores: Sequence[float]) -> float:
    """The mean of the precision at each true row, the best scored first; 0 where none is true."""
    ranked = [is_true for _, is_true in sorted(zip(scores, true, strict=True), key=lambda pair: -pair[0])]
    at = [place for place, is_true in enumerate(ranked, start=1) if is_true]
    return sum(rank / place for rank, place in enumerate(at, start=1)) / len(at) if at else 0.0


def exported(booster: Any, measures: Sequence[str], fitted_on: Sequence[str]) -> dict[str, Any]:
    """The forest as ``claims/weighing/forest.py`` reads it."""
    trees = [_flat(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return {"fitted_on": [*fitted_on, BEGINNINGS], "measures": list(measures), "trees": trees}


def _flat(structure: Mapping[str, Any]) -> dict[str, list[Any]]:
    nodes: list[list[float]] = []
    inner: list[float] = []
    leaves: list[float] = []

    def place(node: Mapping[str, Any]) -> int:
        if "split_feature" not in node:
            leaves.append(round(node["leaf_value"], 5))
            return -len(leaves)
        at = len(nodes)
        nodes.append([node["split_feature"], round(node["threshold"], 6)])
        inner.append(round(node["internal_value"], 5))
        nodes[at] += [place(node["left_child"]), place(node["right_child"])]
        return at

    place(structure)
    return {"nodes": nodes, "inner": inner, "leaves": leaves}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table of sets left out, or writes the forest."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.weights", description="Fit the weights.")
    parser.add_argument("shared", type=Path, help="the folder with articles/ and benchmarks/")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--left-out", action="store_true", help="print how sets are ranked by a fit without them")
    what.add_argument("--out", type=Path, help="write the forest to this file")
    options = parser.parse_args(arguments)
    given = material(options.shared)
    if options.left_out:
        for line in left_out(given):
            print(line)
        return
    forest = exported(fitted(given), given.measures, list(given.rows))
    options.out.write_text(json.dumps(forest, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
