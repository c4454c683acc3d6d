"""Pairs of claims with what an editor would say of them, measured: what the weights of a match are fitted on.

A row is a pair of claims of two articles, comparable and, if they are of one thing and of the same part of it, in
disagreement. It is true where
a label says that the two disagree; all others of a set are false, since the sets label every disagreement. Pairs of
articles from different sets, and of the unrelated beginnings of news in a benchmark of continuations, are false too.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from claims.matching import comparable
from claims.model import Claim, Kind, Match, Verdict
from claims.rules import Pair, narrowed_rulings
from claims.weighing.crowd import Crowd, Meeting
from claims.weighing.measures import measured
from sources.span import Span
from tests.benchmarks.articles import DEVELOPED_ON
from tests.benchmarks.line import claims_of
from tests.benchmarks.newsrooms import Row, articles, folders, labelled_pairs, manifest

_SEED = 1
_MEETINGS = 500
_BEGINNINGS = 1500
_UNRELATED_SHARE, _BEGINNINGS_SHARE = 0.12, 0.5
_OPENING = 60

Label = tuple[str, Span, str, Span, bool]
"""The file and place of either side, and whether the two disagree."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The measures of a pair; whether it is a disagreement to see; whether it is labelled as none."""

    measures: Mapping[str, float]
    true: bool
    look_alike: bool


@dataclass(frozen=True, slots=True)
class Labels:
    """A set of articles: its name, the claims by file, and the labelled pairs of places."""

    name: str
    claims: Mapping[str, Sequence[Claim]]
    labels: Sequence[Label]


def sets(shared: Path) -> list[Labels]:
    """The sets developed on, those of ``shared`` first."""
    return [labels_of(folder) for folder in (*(shared / "articles" / name for name in DEVELOPED_ON), *folders("dev"))]


def labels_of(folder: Path) -> Labels:
    """The articles of ``folder`` read and extracted, with its labels."""
    texts = articles(folder)
    claims = {
        row["file"]: claims_of(texts[row["file"]], row.get("published"), row["file"], row.get("title"))
        for row in manifest(folder)
    }
    return Labels(folder.name, claims, list(_labels(folder, texts)))


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


def rows_of(labels: Labels) -> Iterator[Labelled]:
    """The rows of one set."""
    for one, other in combinations(labels.claims, 2):
        here = [(x, y, true) for f, x, g, y, true in labels.labels if (f, g) == (one, other)]
        here += [(y, x, true) for f, x, g, y, true in labels.labels if (g, f) == (one, other)]
        for a, b, measures in _disagreeing(labels.claims[one], labels.claims[other]):
            said = [true for x, y, true in here if a.value_span.overlaps(x) and b.value_span.overlaps(y)]
            yield Labelled(measures, any(said), bool(said) and not any(said))


def unrelated(known: Sequence[Labels], shared: Path) -> Iterator[tuple[tuple[str, str], Labelled]]:
    """Rows of articles that have nothing to do with one another, with the names of their sets."""
    chance = random.Random(_SEED)
    articles = [(labels.name, claims) for labels in known for claims in labels.claims.values()]
    for _ in range(_MEETINGS):
        (one, ours), (other, theirs) = chance.sample(articles, 2)
        if one != other:
            yield from (((one, other), row) for row in _sampled(ours, theirs, chance, _UNRELATED_SHARE))
    begun = [claims_of(text, None) for text in _beginnings(shared)]
    for _ in range(_BEGINNINGS):
        ours, theirs = chance.sample(begun, 2)
        yield from (((BEGINNINGS, BEGINNINGS), row) for row in _sampled(ours, theirs, chance, _BEGINNINGS_SHARE))


BEGINNINGS = "beginnings of news"


def _beginnings(shared: Path) -> list[str]:
    texts = [row["a"] for row in _lines(shared / "benchmarks" / "pairs" / "uhgeval_num.jsonl")]
    return list({text[:_OPENING]: text for text in texts}.values())


def _sampled(ours: Sequence[Claim], theirs: Sequence[Claim], chance: random.Random, part: float) -> Iterator[Labelled]:
    for _, _, measures in _disagreeing(ours, theirs):
        if chance.random() < part:
            yield Labelled(measures, true=False, look_alike=False)


def _disagreeing(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Mapping[str, float]]]:
    crowds = Crowd.of(ours), Crowd.of(theirs)
    meeting = Meeting.of(*crowds)
    for a in ours:
        for b in theirs:
            if a.kind is Kind.FACT or not comparable(a, b):
                continue
            turned = b.key < a.key
            first, second = (b, a) if turned else (a, b)
            rulings = narrowed_rulings(Pair.of(first, second, Match(1.0, "", ())))
            if rulings and rulings[-1].verdict.flagged:
                yield a, b, measured(first, second, crowds[::-1] if turned else crowds, meeting, rulings)
