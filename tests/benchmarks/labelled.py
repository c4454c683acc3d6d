"""Pairs of claims with what an editor would say of them, measured: what the weights of a match are fitted on.

What is measured is what the product itself puts on the scales: the entries of the table of two articles. One is true
where a label says that the two disagree; all others of a set are false, since the sets label every disagreement. Pairs
of articles from different sets, and of the unrelated beginnings of news in a benchmark of continuations, are false too.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from claims.compare import matched
from claims.model import Claim, Verdict
from claims.weighing.table import Place, Table
from sources.span import Span
from tests.benchmarks.articles import DEVELOPED_ON
from tests.benchmarks.line import claims_of, pairs_met
from tests.benchmarks.newsrooms import Row, articles, folders, labelled_pairs, manifest
from tests.demo.findings import CORPUS, FINDINGS, Side

_SEED = 1
_MEETINGS = 150
_BEGINNINGS = 900
_OPENING = 60

Label = tuple[str, Span, str, Span, bool]
"""The file and place of either side, and whether the two disagree."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The table of two articles, and which of its pairs are disagreements to see and which are labelled as none."""

    table: Table
    true: frozenset[Place]
    look_alike: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Labels:
    """A set of articles: its name, the claims by file, and the labelled pairs of places."""

    name: str
    claims: Mapping[str, Sequence[Claim]]
    labels: Sequence[Label]


DEMONSTRATION = "the demonstration"


def sets(shared: Path) -> list[Labels]:
    """The sets developed on, those of ``shared`` first, and the articles of the demonstration."""
    known = (*(shared / "articles" / name for name in DEVELOPED_ON), *folders("dev"))
    return [*map(labels_of, known), demonstration()]


def demonstration() -> Labels:
    """The articles of ``claims demo``: what their authors hid in them disagrees, and nothing else."""
    texts = articles(CORPUS)
    claims = _claims(CORPUS, texts)
    labels = [
        (f, a.value_span, g, b.value_span, True)
        for _, one, other in FINDINGS
        for f, of_one in claims.items()
        for g, of_other in claims.items()
        for a in of_one
        for b in of_other
        if _shows(f, a, one) and _shows(g, b, other)
    ]
    return Labels(DEMONSTRATION, claims, labels)


def _shows(file: str, claim: Claim, side: Side) -> bool:
    return file.startswith(side[0]) and side[1] in claim.value_quote


def labels_of(folder: Path) -> Labels:
    """The articles of ``folder`` read and extracted, with its labels."""
    texts = articles(folder)
    return Labels(folder.name, _claims(folder, texts), list(_labels(folder, texts)))


def _claims(folder: Path, texts: Mapping[str, str]) -> dict[str, Sequence[Claim]]:
    return {
        row["file"]: claims_of(texts[row["file"]], row.get("published"), row["file"], row.get("title"))
        for row in manifest(folder)
    }


def _labels(folder: Path, texts: Mapping[str, str]) -> Iterator[Label]:
    if (folder / "gold").is_dir():
        known = {r["id"]: r for path in sorted((folder / "gold" / "claims").glob("*.jsonl")) for r in _lines(path)}
        for row in _lines(folder / "gold" / "pairs.jsonl"):
            a, b = known[row["a"]], known[row["b"]]
            yield a["article"], _place(a), b["article"], _place(b), _disagrees(row)
        return
    for row in labelled_pairs(folder):
        at = [_found(texts[row[f"{side}_file"]], row[f"{side}_quote"]) for side in "ab"]
        yield row["a_file"], at[0], row["b_file"], at[1], _disagrees(row)


def _disagrees(row: Row) -> bool:
    return row["label"] in {verdict.value for verdict in Verdict if verdict.flagged}


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _place(claim: Row) -> Span:
    start, end = claim.get("value_start"), claim.get("value_end")
    return Span(claim["start"], claim["end"]) if start is None else Span(start, end)


def _found(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def tables_of(labels: Labels) -> Iterator[Labelled]:
    """The tables of one set, one for every two of its articles."""
    for one, other in combinations(labels.claims, 2):
        here = [(x, y, true) for f, x, g, y, true in labels.labels if (f, g) == (one, other)]
        here += [(y, x, true) for f, x, g, y, true in labels.labels if (g, f) == (one, other)]
        table = _table(labels.claims[one], labels.claims[other])
        said = {place: _said(table, place, here) for place in table.entries}
        true = frozenset(place for place, labelled in said.items() if any(labelled))
        yield Labelled(table, true, frozenset(place for place, labelled in said.items() if labelled) - true)


def _said(table: Table, place: Place, here: Sequence[tuple[Span, Span, bool]]) -> list[bool]:
    """Whether the two disagree, by each of the labels that are on this pair."""
    a, b = table.ours[place[0]], table.theirs[place[1]]
    return [true for x, y, true in here if a.value_span.overlaps(x) and b.value_span.overlaps(y)]


def unrelated(known: Sequence[Labels], shared: Path) -> Iterator[tuple[tuple[str, str], Labelled]]:
    """Tables of articles that have nothing to do with one another, with the names of their sets."""
    chance = random.Random(_SEED)
    articles = [(labels.name, claims) for labels in known for claims in labels.claims.values()]
    for _ in range(_MEETINGS):
        (one, ours), (other, theirs) = chance.sample(articles, 2)
        if one != other:
            yield (one, other), _apart(ours, theirs)
    begun = [claims_of(text, None) for text in _beginnings(shared)]
    for _ in range(_BEGINNINGS):
        yield (BEGINNINGS, BEGINNINGS), _apart(*chance.sample(begun, 2))


def _apart(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Labelled:
    return Labelled(_table(ours, theirs), frozenset(), frozenset())


def _table(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Table:
    return Table.of(ours, theirs, matched(ours, theirs, pairs_met(ours, theirs)))


BEGINNINGS = "beginnings of news"


def _beginnings(shared: Path) -> list[str]:
    texts = [row["a"] for row in _lines(shared / "benchmarks" / "pairs" / "uhgeval_num.jsonl")]
    return list({text[:_OPENING]: text for text in texts}.values())
