"""The queue of findings: topic by topic, the worst and surest first, with how many there are of each sort.

However long the queue is, what is read out of the database is one page of it and a bounded list of counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlite_utils import Database

from claims.model import Severity, Verdict
from registry.load import listed, rows
from registry.model import SecondOpinion, Status
from registry.queries import FLAGGED, UNSETTLED, WITH_CLOSED
from registry.rows import Row

CHOICES = 40
"""How many subjects, sources and rules a reader can choose among; those with most findings."""


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which findings are asked for; what is empty does not restrict. A finding is of a subject or source by a side."""

    verdicts: tuple[str, ...] = tuple(FLAGGED)
    severities: tuple[str, ...] = ()
    statuses: tuple[str, ...] = tuple(UNSETTLED)
    rules: tuple[str, ...] = ()
    subject: str = ""
    source: str = ""
    topic: str = ""
    assignee: str = ""
    second_opinion: str = ""


@dataclass(frozen=True, slots=True)
class Queued:
    """One place in the queue."""

    id: str
    topic: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings each choice would leave, the other choices being as they are; ``total`` is how many are left.

    Second opinions are counted whatever the status, unless one is chosen. ``settled`` of ``all`` findings under these
    choices, whatever their status, are decided or closed.
    """

    verdicts: Mapping[str, int]
    severities: Mapping[str, int]
    statuses: Mapping[str, int]
    rules: Mapping[str, int]
    subjects: Mapping[str, int]
    sources: Mapping[str, int]
    assignees: Mapping[str, int]
    second_opinions: Mapping[str, int]
    total: int
    settled: int
    all: int


_RANK = "CASE severity {severities} END * 10 + CASE verdict {verdicts} END + (1 - score) * 0.999"
_SLIM = """(
    SELECT *, NULL AS a_subject, NULL AS b_subject, NULL AS a_source, NULL AS b_source, NULL AS assignee,
        NULL AS second_opinion FROM findings
)"""
_WHERE = """
    verdict IN (SELECT value FROM json_each(:verdicts))
    AND (:severities = '[]' OR severity IN (SELECT value FROM json_each(:severities)))
    AND (:statuses = '[]' OR status IN (SELECT value FROM json_each(:statuses)))
    AND (:rules = '[]' OR rule IN (SELECT value FROM json_each(:rules)))
    AND (:subject = '' OR :subject IN (a_subject, b_subject))
    AND (:source = '' OR :source IN (a_source, b_source))
    AND (:topic = '' OR topic = :topic)
    AND (:assignee = '' OR assignee = :assignee)
    AND (:second_opinion = '' OR second_opinion = :second_opinion)
