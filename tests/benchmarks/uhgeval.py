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

from claims.model import Verdict
from sources.span import Span
from tests.benchmarks.line import Finding, claims_of, compared

Row = Mapping[str, Any]


def decide(span: Span, findings: Sequence[Finding]) -> str:
    """What the article says of the number at ``span`` of the continuation.

    The counterpart that surely speaks of the same thing decides; of equally sure ones, the one that agrees.
    """
    near = [f for f in findings if f.b.value_span.overlaps(span) and f.ruling.verdict is not Verdict.SCOPE_DIFFERS]
    if not near:
        return "neutral"
    best = max(near, key=lambda f: (f.match.score, f.ruling.verdict is Verdict.AGREE))
    return "agree" if best.ruling.verdict is Verdict.AGREE else "conflict"


def predict(row: Row) -> dict[str, Any]:
    """The prediction for one row of the benchmark, in the form its scorer reads."""
    published = str(row["date"])[:10] or None
    findings = compared(claims_of(row["a"], published), claims_of(row["b"], published))
    places = [(claim["start"], claim["end"]) for claim in row["claims"]]
    decided = [{"start": s, "end": e, "label": decide(Span(s, e), findings)} for s, e in places]
    return {"id": row["id"], "claims": decided}


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
