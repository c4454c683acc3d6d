"""What the page is made from: topics with their findings, and the sources they were read in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from registry.model import Source, StoredPair, Totals
from registry.reports.report import Passage, Standing


@dataclass(frozen=True, slots=True)
class Finding:
    """Two statements that disagree, each in its passage."""

    pair: StoredPair
    a: Passage
    b: Passage


@dataclass(frozen=True, slots=True)
class Topic:
    """What two or more statements speak of, with the findings on it, the worst first. ``number`` counts from 1."""

    number: int
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A registry from its worst topic to its last source; ``left_out`` counts findings beyond the number asked for."""

    title: str
    topics: tuple[Topic, ...]
    sources: tuple[tuple[Source, int], ...]
    totals: Totals
    standing: Standing
    left_out: int = 0


def by_topic(findings: Iterable[Finding]) -> tuple[Topic, ...]:
    """The findings under their topics, in the order in which the topics come up first."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.pair.topic, []).append(finding)
    return tuple(Topic(number, name, tuple(members)) for number, (name, members) in enumerate(found.items(), 1))
