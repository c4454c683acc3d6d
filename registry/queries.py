"""What is registered, filtered and in order: claims as they stand in their sources, pairs worst first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from claims.aliases import folded_name
from claims.model import Kind, Severity, Verdict
from registry.load import listed, names, owner, rows
from registry.model import Correction, SecondOpinion, Source, Status, StoredClaim, StoredPair
from registry.search import condition
from registry.stored_pairs import claims_by_id, stored_claims, whole_pairs
from sources.errors import KeyNotFoundError

FLAGGED = tuple(verdict for verdict in Verdict if verdict.flagged)
UNSETTLED = (Status.OPEN, Status.REOPENED)


_COLUMNS = """
    id, topic, verdict, severity, a_subject, b_subject, status, a_source, b_source, reason, rule, score,
    correction, flagged, assignee, second_opinion, previous, a, b, key
"""
WITH_CLOSED = f"""(
    SELECT {_COLUMNS}, NULL AS a_fate, NULL AS b_fate, NULL AS closed FROM compared_pairs
    UNION ALL SELECT {_COLUMNS}, a_fate, b_fate, closed FROM closed_conflicts
)"""
"""SQL for compared and closed pairs together, in place of a table."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are asked for; what is empty does not restrict."""

    sources: tuple[Source, ...] = ()
    subject: str | None = None
    kinds: tuple[Kind, ...] = ()
    search: str = ""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class PairFilter:
    """Which pairs are asked for; what is empty does not restrict. A pair is of a source when one side is."""

    verdicts: tuple[Verdict, ...] = FLAGGED
    statuses: tuple[Status, ...] = UNSETTLED
    severities: tuple[Severity, ...] = ()
    sources: tuple[Source, ...] = ()
    subject: str | None = None
    rules: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    second_opinions: tuple[SecondOpinion, ...] = ()
    assignee: str | None = None
    flagged: bool = False
    limit: int | None = None


def find_claims(db: Database, wanted: ClaimFilter) -> tuple[StoredClaim, ...]:
    """The claims asked for, source by source, each from its beginning to its end.

    Those whose own value is searched for come before those that only stand beside it.
    """
    _let_subjects_be_asked_for(db, wanted.subject)
    searched = condition(db, wanted.search, few=wanted.limit is not None)
    closest = "close DESC, " if searched.close else ""  # a constant would keep SQLite from reading in this order
    sql = f"""
        WITH found AS (
            SELECT id, {searched.close or "NULL"} AS close, source, start, value_start FROM claims
            WHERE (:documents = '[]' OR document IN (SELECT value FROM json_each(:documents)))
                AND (:kinds = '[]' OR kind IN (SELECT value FROM json_each(:kinds)))
                AND {"asked_for(subject)" if wanted.subject else "1"} AND {searched.found}
            ORDER BY {closest}source, start, value_start, id LIMIT :limit
        )
        SELECT claims.* FROM found JOIN claims USING (id)
        ORDER BY {closest}found.source, found.start, found.value_start, id
    """
    found = rows(
        db,
        sql,
        {
            **searched.parameters,
            "documents": _documents(wanted.sources),
            "kinds": listed(wanted.kinds),
            "limit": _limit(wanted.limit),
        },
    )
    return stored_claims(db, found)


def find_pairs(db: Database, wanted: PairFilter) -> tuple[StoredPair, ...]:
    """The pairs asked for, worst first: by severity, verdict and score. Closed ones only where the status says so."""
    _let_subjects_be_asked_for(db, wanted.subject)
    closed = not wanted.statuses or Status.CLOSED in wanted.statuses
    sql = f"""
        SELECT * FROM {WITH_CLOSED if closed else "compared_pairs"}
        WHERE (:verdicts = '[]' OR verdict IN (SELECT value FROM json_each(:verdicts)))
            AND (:statuses = '[]' OR status IN (SELECT value FROM json_each(:statuses)))
            AND (:severities = '[]' OR severity IN (SELECT value FROM json_each(:severities)))
            AND (:rules = '[]' OR rule IN (SELECT value FROM json_each(:rules)))
            AND (:corrections = '[]' OR correction IN (SELECT value FROM json_each(:corrections)))
            AND (:second_opinions = '[]' OR second_opinion IN (SELECT value FROM json_each(:second_opinions)))
            AND (:assignee IS NULL OR assignee = :assignee)
            AND (NOT :flagged OR flagged)
            AND (:sources = '[]' OR a_source IN (SELECT value FROM json_each(:sources))
                OR b_source IN (SELECT value FROM json_each(:sources)))
            AND (asked_for(a_subject) OR asked_for(b_subject))
        ORDER BY {ranked("severity", Severity)}, {ranked("verdict", Verdict)}, score DESC, topic, id LIMIT :limit
    """
    found = rows(
        db,
        sql,
        {
            "verdicts": listed(wanted.verdicts),
            "statuses": listed(wanted.statuses),
            "severities": listed(wanted.severities),
            "rules": listed(wanted.rules),
            "corrections": listed(wanted.corrections),
            "second_opinions": listed(wanted.second_opinions),
            "assignee": wanted.assignee,
            "flagged": wanted.flagged,
            "sources": _speakers(db, wanted.sources),
            "limit": _limit(wanted.limit),
        },
    )
    return whole_pairs(db, list(found))


