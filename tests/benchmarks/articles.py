"""The figures of the article sets as the tables of ``docs/accuracy.md``.

::

    python -m tests.benchmarks.articles ../shared
    python -m tests.benchmarks.articles ../shared --answers answers.jsonl --model NAME

Runs ``score/run_articles.py`` of that folder over its sets with the ``claims`` command of this environment, and
prints Markdown: what was read of the claims, then the pairs, the sets developed on apart from those only measured.
Given the exported answers of a language model, each set is scored by grammar alone and with that model, side by side.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.second_reader import command_line

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


def measured(shared: Path, folders: Sequence[Path], cli: str | None = None) -> dict[str, Figures]:
    """The scorer's figures for the sets in ``folders``, and pooled."""
    done = subprocess.run([*scorer(shared, cli), "--json", *folders], capture_output=True, text=True, check=True)
    figures: dict[str, Figures] = json.loads(done.stdout)
    return figures


def scorer(shared: Path, cli: str | None = None) -> list[str | Path]:
    """The command that scores sets of articles with ``cli``, by default the ``claims`` of this environment."""
    claims = Path(sys.executable).with_name("claims")
    return [sys.executable, shared / "score" / "run_articles.py", "--cli", cli or claims]


def side_by_side(by_reader: Mapping[str, Mapping[str, Figures]]) -> dict[str, Figures]:
    """The figures of several readers, set by set, under the name of both."""
    sets = next(iter(by_reader.values()))
    return {f"{name}, {reader}": figures[name] for name in sets for reader, figures in by_reader.items()}


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
    parser.add_argument("--answers", type=Path, metavar="FILE", help="a file of claims reader export")
    parser.add_argument("--model", metavar="NAME", help="the model whose answers they are")
    options = parser.parse_args(arguments)
    if bool(options.answers) != bool(options.model):
        parser.error("--answers and --model belong together")
    for title, sets in (("developed on", DEVELOPED_ON), ("measured only", MEASURED_ONLY)):
        folders = [options.shared / "articles" / name for name in sets]
        figures = measured(options.shared, folders)
        if options.answers:
            both = measured(options.shared, folders, command_line(options.answers, options.model))
            figures = side_by_side({"grammar": figures, options.model: both})
        with_claims = {name: row["claims"] for name, row in figures.items() if "claims" in row}
        pairs = {name: row.get("pairs", row) for name, row in figures.items()}
        print(f"**{title}**\n")
        if with_claims:
            print("\n".join(table(with_claims, CLAIMS)), end="\n\n")
        print("\n".join(table(pairs, PAIRS)), end="\n\n")


if __name__ == "__main__":
    main()
