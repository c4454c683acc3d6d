"""What is registered, what was found, and how the editors are getting on with it, in numbers.

Pairs with the same two wordings are one matter; all numbers of findings count matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import combinations
from statistics import median
from typing import TypeVar

from sqlite_utils import Database

from claims.model import Verdict
from registry.agreement import Agreement, agreement, wilson
from registry.load import rows, totals
from registry.model import Correction, EntryKind, Judgement, SecondOpinion, Status, Totals, Verification
from registry.rows import Row

Word = TypeVar("Word", bound=StrEnum)

AGAINST_THE_RULE = (Judgement.MISREAD, Judgement.NOT_COMPARABLE)
"""Decisions that say the machine was wrong, and not an article."""


@dataclass(frozen=True, slots=True)
class RuleStats:
    """One rule: its findings by status, how many were decided against it, and how two editors agree on them."""

    findings: Mapping[Status, int]
    judged: int
    against: int
    agreement: Agreement

    @property
    def precision(self) -> float | None:
        """The share of judged findings that were not the machine's mistake; None while none is judged."""
        return (self.judged - self.against) / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where that share lies with 95 % confidence."""
        return wilson(self.judged - self.against, self.judged)


@dataclass(frozen=True, slots=True)
class EditorStats:
    """One editor: how many decisions of each kind stand, how many were taken back, and what is given to them."""

    decisions: Mapping[Judgement, int]
    taken_back: int
    verifications: int
    assigned: int


@dataclass(frozen=True, slots=True)
class QueueStats:
    """What waits: how many findings are open or reopened, and how many days the oldest and the middle one have.

    ``pairs`` are the pairs of statements that they stand in, which are more where a wording is in several places.
    """

    waiting: int
    pairs: int
    oldest_days: float | None
    median_days: float | None


@dataclass(frozen=True, slots=True)
class Stats:
    """All of it. ``verdicts`` holds every compared matter by verdict and status; rules and sources only findings."""

    totals: Totals
    topics: int
    verdicts: Mapping[Verdict, Mapping[Status, int]]
    rules: Mapping[str, RuleStats]
    sources: Mapping[str, Mapping[Status, int]]
    editors: Mapping[str, EditorStats]
    queue: QueueStats
    corrections: Mapping[Correction, int]
    second_opinions: Mapping[SecondOpinion, int]
    verifications: Mapping[Verification, int]
    flagged: int


def gather(db: Database, now: datetime | None = None) -> Stats:
    """The numbers of a registry; ``now`` is when the age of the queue is taken."""
    compared = _compared(db)
    matters = list({row["key"]: row for row in reversed(compared)}.values())
    findings = [row for row in matters if Verdict(row["verdict"]).flagged]
    log = list(rows(db, "SELECT * FROM standing_decisions ORDER BY decided_at, id"))
    return Stats(
        totals=totals(db),
        topics=len({row["topic"] for row in matters if row["status"] != Status.CLOSED}),
        verdicts={verdict: _statuses(row for row in matters if row["verdict"] == verdict) for verdict in Verdict},
        rules=_rules(findings, log),
        sources=_by_source(row for row in compared if Verdict(row["verdict"]).flagged),
        editors=_editors(db, log, findings),
        queue=_queue(findings, compared, now or datetime.now(UTC)),
        corrections=_corrections(db),
        second_opinions=_counted(SecondOpinion, (row["second_opinion"] for row in findings)),
        verifications=_counted(Verification, (row["verification"] for row in _latest_verifications(log))),
        flagged=sum(bool(row["flagged"]) for row in matters),
    )


def _compared(db: Database) -> list[Row]:
    """Every pair compared or closed, the first of the same two wordings first.

    ``since`` is when the later of both present texts came in; None for a closed pair.
    """
    columns = """
        id, key, topic, verdict, status, rule, a_source, b_source, decision, flagged, assignee, second_opinion
    """
    came = "(SELECT max(added) FROM versions WHERE source = (SELECT id FROM sources WHERE name = {side}_source))"
    since = f"max({came.format(side='a')}, {came.format(side='b')})"
    sql = f"""
        SELECT * FROM (
            SELECT {columns}, {since} AS since FROM compared_pairs
            UNION ALL SELECT {columns}, NULL FROM closed_conflicts
        ) ORDER BY key, length(id), id
    """
    return list(rows(db, sql))


def _by_source(findings: Iterable[Row]) -> dict[str, dict[Status, int]]:
    """Findings by the sources that they touch: one that stands in a source twice is counted once there."""
    touched: dict[str, dict[str, str]] = defaultdict(dict)
    for row in findings:
        for side in ("a_source", "b_source"):
            touched[row[side]][row["key"]] = row["status"]
    return {name: _counted(Status, statuses.values()) for name, statuses in sorted(touched.items())}


def _statuses(found: Iterable[Row]) -> dict[Status, int]:
    return _counted(Status, (row["status"] for row in found))


def _counted(words: type[Word], found: Iterable[str | None]) -> dict[Word, int]:
    """How often each word is found, in the order in which the words are defined; those never found are left out."""
    numbers = Counter(word for word in found if word)
    return {word: numbers[word] for word in words if numbers[word]}


def _rules(findings: list[Row], log: list[Row]) -> dict[str, RuleStats]:
    opinions = _opinions(log)
    by_rule: dict[str, list[Row]] = defaultdict(list)
    for row in findings:
        by_rule[row["rule"]].append(row)
    stats = {}
    for rule, found in sorted(by_rule.items()):
        judged = [row["decision"] for row in found if row["decision"] not in (None, Judgement.UNSURE)]
        twice = [pair for row in found for pair in opinions.get(row["key"], ())]
        stats[rule] = RuleStats(
            findings=_statuses(found),
            judged=len(judged),
            against=sum(decision in AGAINST_THE_RULE for decision in judged),
            agreement=agreement(twice),
        )
    return stats


def _opinions(log: list[Row]) -> dict[str, list[tuple[str, str]]]:
    """To each matter that several editors have decided: what the one said who was first, and what the other.

    An editor's latest decision counts; ``unsure`` is no opinion.
    """
    latest: dict[str, dict[str, str]] = defaultdict(dict)
    for row in log:
        if row["kind"] == EntryKind.DECISION and row["decision"] != Judgement.UNSURE:
            latest[row["pair_key"]].setdefault(row["decided_by"], "")
            latest[row["pair_key"]][row["decided_by"]] = row["decision"]
    return {key: list(combinations(words.values(), 2)) for key, words in latest.items() if len(words) > 1}


def _editors(db: Database, log: list[Row], findings: list[Row]) -> dict[str, EditorStats]:
    undone = Counter(
        row["decided_by"]
        for row in rows(
            db,
            "SELECT d.decided_by FROM decisions AS d JOIN decisions AS u ON u.undoes = d.id WHERE d.kind = 'decision'",
        )
    )
    decided = [row for row in log if row["kind"] == EntryKind.DECISION]
    verified = Counter(row["decided_by"] for row in log if row["kind"] == EntryKind.VERIFY)
    assigned = Counter(row["assignee"] for row in findings if row["assignee"])
    names = {row["decided_by"] for row in decided} | undone.keys() | verified.keys() | assigned.keys()
    return {
        name: EditorStats(
            decisions=_counted(Judgement, (row["decision"] for row in decided if row["decided_by"] == name)),
            taken_back=undone[name],
            verifications=verified[name],
            assigned=assigned[name],
        )
        for name in sorted(names)
    }


def _queue(findings: list[Row], compared: list[Row], now: datetime) -> QueueStats:
    waiting = [row for row in findings if row["status"] in (Status.OPEN, Status.REOPENED)]
    keys = {row["key"] for row in waiting}
    pairs = sum(row["key"] in keys and Verdict(row["verdict"]).flagged for row in compared)
    days = [(now - datetime.fromisoformat(row["since"])).total_seconds() / 86400 for row in waiting]
    return QueueStats(len(waiting), pairs, max(days, default=None), median(days) if days else None)


def _corrections(db: Database) -> dict[Correction, int]:
    """By the log, so that it counts too what has been corrected and is compared no more."""
    sql = """
        SELECT decision <> 'b_wrong' AND EXISTS (SELECT 1 FROM claims WHERE key = d.a_key)
            OR decision <> 'a_wrong' AND EXISTS (SELECT 1 FROM claims WHERE key = d.b_key) AS pending
        FROM latest_decisions AS d WHERE decision IN ('a_wrong', 'b_wrong', 'both_wrong')
    """
    states = (Correction.PENDING if row["pending"] else Correction.CORRECTED for row in rows(db, sql))
    return _counted(Correction, states)


def _latest_verifications(log: list[Row]) -> Iterable[Row]:
    return {row["a_key"]: row for row in log if row["kind"] == EntryKind.VERIFY}.values()
