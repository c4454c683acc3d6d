"""Boosted decision trees, read from a file: the weight of all measures of a pair together.

The method is gradient boosting of regression trees on the logistic loss (Friedman 2001, *Greedy function
approximation*); what each measure adds is told along the paths taken (Saabas 2014, *Interpreting random forests*). The
trees are fitted by ``tests/benchmarks/weights.py``, which also prints how well they do on articles left out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

Node = tuple[int, float, int, int]


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree: each node is a measure, a bound, and the nodes for a pair whose measure is at most that and for others.

    A node below 0 is the leaf ``-1 - node``; ``inner`` is what a node is worth before it is split.
    """

    nodes: Sequence[Node]
    inner: Sequence[float]
    leaves: Sequence[float]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees over ``measures``, which name the places that a tree's splits count."""

    measures: tuple[str, ...]
    trees: tuple[Tree, ...]

    def log_odds(self, measured: Mapping[str, float]) -> float:
        """The logarithm of the odds that a disagreement of this pair is one that an editor has to see."""
        values = [measured[name] for name in self.measures]
        total = 0.0
        for tree in self.trees:
            node, nodes = 0, tree.nodes
            while node >= 0:
                split, bound, left, right = nodes[node]
                node = left if values[split] <= bound else right
            total += tree.leaves[-1 - node]
        return total

    def shares(self, measured: Mapping[str, float]) -> dict[str, float]:
        """What each measure moves the logarithm of the odds by, up or down."""
        values = [measured[name] for name in self.measures]
        moved: dict[str, float] = defaultdict(float)
        for tree in self.trees:
            node = 0
            while node >= 0:
                split, bound, left, right = tree.nodes[node]
                child = left if values[split] <= bound else right
                worth = tree.inner[child] if child >= 0 else tree.leaves[-1 - child]
                moved[self.measures[split]] += worth - tree.inner[node]
                node = child
        return dict(moved)


@dataclass(frozen=True, slots=True)
class Forests:
    """The trees that weigh a pair ``alone``, and those that weigh it again ``among`` the pairs beside it."""

    alone: Forest
    among: Forest


@lru_cache(maxsize=1)
def load_forests() -> Forests:
    """The fitted trees that come with this release."""
    data = json.loads(files("claims.weighing").joinpath("forest.json").read_text("utf-8"))
    return Forests(*(read_forest(data[name]) for name in ("alone", "among")))


def read_forest(data: Mapping[str, Any]) -> Forest:
    """A forest as ``tests/benchmarks/weights.py`` writes it."""
    return Forest(tuple(data["measures"]), tuple(Tree(**tree) for tree in data["trees"]))
