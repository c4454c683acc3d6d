"""How the product does on sets of news about one matter, each told by several outlets on several days.

::

    python -m tests.benchmarks.newsrooms ../shared [--set dev|heldout] [--misses N]

Runs ``score/run_articles.py`` of that folder over the sets in ``newsrooms/``, and prints a Markdown table: the sets
developed on apart from those that are held out. All were written by someone who had not read the rules; the held-out
ones are only measured: their misses are never shown.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.articles import measured, scorer, table

HERE = Path(__file__).with_name("newsrooms")
PARTS = {"dev": "developed on", "heldout": "measured only"}

COLUMNS = (
    "must_flag",
    "must_recall",
    "must_numeric_recall",
    "must_other_recall",
    "conflict_recall",
    "precision_labelled",
    "precision_strict",
    "trap_rate",
    "traps",
    "flagged",
)

Row = Mapping[str, Any]


def folders(part: str) -> list[Path]:
    """The sets of ``part``, one of PARTS, in order of name."""
    return sorted(path.parent for path in (HERE / part).glob("*/sources.json"))


def manifest(folder: Path) -> list[Row]:
    """The rows of a set's manifest."""
    rows: list[Row] = json.loads((folder / "sources.json").read_text("utf-8"))
    return rows


def articles(folder: Path) -> dict[str, str]:
    """The articles of a set by file name, as its manifest lists them."""
    return {row["file"]: (folder / row["file"]).read_bytes().decode() for row in manifest(folder)}


def labelled_pairs(folder: Path) -> Iterator[Row]:
    """The rows of a set's gold: two quotes, each with its file, and what an editor would say of them."""
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table of one part or of both, or the scorer's report with misses of the sets developed on."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.newsrooms", description="Score the sets of news.")
    parser.add_argument("shared", type=Path, help="the folder with score/")
    parser.add_argument("--set", choices=tuple(PARTS), help="one part only")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N misses a set (--set dev only)")
    options = parser.parse_args(arguments)
    if options.misses and options.set != "dev":
        parser.error("the misses of the held-out sets are not to be read; leave --misses away or use --set dev")
    if options.misses:
        subprocess.run([*scorer(options.shared), "--misses", str(options.misses), *folders("dev")], check=True)
        return
    for part in (options.set,) if options.set else PARTS:
        if sets := folders(part):
            figures = measured(options.shared, sets)
            rows = {name: row.get("pairs", row) for name, row in figures.items()}
            print(f"**{PARTS[part]}**\n")
            print("\n".join(table(rows, COLUMNS)), end="\n\n")


if __name__ == "__main__":
    main()
