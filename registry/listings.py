"""Lists of what is registered, a page at a time: topics by what is open in them, sources by when they came."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlite_utils import Database

from claims.model import Kind, Severity, Verdict
from registry.load import listed, rows, scalar
from registry.model import Source, Status
from registry.queries import FLAGGED, UNSETTLED, ranked
from registry.rows import Row, source_of

SIDES = 1_000
"""Claims of a topic among which its sources are looked for."""


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic with how many findings there are on it, and how many of them wait to be looked at."""

    topic: str
    findings: int
    open: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with how many claims its text makes, and how many findings of these wait to be looked at."""

    source: Source
    claims: int
    open: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands by its comparisons: the worst of them, and the findings among them, worst first."""

    verdict: Verdict | None
    status: Status | None
    findings: tuple[str, ...]


_FINDINGS = "verdict IN (SELECT value FROM json_each(:flagged))"
_UNSETTLED = "status IN (SELECT value FROM json_each(:unsettled))"
_OPEN = f"{_FINDINGS} AND {_UNSETTLED}"
_WORDS = {"flagged": listed(FLAGGED), "unsettled": listed(UNSETTLED)}


def topics(db: Database, offset: int, size: int) -> tuple[TopicLine, ...]:
    """Topics with findings, those with most open ones first."""
    sql = f"""
        SELECT topic, count(*) AS findings, sum({_UNSETTLED}) AS open FROM findings
        GROUP BY topic ORDER BY open DESC, findings DESC, topic LIMIT :size OFFSET :offset
    """
    found = rows(db, sql, {**_WORDS, "size": size, "offset": offset})
    return tuple(TopicLine(row["topic"], row["findings"], row["open"]) for row in found)


def topic_count(db: Database) -> int:
    """How many topics have findings."""
    sql = "SELECT count(DISTINCT topic) FROM pairs WHERE verdict IN (SELECT value FROM json_each(?))"
    return int(scalar(db, sql, (listed(FLAGGED),)))


def source_lines(db: Database, offset: int, size: int) -> tuple[SourceLine, ...]:
    """Sources in order of registration."""
    sql = f"""
        WITH page AS (SELECT * FROM sources ORDER BY id LIMIT :size OFFSET :offset),
        sides AS (
            SELECT c.document, p.id FROM findings AS p JOIN claims AS c ON c.id = p.a WHERE {_UNSETTLED}
            UNION
            SELECT c.document, p.id FROM findings AS p JOIN claims AS c ON c.id = p.b WHERE {_UNSETTLED}
        ), numbers AS MATERIALIZED (SELECT document, count(*) AS open FROM sides GROUP BY document)
        SELECT page.*, (SELECT count(*) FROM claims AS c WHERE c.document = page.document) AS claims,
            coalesce((SELECT open FROM numbers AS n WHERE n.document = page.document), 0) AS open
        FROM page ORDER BY id
    """
    found = rows(db, sql, {**_WORDS, "size": size, "offset": offset})
    return tuple(SourceLine(source_of(row), row["claims"], row["open"]) for row in found)


def pairs_of_topic(db: Database, topic: str, size: int) -> tuple[str, ...]:
    """The ids of the compared pairs on a topic, findings first, the worst and surest of them, ``size`` at most."""
    sql = f"""
        SELECT id FROM pairs WHERE topic = :topic
        ORDER BY {_FINDINGS} DESC, {ranked("severity", Severity)}, {ranked("verdict", Verdict)}, score DESC, id
        LIMIT :size
    """
    return tuple(row["id"] for row in rows(db, sql, {**_WORDS, "topic": topic, "size": size}))


def speakers_on_topic(db: Database, topic: str, kind: Kind, size: int) -> tuple[str, ...]:
    """The ids of claims on a topic, one a source: rather one of ``kind`` than another, and of these the first."""
    sql = f"""
        WITH sides AS (
            SELECT a AS claim FROM pairs WHERE topic = :topic UNION SELECT b FROM pairs WHERE topic = :topic
            LIMIT {SIDES}
        ), ordered AS (
            SELECT c.id, c.source, row_number() OVER (PARTITION BY c.source ORDER BY c.kind <> :kind, c.start) AS place
            FROM sides JOIN claims AS c ON c.id = sides.claim
        )
        SELECT id FROM ordered WHERE place = 1 ORDER BY source LIMIT :size
    """
    return tuple(row["id"] for row in rows(db, sql, {"topic": topic, "kind": kind.value, "size": size}))


def standings(db: Database, claims: Collection[str]) -> dict[str, Standing]:
    """How each of the claims of these ids stands; one that was compared with nothing is left out."""
    sql = f"""
        WITH wanted AS (SELECT value AS claim FROM json_each(:claims)),
        sides AS (
            SELECT claim, p.id, verdict, status, score FROM wanted JOIN compared_pairs AS p ON p.a = claim
            UNION ALL
            SELECT claim, p.id, verdict, status, score FROM wanted JOIN compared_pairs AS p ON p.b = claim
        )
        SELECT claim, id, verdict, status, {_FINDINGS} AS finding FROM sides
        ORDER BY claim, {_OPEN} DESC, finding DESC, score DESC, id
    """
    found: dict[str, list[Row]] = {}
    for row in rows(db, sql, {**_WORDS, "claims": listed(claims)}):
        found.setdefault(row["claim"], []).append(row)
    return {
        claim: Standing(
            Verdict(lines[0]["verdict"]),
            Status(lines[0]["status"]),
            tuple(str(line["id"]) for line in lines if line["finding"]),
        )
        for claim, lines in found.items()
    }