def claim_by_id(db: Database, claim: str) -> StoredClaim:
    """A claim that is registered. Raises KeyNotFoundError when it is not, or no more."""
    found = claims_by_id(db, {claim})
    if claim not in found:
        raise KeyNotFoundError(claim, "no claim has this key", "`claims list` lists the keys")
    return found[claim]


def pair_by_id(db: Database, pair: str) -> StoredPair:
    """A pair that is registered. Raises KeyNotFoundError when it is not, or no more."""
    found = whole_pairs(db, list(rows(db, "SELECT * FROM compared_pairs WHERE id = ?", (pair,))))
    if not found:
        raise KeyNotFoundError(pair, "no conflict has this key", "`claims conflicts --all` lists the keys")
    return found[0]


def pairs_by_id(db: Database, ids: Sequence[str]) -> tuple[StoredPair, ...]:
    """The pairs of these ids, closed ones included, in this order."""
    found: dict[str, StoredPair] = {}
    for view in ("closed_conflicts", "compared_pairs"):
        sql = f"SELECT * FROM {view} WHERE id IN (SELECT value FROM json_each(?))"
        found |= {pair.id: pair for pair in whole_pairs(db, list(rows(db, sql, (listed(ids),))))}
    return tuple(found[pair] for pair in ids)


def features_of_pair(db: Database, pair: str) -> tuple[str, ...]:
    """What the matcher found both sides of a registered pair to have in common; nothing for another id."""
    row = next(rows(db, "SELECT features FROM pairs WHERE id = ?", (pair,)), None)
    return tuple(json.loads(row["features"])) if row else ()


def closed_pair(db: Database, key: str) -> StoredPair | None:
    """The closed pair of that key; None where it is not there, or is not closed."""
    return next(iter(whole_pairs(db, list(rows(db, "SELECT * FROM closed_conflicts WHERE id = ?", (key,))))), None)


def pairs_of_claim(db: Database, claim: str) -> tuple[StoredPair, ...]:
    """All pairs in which a claim is a side, worst first."""
    sql = f"""
        SELECT * FROM compared_pairs WHERE ? IN (a, b)
        ORDER BY {ranked("severity", Severity)}, {ranked("verdict", Verdict)}, score DESC, id
    """
    return whole_pairs(db, list(rows(db, sql, (claim,))))


def _let_subjects_be_asked_for(db: Database, subject: str | None) -> None:
    """Gives SQL the function ``asked_for``: whether a subject is ``subject``, under any of its names, or holds it."""
    known = names(db)
    wanted = folded_name(subject or "")
    canonical = known.canonical(subject or "")

    def asked_for(text: str | None) -> bool:
        return not wanted or (text is not None and (wanted in folded_name(text) or known.canonical(text) == canonical))

    db.conn.create_function("asked_for", 1, asked_for)


def _documents(wanted: Iterable[Source]) -> str:
    return listed({source.document for source in wanted})


def _speakers(db: Database, wanted: Collection[Source]) -> str:
    """The names of the sources and of those under which their claims are listed."""
    owners = (owner(db, source.document) for source in wanted)
    return listed({source.name for source in (*wanted, *owners) if source})


def _limit(limit: int | None) -> int:
    return -1 if limit is None else limit


def ranked(column: str, words: type[StrEnum]) -> str:
    """SQL that sorts a column by the order in which its words are defined."""
    whens = " ".join(f"WHEN '{word.value}' THEN {rank}" for rank, word in enumerate(words))
    return f"CASE {column} {whens} END"
