"""The figures of the article sets as the tables of ``docs/accuracy.md``.

::

    python -m tests.benchmarks.articles ../shared

Runs ``score/run_articles.py`` of that folder over its sets with the ``claims`` command of this environment, and
prints Markdown: what was read of the claims, then the pairs, the sets developed on apart from those only measured.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

DEVELOPED_ON = ("hangzhou-zh", "sqlite-facts-en", "debian-project-mixed")
MEASURED_ONLY = ("unitree-ipo-zh", "abc2001-disasters-en")

CLAIMS = (
    "numeric_recall",
    "numeric_precision",
    "value_accuracy",
    "span_exact",
    "subject_accuracy",
    "superlative_recall",
    "fact_recall",
)
PAIRS = (
    "must_recall",
    "must_numeric_recall",
    "conflict_recall",
    "precision_labelled",
    "precision_strict",
    "trap_rate",
    "verdict_accuracy",
    "flagged",
)

Figures = Mapping[str, Any]


def measured(shared: Path, folders: Sequence[Path]) -> dict[str, Figures]:
    """The scorer's figures for the sets in ``folders``, and pooled."""
    done = subprocess.run([*scorer(shared), "--json", *folders], capture_output=True, text=True, check=True)
    figures: dict[str, Figures] = json.loads(done.stdout)
    return figures


def scorer(shared: Path) -> list[str | Path]:
    """The command that scores sets of articles with the ``claims`` of this environment."""
    claims = Path(sys.executable).with_name("claims")
    return [sys.executable, shared / "score" / "run_articles.py", "--cli", claims]


def table(rows: Mapping[str, Figures], columns: Sequence[str]) -> Iterator[str]:
    """A Markdown table: a row a set, a column a measure."""
    yield f"| set | {' | '.join(columns)} |"
    yield f"| --- |{' --- |' * len(columns)}"
    for name, row in rows.items():
        yield f"| {name} | {' | '.join(_cell(row.get(column)) for column in columns)} |"


def _cell(value: float | int | None) -> str:
    return "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.articles", description="Score the article sets.")
    parser.add_argument("shared", type=Path, help="the folder with articles/ and score/")
    options = parser.parse_args(arguments)
    for title, sets in (("developed on", DEVELOPED_ON), ("measured only", MEASURED_ONLY)):
        figures = measured(options.shared, [options.shared / "articles" / name for name in sets])
        with_claims = {name: row["claims"] for name, row in figures.items() if "claims" in row}
        pairs = {name: row.get("pairs", row) for name, row in figures.items()}
        print(f"**{title}**\n")
        if with_claims:
            print("\n".join(table(with_claims, CLAIMS)), end="\n\n")
        print("\n".join(table(pairs, PAIRS)), end="\n\n")


if __name__ == "__main__":
    main()
