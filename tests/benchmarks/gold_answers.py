"""What a second reader could gain at most: the answers of a model that says of every value what the gold says.

::

    python -m tests.benchmarks.gold_answers ../shared/articles/hangzhou-zh > answers.jsonl
    python -m tests.benchmarks.articles ../shared --answers answers.jsonl --model gold

The set has to have gold claims. The answers are held to the rules for any model, so that what these refuse counts too;
facts without a figure are left to grammar.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.extract import extract_all
from claims.reader.answer import Answer, ValueReading
from claims.reader.passage import passages_of
from claims.reader.reader import Reader
from registry.reader.answer_file import answer_lines
from registry.reader.answers import KeptAnswer
from sources import files
from sources.reference import SourceRef
from sources.span import Span

MODEL = "gold"
LONGEST = 200
FIELDS = {
    "subject": "subject",
    "attribute": "attribute",
    "scope": "scope",
    "as_of": "as_of",
    "said_by": "attributed_to",
}
"""The fields of an answer by those of the gold."""

Row = Mapping[str, Any]


def answers(folder: Path) -> Iterator[KeptAnswer]:
    """The answers on every passage of a set."""
    gold = [json.loads(line) for file in sorted((folder / "gold" / "claims").glob("*.jsonl")) for line in file.open()]
    for row in json.loads((folder / "sources.json").read_text(encoding="utf-8")):
        yield from answers_on(folder, row, [claim for claim in gold if claim["article"] == row["file"]])


def answers_on(folder: Path, row: Row, gold: Sequence[Row]) -> Iterator[KeptAnswer]:
    """The answers on the passages of the article of one row of the manifest."""
    # As the scorer registers it, for the date and the title are part of what a model is shown.
    date = re.match(r"\d{4}(-\d\d){0,2}(?=$|\D)", row.get("published") or row.get("date") or "")
    published, title, language = date.group() if date else None, row.get("title"), row.get("language")
    document = files.load(SourceRef(row["file"], path=folder / row["file"]))
    found = extract_all(document, language=language, published=published, title=title)
    places = {claim.key: claim.value_span for claim in found.claims}
    for passage in passages_of(found, title, published):
        values = (ValueReading(value.number, **said_of(places[value.key], gold)) for value in passage.values)
        yield KeptAnswer(passage.key, Reader(MODEL), Answer(tuple(values)))


def said_of(place: Span, gold: Sequence[Row]) -> dict[str, str]:
    """What the gold says of the value at ``place``."""
    for claim in gold:
        if claim["kind"] != "fact" and place.overlaps(Span(claim["value_start"], claim["value_end"])):
            return {field: claim[name][:LONGEST] for field, name in FIELDS.items() if claim.get(name)}
    return {}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the answers as a file of ``claims reader import``."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.gold_answers", description="Answers from gold.")
    parser.add_argument("folder", type=Path, help="a set of articles with gold/claims")
    for line in answer_lines(answers(parser.parse_args(arguments).folder)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
