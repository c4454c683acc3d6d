"""Decisions on the numbers of UHGEval's continuations of Chinese news, for its scorer.

::

    python -m tests.benchmarks.uhgeval GOLD.jsonl > PRED.jsonl
    python -m tests.benchmarks.uhgeval GOLD.jsonl --scorer score_pairs.py

A row holds an article ``a``, a generated continuation ``b`` and the places of numbers in ``b``. Of each place is said
whether the article contradicts it (``conflict``), bears it out (``agree``), or says nothing of it (``neutral``).
The benchmark: IAAR-Shanghai/UHGEval, Apache-2.0, as filtered for numbers.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.evidence import PLACES, other_thing
from claims.matching import parts
from claims.model import Claim, Kind, Match
from claims.one_scale import comparable
from claims.rules import Pair
from claims.same_property import names_a_member
from claims.values import find_values
from sources.span import Span
from tests.benchmarks.line import claims_of

Row = Mapping[str, Any]

_LIKE = 0.2
_IN_DOUBT = 0.15
_FAR = 2
"""From which kinship a counterpart counts, how much worse one that agrees may fit, how far rounding ever reaches."""

_IN_WORDS = 0.5
_OF_WHOM = 0.2
_OTHER_UNIT = 0.2
_APART = 0.35
"""What words in common, the subject, another unit, and another thing or part of it weigh beside the property; set on
this half of the benchmark."""


def decide(span: Span, article: Sequence[Claim], continuation: Sequence[Claim]) -> str:
    """What the article says of the number at ``span`` of the continuation.

    The counterpart decides that is likest in what it states; of two as like, the one that says the same.
    """
    found = [
        (kinship(a, b), _apart(a, b), says_the_same(a, b))
        for b in continuation
        if b.value_span.overlaps(span)
        for a in article
        if comparable(a, b) and not _two_members(a, b)
    ]
    same = max((score for score, _, agrees in found if agrees), default=None)
    other = max((score - apart for score, apart, agrees in found if not agrees), default=0.0)
    if same is not None and same + _IN_DOUBT >= other:
        return "agree"
    return "conflict" if other >= _LIKE else "neutral"


def kinship(a: Claim, b: Claim) -> float:
    """How alike two claims of one story are in what they state: the story itself says of whom, so names add little."""
    subject, stated = parts(a, b)
    shared = set(a.features.terms) & set(b.features.terms)
    fewest = max(1, min(len(a.features.terms), len(b.features.terms)))
    unit = 0.0 if a.quantity.unit == b.quantity.unit else _OTHER_UNIT
    return max(stated, _IN_WORDS * len(shared) / fewest) + _OF_WHOM * subject - unit


def _two_members(a: Claim, b: Claim) -> bool:
    """Whether both are ordinals that tell which of a series is spoken of, and not the same one: the first set, the
    second."""
    ordinals = a.kind is b.kind is Kind.RANK and names_a_member(a) and names_a_member(b)
    return ordinals and a.quantity.low != b.quantity.low


def _apart(a: Claim, b: Claim) -> float:
    """How much the words beside the two values tell them apart: of another thing, or of another part of one."""
    return _APART * (other_thing(a, b) + (set(a.features.narrowed) != set(b.features.narrowed)))


def says_the_same(a: Claim, b: Claim) -> bool:
    """Whether the article's ``a`` bears out ``b``: the same number but for rounding, a date as exact or more so."""
    pair = Pair.of(a, b, Match(0.0, "", ()))
    if a.quantity.unit != b.quantity.unit:
        return False
    if a.kind is Kind.DATE:
        return pair.x.within(pair.y)
    if a.kind in PLACES:
        return pair.x == pair.y
    return abs(pair.x.stated - pair.y.stated) <= pair.tolerance and pair.ratio < _FAR


def predict(row: Row) -> dict[str, Any]:
    """The prediction for one row of the benchmark, in the form its scorer reads.

    The continuation is read behind the opening that it goes on from, so that it may say "the bank" of what that named.
    """
    published, title = str(row["date"])[:10] or None, row["headline"]
    opening = row["b_context"].rstrip() + "\n"
    article, whole = (
        [claim for claim in claims_of(text, published, title=title) if claim.kind is not Kind.FACT]
        for text in (row["a"], opening + row["b"])
    )
    places = [(claim["start"], claim["end"]) for claim in row["claims"]]
    decided = []
    for start, end in places:
        span = Span(start + len(opening), end + len(opening))
        claimed = any(claim.value_span.overlaps(span) for claim in whole)
        label = decide(span, article, whole) if claimed else _read_only(row, start, end)
        decided.append({"start": start, "end": end, "label": label})
    return {"id": row["id"], "claims": decided}


def _read_only(row: Row, start: int, end: int) -> str:
    """What the article says of a value that claims nothing, as the date of a figure: whether it has the same one."""
    published = str(row["date"])[:10] or None
    stated = {m.quantity for m in find_values(row["a"], language="zh", published=published)}
    mine = [m for m in find_values(row["b"], language="zh", published=published) if m.span.overlaps(Span(start, end))]
    return "agree" if any(m.quantity in stated for m in mine) else "neutral"


def predictions(gold: Path) -> Iterator[str]:
    """One JSON line for every row of ``gold``."""
    with gold.open(encoding="utf-8") as rows:
        for line in rows:
            if line.strip():
                yield json.dumps(predict(json.loads(line)), ensure_ascii=False)


def score(scorer: Path, gold: Path, lines: Sequence[str]) -> None:
    """Prints what the scorer, a Python program, says of the predictions."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run([sys.executable, scorer, "claims", gold, predicted], check=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the predictions to standard output, or has them scored."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.uhgeval", description="Decide UHGEval's numbers.")
    parser.add_argument("gold", type=Path, help="the benchmark, JSON lines")
    parser.add_argument("--scorer", type=Path, help="print this program's figures instead of the predictions")
    options = parser.parse_args(arguments)
    lines = list(predictions(options.gold))
    if options.scorer is None:
        print("\n".join(lines))
    else:
        score(options.scorer, options.gold, lines)


if __name__ == "__main__":
    main()
