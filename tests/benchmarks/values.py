"""How well values are read, beside the published readers that happen to be installed.

::

    python -m tests.benchmarks.values FOLDER SCORER

FOLDER holds files of rows with the values expected of them, SCORER is the program that compares (``score_values.py``).
Prints a Markdown table: value F1 (for files without values the F1 of spans) and characters a second, for each file and
language. A reader that cannot be imported is left out, and so is a language it does not read.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.values.filter import values_of

Row = Mapping[str, Any]
Prediction = dict[str, Any]
Reader = Callable[[Row], list[Prediction]]

KINDS = {"count": "number", "ratio": "number", "rank": "ordinal", "measure": "dimension"}
RECOGNIZERS = {
    "number": "number",
    "ordinal": "ordinal",
    "percentage": "percent",
    "currency": "money",
    "dimension": "dimension",
    "age": "dimension",
    "temperature": "dimension",
}
HAN_NUMERAL = re.compile(r"[负\d.]*[零〇一二三四五六七八九十百千万亿两点壹贰叁肆伍陆柒捌玖拾佰仟]+[\d.]*")


def ours(row: Row) -> list[Prediction]:
    """Claim Registry."""
    given = {"id": row["id"], "text": row["text"], "language": row["lang"], "published": published(row)}
    found = values_of(given)["values"]
    return [prediction(value) for value in found] if isinstance(found, list) else []


def published(row: Row) -> str | None:
    """The day a row's relative dates count from."""
    return (row.get("ref_time") or "")[:10] or None


def prediction(value: Row) -> Prediction:
    """A value as the scorer wants it."""
    low, high = value["low"], value["high"]
    place = {"start": value["start"], "end": value["end"]}
    if value["kind"] == "date":
        return {**place, "kind": "date", "value": low if low == high else [low, high]}
    point = low if low == high else None
    kind = KINDS.get(value["kind"], value["kind"])
    return {**place, "kind": kind, "value": point, "unit": value["unit"], "lo": low, "hi": high}


def quantulum(row: Row) -> list[Prediction]:
    """quantulum3."""
    found = importlib.import_module("quantulum3.parser").parse(row["text"])
    names = [None if quantity.unit.name == "dimensionless" else quantity.unit.name for quantity in found]
    return [
        {"start": quantity.span[0], "end": quantity.span[1], "value": quantity.value, "unit": name}
        for quantity, name in zip(found, names, strict=True)
    ]


def recognizers(row: Row) -> list[Prediction]:
    """Microsoft Recognizers-Text: every model, the longest of overlapping results."""
    suite = importlib.import_module("ms_recognizers_suite")
    culture = "zh-cn" if row["lang"] == "zh" else "en-us"
    found: list[Prediction] = []
    for name, kind in RECOGNIZERS.items():
        for result in getattr(suite, f"recognize_{name}")(row["text"], culture):
            value = (result.resolution or {}).get("value")
            place = {"start": result.start, "end": result.end + 1, "kind": kind}
            found.append({**place, "value": _number(value), "unit": (result.resolution or {}).get("unit")})
    found.sort(key=lambda one: one["start"] - one["end"])
    kept: list[Prediction] = []
    for one in found:
        if all(one["end"] <= other["start"] or other["end"] <= one["start"] for other in kept):
            kept.append(one)
    return kept


def _number(value: object) -> float | None:
    try:
        return float(str(value).rstrip("%"))
    except ValueError:
        return None


def cn2an(row: Row) -> list[Prediction]:
    """cn2an, which converts and finds nothing itself: asked about every run of numerals."""
    convert = importlib.import_module("cn2an").cn2an
    found = []
    for run in HAN_NUMERAL.finditer(row["text"]):
        try:
            value = float(convert(run.group(), "smart"))
        except (ValueError, KeyError, IndexError):
            continue
        found.append({"start": run.start(), "end": run.end(), "kind": "number", "value": value})
    return found


def price_parser(row: Row) -> list[Prediction]:
    """price-parser, which gives one price a text."""
    price = importlib.import_module("price_parser").Price.fromstring(row["text"])
    if price.amount is None:
        return []
    start = row["text"].find(price.amount_text)
    place = {"start": start, "end": start + len(price.amount_text)}
    return [{**place, "kind": "money", "value": float(price.amount), "unit": price.currency}]


def number_parser(row: Row) -> list[Prediction]:
    """number-parser, asked about the whole text."""
    value = importlib.import_module("number_parser").parse_number(row["text"])
    return [] if value is None else [{"start": 0, "end": len(row["text"]), "kind": "number", "value": value}]


READERS: Mapping[str, tuple[str | None, tuple[str, ...], Reader]] = {
    "claims": (None, ("zh", "en"), ours),
    "cn2an": ("cn2an", ("zh",), cn2an),
    "number-parser": ("number_parser", ("en",), number_parser),
    "price-parser": ("price_parser", ("en",), price_parser),
    "quantulum3": ("quantulum3", ("en",), quantulum),
    "Recognizers-Text": ("ms_recognizers_suite", ("zh", "en"), recognizers),
}
"""Each reader with the module it needs and the languages it reads."""


def installed() -> list[str]:
    """The readers that can be run here."""
    return [name for name, (module, _, _) in READERS.items() if module is None or importlib.util.find_spec(module)]


def spared(reader: Reader, row: Row) -> list[Prediction]:
    """What a reader finds; one that fails on a row has found nothing in it."""
    try:
        return reader(row)
    except Exception:
        if reader is ours:
            raise
        return []


def measure(rows: Sequence[Row], reader: Reader) -> tuple[list[Row], float]:
    """What a reader makes of the rows, and how many characters it read in a second."""
    start = time.perf_counter()
    found = [{"id": row["id"], "predictions": spared(reader, row)} for row in rows]
    seconds = time.perf_counter() - start
    return found, sum(len(row["text"]) for row in rows) / max(seconds, 1e-9)


def score(gold: Sequence[Row], found: Sequence[Row], scorer: Path) -> float:
    """The scorer's value F1 of one file, or the F1 of spans where its rows have no values."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, "gold.jsonl"), Path(folder, "found.jsonl")]
        for path, rows in zip(paths, (gold, found), strict=True):
            path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        done = subprocess.run([sys.executable, scorer, *paths, "--json"], capture_output=True, text=True, check=True)
    report = json.loads(done.stdout)["all"]
    return float((report.get("value_f1") or report["span_overlap"])["f1"])


def table(folder: Path, scorer: Path) -> Iterator[str]:
    """The lines of the table."""
    names = installed()
    yield "| file | language | " + " | ".join(names) + " |"
    yield "| --- " * (len(names) + 2) + "|"
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for language in ("zh", "en"):
            some = [row for row in rows if row["lang"] == language]
            if some:
                cells = (_cell(some, language, name, scorer) for name in names)
                yield f"| {path.stem} | {language} | " + " | ".join(cells) + " |"


def _cell(rows: Sequence[Row], language: str, name: str, scorer: Path) -> str:
    _, languages, reader = READERS[name]
    if language not in languages:
        return ""
    spared(reader, rows[0])  # loading what it needs is not reading
    found, speed = measure(rows, reader)
    return f"{score(rows, found, scorer):.3f} ({speed / 1000:.0f}k/s)"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("scorer", type=Path)
    given = parser.parse_args()
    for line in table(given.folder, given.scorer):
        print(line, flush=True)


if __name__ == "__main__":
    main()
