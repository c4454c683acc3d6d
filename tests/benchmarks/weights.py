"""Fits the weights by which two claims are held to be of one thing, and says how well they do on sets left out.

::

    pip install -e '.[fit]'
    python -m tests.benchmarks.weights ../shared [--left-out | --out claims/weighing/forest.json]

``--left-out`` prints, set by set, the average precision of forests that were fitted without that set. ``--out`` fits
them on all sets developed on and writes them. Both are the same to the last digit whenever they are run on one release
of the library. Sets that are only measured are never read.

There are two forests: one weighs a pair alone, the other weighs it again among the pairs beside it. The second learns
from odds that the first gave to sets it was not fitted on, since those are the odds that it will see.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from claims.weighing.standing import HOPELESS, Standings
from claims.weighing.table import Place
from tests.benchmarks.articles import DEVELOPED_ON
from tests.benchmarks.labelled import BEGINNINGS, Labelled, sets, tables_of, unrelated

_TREES = 300
_UNRELATED = 0.3
"""How much all pairs of unrelated articles weigh beside all of the sets."""

_REAL = 2.0
"""How much a set of real articles weighs beside one of invented ones."""

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
    "min_data_in_leaf": 20,
    "lambda_l2": 5,
    "learning_rate": 0.05,
    "num_leaves": 31,
}

Measured = tuple[list[float], bool]
"""The measures of a disagreeing pair, and whether it is a disagreement to see."""


@dataclass(frozen=True, slots=True)
class Material:
    """The tables of each set by its name, and those of unrelated articles with the names of their sets."""

    tables: Mapping[str, Sequence[Labelled]]
    apart: Sequence[tuple[tuple[str, str], Labelled]]

    @property
    def measures(self) -> list[str]:
        """The names of the measures of a pair alone, in order."""
        return list(next(iter(self._some.table.entries.values())).measures)

    @property
    def standing(self) -> list[str]:
        """The names of the measures of a pair among others, in order."""
        table = self._some.table
        place = next(iter(table.entries))
        return list(Standings.of(table, dict.fromkeys(table.entries, 0.0)).measures(place))

    @property
    def _some(self) -> Labelled:
        return next(given for tables in self.tables.values() for given in tables if given.table.entries)

    @property
    def folds(self) -> list[list[str]]:
        """The names of the sets, parted."""
        return [list(self.tables)[fold::_FOLDS] for fold in range(min(_FOLDS, len(self.tables)))]


def material(shared: Path) -> Material:
    """All that is fitted on."""
    known = sets(shared)
    return Material({labels.name: list(tables_of(labels)) for labels in known}, list(unrelated(known, shared)))


# -- a pair alone -----------------------------------------------------------------------------------------------------


def alone(given: Material, without: Collection[str] = ()) -> Any:
    """A booster that weighs pairs alone, fitted on all but the sets ``without``."""
    rows = {name: [row for one in tables for row in _alone(one)] for name, tables in given.tables.items()}
    apart = [(names, row) for names, one in given.apart for row in _alone(one)]
    return _fitted(rows, apart, without)


def _alone(given: Labelled) -> Iterator[Measured]:
    for place, entry in given.table.entries.items():
        if entry.disagrees:
            yield list(entry.measures.values()), place in given.true


def odds_alone(given: Labelled, booster: Any) -> dict[Place, float]:
    """What ``booster`` gives to all pairs of a table."""
    entries = given.table.entries
    return dict(zip(entries, _odds(booster, [list(e.measures.values()) for e in entries.values()]), strict=True))


# -- and among others -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Weighed:
    """The pairs of the tables that are weighed again, measured by odds of boosters that had not seen their set; and
    the booster for each fold."""

    rows: Mapping[str, Sequence[Measured]]
    apart: Sequence[tuple[tuple[str, str], Measured]]
    boosters: Sequence[Any]


def weighed(given: Material) -> Weighed:
    """The pairs to weigh again."""
    rows: dict[str, list[Measured]] = {}
    boosters = [alone(given, fold) for fold in given.folds]
    for fold, booster in zip(given.folds, boosters, strict=True):
        for name in fold:
            rows[name] = [row for one in given.tables[name] for row in _among(one, odds_alone(one, booster))]
    apart = [
        (names, row)
        for at, (names, one) in enumerate(given.apart)
        for row in _among(one, odds_alone(one, boosters[_fold_of(names, given.folds, at)]))
    ]
    return Weighed({name: rows[name] for name in given.tables}, apart, boosters)


def _fold_of(names: tuple[str, str], folds: Sequence[Sequence[str]], at: int) -> int:
    """The fold whose booster has not seen the articles of these sets, the first of them at least."""
    return next((number for number, fold in enumerate(folds) if names[0] in fold), at % len(folds))


def _among(given: Labelled, odds: Mapping[Place, float]) -> Iterator[Measured]:
    standings = Standings.of(given.table, odds)
    for place, entry in given.table.entries.items():
        if entry.disagrees and odds[place] >= HOPELESS:
            measures = [*entry.measures.values(), *standings.measures(place).values()]
            yield measures, place in given.true


def among(given: Weighed, without: Collection[str] = ()) -> Any:
    """A booster that weighs pairs again, fitted on all but the sets ``without``."""
    return _fitted(given.rows, given.apart, without)


def final(given: Labelled, first: Any, second: Any) -> list[tuple[float, bool]]:
    """What all disagreeing pairs of a table are given in the end, and whether they are ones to see."""
    odds = odds_alone(given, first)
    standings = Standings.of(given.table, odds)
    again = [place for place, entry in given.table.entries.items() if entry.disagrees and odds[place] >= HOPELESS]
    measures = [[*given.table.entries[place].measures.values(), *standings.measures(place).values()] for place in again]
    odds |= dict(zip(again, _odds(second, measures), strict=True))
    return [(odds[place], place in given.true) for place, entry in given.table.entries.items() if entry.disagrees]


# -- fitting ----------------------------------------------------------------------------------------------------------


def _fitted(
    rows: Mapping[str, Sequence[Measured]],
    apart: Sequence[tuple[tuple[str, str], Measured]],
    without: Collection[str] = (),
) -> Any:
    lightgbm: Any = import_module("lightgbm")
    numpy: Any = import_module("numpy")
    table: list[list[float]] = []
    true: list[float] = []
    weights: list[float] = []
    for (measures, is_true), weight in _weighted(rows, apart, without):
        table.append(measures)
        true.append(float(is_true))
        weights.append(weight)
    weight = numpy.array(weights)
    data = lightgbm.Dataset(numpy.array(table), numpy.array(true), weight=weight / weight.mean())
    return lightgbm.train(dict(_SETTINGS), data, _TREES)


def _weighted(
    rows: Mapping[str, Sequence[Measured]],
    apart: Sequence[tuple[tuple[str, str], Measured]],
    without: Collection[str],
) -> Iterator[tuple[Measured, float]]:
    """The rows to fit on with their weights: no set counts by the square of its size, as pairs do."""
    kept = [
        (row, len(of_set) ** -0.5 * (_REAL if name in DEVELOPED_ON else 1.0))
        for name, of_set in rows.items()
        if name not in without
        for row in of_set
    ]
    others = [row for names, row in apart if not set(names) & set(without)]
    yield from kept
    share = _UNRELATED * sum(weight for _, weight in kept)
    yield from ((row, share / len(others)) for row in others)


def _odds(booster: Any, measures: Sequence[Sequence[float]]) -> list[float]:
    numpy: Any = import_module("numpy")
    return [float(odds) for odds in booster.predict(numpy.array(measures), raw_score=True)] if measures else []


# -- what comes of it -------------------------------------------------------------------------------------------------


def left_out(given: Material) -> Iterator[str]:
    """Lines of a Markdown table: how each set is ranked by forests fitted without it.

    The odds from which the second learns are given once for all, by boosters that had not seen the set they rank.
    """
    yield "| set left out | pairs | true | alone | among others |"
    yield "| --- | --- | --- | --- | --- |"
    found: dict[str, tuple[list[tuple[float, bool]], list[tuple[float, bool]]]] = {}
    again = weighed(given)
    for fold, first in zip(given.folds, again.boosters, strict=True):
        second = among(again, fold)
        for name in fold:
            one = [pair for tables in given.tables[name] for pair in _first(tables, first)]
            found[name] = one, [pair for tables in given.tables[name] for pair in final(tables, first, second)]
    for name in given.tables:
        one, two = found[name]
        figures = f"{average_precision(one):.3f} | {average_precision(two):.3f}"
        yield f"| {name} | {len(one)} | {sum(true for _, true in one)} | {figures} |"
    means = [sum(map(average_precision, of)) / len(found) for of in zip(*found.values(), strict=True)]
    yield f"| mean | | | {means[0]:.3f} | {means[1]:.3f} |"


def _first(given: Labelled, first: Any) -> Iterator[tuple[float, bool]]:
    odds = odds_alone(given, first)
    yield from ((odds[at], at in given.true) for at, entry in given.table.entries.items() if entry.disagrees)


def average_precision(ranked: Sequence[tuple[float, bool]]) -> float:
    """The mean of the precision at each true pair, the best scored first; 0 where none is true."""
    at = [place for place, (_, true) in enumerate(sorted(ranked, key=lambda pair: -pair[0]), start=1) if true]
    return sum(rank / place for rank, place in enumerate(at, start=1)) / len(at) if at else 0.0


def written(given: Material) -> dict[str, Any]:
    """Both forests as ``claims/weighing/forest.py`` reads them, and what they were fitted on."""
    return {
        "fitted_on": [*given.tables, BEGINNINGS],
        "alone": flattened(alone(given), given.measures),
        "among": flattened(among(weighed(given)), [*given.measures, *given.standing]),
    }


def flattened(booster: Any, measures: Sequence[str]) -> dict[str, Any]:
    """A booster as a forest is read."""
    trees = [_flat(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return {"measures": list(measures), "trees": trees}


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
    """Prints the table of sets left out, or writes the forests."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.weights", description="Fit the weights.")
    parser.add_argument("shared", type=Path, help="the folder with articles/ and benchmarks/")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--left-out", action="store_true", help="print how sets are ranked by a fit without them")
    what.add_argument("--out", type=Path, help="write the forests to this file")
    options = parser.parse_args(arguments)
    given = material(options.shared)
    if options.left_out:
        for line in left_out(given):
            print(line)
        return
    options.out.write_text(json.dumps(written(given), separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
