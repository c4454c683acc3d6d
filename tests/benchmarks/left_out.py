"""Whether numerals are rightly left out: a drawn list for judging by hand, and the share that was found right.

::

    python -m tests.benchmarks.left_out ../shared

Draws 100 of the numerals that carry no claim from the article sets developed on, and prints them as the table of
``docs/accuracy.md``: the judgement that stands there for a numeral is kept, one that is missing shows as ``?``.

The draw is by a hash of place and words, so that it stays the same when the extractor leaves out a few numerals more
or less: those then come and go alone.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.coverage import account
from claims.extract import extract_all
from registry.checking.lines import Lines
from sources import files
from sources.manifest import read_manifest
from tests.benchmarks.articles import DEVELOPED_ON

SEED = "left out, 2025"
DRAWN = 100
RIGHT, WRONG, UNJUDGED = "right", "wrong", "?"
DOCUMENT = Path(__file__).parents[2] / "docs" / "accuracy.md"

_BESIDE = 6
"""Characters shown on either side of a numeral."""

_ROW = re.compile(
    r"\| (?P<place>[\w./-]+:\d+:\d+) \| (?P<reason>\w+) \| (?P<words>.*) \| (?P<judgement>right|wrong|\?) \|"
)


@dataclass(frozen=True, slots=True)
class LeftOutNumeral:
    """A numeral without a claim. ``place`` is set/source:line:column, ``words`` are a few characters around it."""

    place: str
    reason: str
    words: str

    @property
    def lot(self) -> str:
        """What decides whether it is drawn."""
        return hashlib.sha256(f"{SEED} {self.place} {self.words}".encode()).hexdigest()


def numerals(folder: Path) -> Iterator[LeftOutNumeral | None]:
    """The numerals of one set of articles in order, None for one that is part of a claim."""
    for ref in read_manifest(folder / "sources.json", project=folder):
        document = files.load(ref)
        found = extract_all(document, language=ref.language, published=ref.published, title=ref.title)
        text, lines = document.text, Lines.of(document.text)
        for numeral in account(document, found, ref.language):
            if not numeral.reason:
                yield None
                continue
            point, span = lines.point(numeral.span.start), numeral.span
            before, after = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
            words = f"{before}⟦{span.of(text)}⟧{after}".replace("|", "¦")
            place = f"{folder.name}/{ref.name.removesuffix('.txt')}:{point.line}:{point.column}"
            yield LeftOutNumeral(place, numeral.reason.value, " ".join(words.split()))


def drawn(left_out: Iterable[LeftOutNumeral], number: int = DRAWN) -> list[LeftOutNumeral]:
    """``number`` of the numerals, always the same, in order of place."""
    chosen = sorted(left_out, key=lambda numeral: numeral.lot)[:number]
    return sorted(chosen, key=lambda numeral: [int(p) if p.isdigit() else p for p in re.split(r"(\d+)", numeral.place)])


def judgements(document: str) -> Mapping[str, str]:
    """The judgements that the rows of a table in ``document`` hold, by place."""
    return {row["place"]: row["judgement"] for row in _ROW.finditer(document)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table and the share of the judged numerals that are rightly left out."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.left_out", description="Draw numerals left out.")
    parser.add_argument("shared", type=Path, help="the folder with articles/")
    options = parser.parse_args(arguments)
    known = judgements(DOCUMENT.read_text(encoding="utf-8"))
    found = [n for name in DEVELOPED_ON for n in numerals(options.shared / "articles" / name)]
    left_out = [numeral for numeral in found if numeral]
    chosen = drawn(left_out)
    given = [known.get(numeral.place, UNJUDGED) for numeral in chosen]
    print("| place | reason | words | judgement |\n| --- | --- | --- | --- |")
    for numeral, judgement in zip(chosen, given, strict=True):
        print(f"| {numeral.place} | {numeral.reason} | {numeral.words} | {judgement} |")
    print(f"\n{given.count(RIGHT)} of {len(chosen)} rightly left out, {given.count(UNJUDGED)} not judged yet;")
    registered = len(found) - len(left_out)
    share = 100 * registered / len(found)
    print(
        f"drawn from {len(left_out):,} left out; of {len(found):,} numerals {registered:,} ({share:.1f} %) registered."
    )


if __name__ == "__main__":
    main()