"""


def queue(db: Database, wanted: QueueFilter, offset: int = 0, size: int = -1) -> tuple[Queued, ...]:
    """The findings asked for, from ``offset`` on, ``size`` of them at most."""
    sql = f"""
        WITH found AS MATERIALIZED (SELECT id, topic, {_rank()} AS rank FROM {_pairs(wanted)} WHERE {_WHERE}),
        topics AS (SELECT topic, min(rank) AS worst FROM found GROUP BY topic)
        SELECT found.id, found.topic FROM found JOIN topics USING (topic)
        ORDER BY worst, found.topic, rank, found.id
        LIMIT :size OFFSET :offset
    """
    found = rows(db, sql, {**_parameters(wanted), "size": size, "offset": offset})
    return tuple(Queued(row["id"], row["topic"]) for row in found)


def count(db: Database, wanted: QueueFilter) -> Counts:
    """How many findings there are of each sort."""
    cells = _cells(db, replace(wanted, verdicts=tuple(FLAGGED), severities=(), statuses=(), rules=()))
    chosen = {
        "verdict": wanted.verdicts or tuple(FLAGGED),
        "severity": wanted.severities,
        "status": wanted.statuses,
        "rule": wanted.rules,
    }

    def fits(cell: Mapping[str, object], but: str = "") -> bool:
        return all(not words or cell[name] in words for name, words in chosen.items() if name != but)

    def facet(name: str) -> dict[str, int]:
        numbers: dict[str, int] = {}
        for cell in cells:
            if fits(cell, name):
                numbers[cell[name]] = numbers.get(cell[name], 0) + cell["number"]
        return numbers

    def sum_of(test: Callable[[Mapping[str, object]], bool]) -> int:
        return sum(cell["number"] for cell in cells if test(cell))

    return Counts(
        verdicts=_in_order(facet("verdict"), Verdict),
        severities=_in_order(facet("severity"), Severity),
        statuses=_in_order(facet("status"), Status),
        rules=dict(sorted(facet("rule").items(), key=lambda rule: (-rule[1], rule[0]))[:CHOICES]),
        subjects=_of_sides(db, replace(wanted, subject=""), "subject"),
        sources=_of_sides(db, replace(wanted, source=""), "source"),
        assignees=_assignees(db, replace(wanted, assignee="")),
        second_opinions=_second_opinions(db, replace(wanted, second_opinion="", statuses=_sought(wanted))),
        total=sum_of(fits),
        settled=sum_of(lambda cell: fits(cell, "status") and cell["status"] not in UNSETTLED),
        all=sum_of(lambda cell: fits(cell, "status")),
    )


def _cells(db: Database, wanted: QueueFilter) -> list[Row]:
    """How many findings there are of each verdict, severity, status and rule; of views asked one by one, for speed."""
    return [
        row
        for view in (_pairs(replace(wanted, statuses=(Status.OPEN,))), "closed_conflicts")
        for row in rows(
            db,
            f"""
                SELECT verdict, severity, status, rule, count(*) AS number FROM {view}
                WHERE {_WHERE} GROUP BY verdict, severity, status, rule
            """,
            _parameters(wanted),
        )
    ]


def _of_sides(db: Database, wanted: QueueFilter, what: str) -> dict[str, int]:
    """The subjects or sources of the findings asked for, those with most of them first."""
    sql = f"""
        WITH found AS (SELECT a_{what} AS a, b_{what} AS b FROM {_with_sides(wanted)} WHERE {_WHERE})
        SELECT name, count(*) AS number FROM (
            SELECT a AS name FROM found UNION ALL SELECT b FROM found WHERE b IS NOT a
        ) WHERE name IS NOT NULL GROUP BY name ORDER BY number DESC, name LIMIT {CHOICES}
    """
    return {row["name"]: row["number"] for row in rows(db, sql, _parameters(wanted))}


def _assignees(db: Database, wanted: QueueFilter) -> dict[str, int]:
    sql = f"""
        SELECT assignee AS name, count(*) AS number FROM compared_pairs WHERE {_WHERE} AND assignee IS NOT NULL
        GROUP BY assignee ORDER BY number DESC, assignee LIMIT {CHOICES}
    """
    return {row["name"]: row["number"] for row in rows(db, sql, _parameters(wanted))}


def _second_opinions(db: Database, wanted: QueueFilter) -> dict[str, int]:
    """How many second opinions are proposed, asked for and given; only what the log names can have one."""
    sql = f"""
        SELECT second_opinion AS name, count(*) AS number FROM compared_pairs
        WHERE key IN (SELECT pair_key FROM decisions) AND {_WHERE} AND second_opinion IS NOT NULL
        GROUP BY second_opinion
    """
    found = {row["name"]: row["number"] for row in rows(db, sql, _parameters(wanted))}
    return _in_order(found, SecondOpinion)


def _sought(wanted: QueueFilter) -> tuple[str, ...]:
    """The statuses among which second opinions are looked for: most of them are proposed for what is decided."""
    return () if set(wanted.statuses) == set(UNSETTLED) else wanted.statuses


def _pairs(wanted: QueueFilter) -> str:
    """What to select from: the words of the sides, and closed pairs, are read only where they are asked for."""
    if not wanted.statuses or Status.CLOSED in wanted.statuses:
        return WITH_CLOSED
    asked = wanted.subject or wanted.source or wanted.assignee or wanted.second_opinion
    return "compared_pairs" if asked else _SLIM


def _with_sides(wanted: QueueFilter) -> str:
    return WITH_CLOSED if _pairs(wanted) == WITH_CLOSED else "compared_pairs"


def _parameters(wanted: QueueFilter) -> dict[str, object]:
    return {
        "verdicts": listed(wanted.verdicts or tuple(FLAGGED)),
        "severities": listed(wanted.severities),
        "statuses": listed(wanted.statuses),
        "rules": listed(wanted.rules),
        "subject": wanted.subject,
        "source": wanted.source,
        "topic": wanted.topic,
        "assignee": wanted.assignee,
        "second_opinion": wanted.second_opinion,
    }


def _in_order(numbers: Mapping[str, int], words: type[StrEnum]) -> dict[str, int]:
    return {word.value: numbers[word.value] for word in words if word.value in numbers}


def _rank() -> str:
    """SQL for how bad and how sure a finding is; the smallest number comes first."""
    return _RANK.format(severities=_whens(list(Severity)), verdicts=_whens(list(Verdict)))


def _whens(words: Sequence[StrEnum]) -> str:
    return " ".join(f"WHEN '{word.value}' THEN {number}" for number, word in enumerate(words))
