"""What is registered, filtered and in order: claims as they stand in their sources, pairs worst first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from claims.aliases import folded_name
from claims.model import Kind, Ruling, Severity, Verdict
from registry.load import aliases, listed, rows
from registry.model import Correction, SecondOpinion, Source, Status, StoredClaim, StoredPair
from registry.rows import Row, claim_of, decision_of, source_of
from sources.errors import KeyNotFoundError

FLAGGED = tuple(verdict for verdict in Verdict if verdict.flagged)
UNSETTLED = (Status.OPEN, Status.REOPENED)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are asked for; what is empty does not restrict."""

    sources: tuple[Source, ...] = ()
    subject: str | None = None
    kinds: tuple[Kind, ...] = ()
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
    """The claims asked for, source by source, each from its beginning to its end."""
    _let_subjects_be_asked_for(db, wanted.subject)
    sql = """
        SELECT * FROM claims
        WHERE (:documents = '[]' OR document IN (SELECT value FROM json_each(:documents)))
            AND (:kinds = '[]' OR kind IN (SELECT value FROM json_each(:kinds)))
            AND asked_for(subject)
        ORDER BY source, start, value_start, id LIMIT :limit
    """
    found = rows(
        db,
        sql,
        {
            "documents": _documents(wanted.sources),
            "kinds": listed(wanted.kinds),
            "limit": _limit(wanted.limit),
        },
    )
    return _stored(db, found)


def find_pairs(db: Database, wanted: PairFilter) -> tuple[StoredPair, ...]:
    """The pairs asked for, worst first: by severity, verdict and score."""
    _let_subjects_be_asked_for(db, wanted.subject)
    of_sources = "SELECT id FROM claims WHERE document IN (SELECT value FROM json_each(:documents))"
    sql = f"""
        SELECT * FROM compared_pairs
        WHERE (:verdicts = '[]' OR verdict IN (SELECT value FROM json_each(:verdicts)))
            AND (:statuses = '[]' OR status IN (SELECT value FROM json_each(:statuses)))
            AND (:severities = '[]' OR severity IN (SELECT value FROM json_each(:severities)))
            AND (:rules = '[]' OR rule IN (SELECT value FROM json_each(:rules)))
            AND (:corrections = '[]' OR correction IN (SELECT value FROM json_each(:corrections)))
            AND (:second_opinions = '[]' OR second_opinion IN (SELECT value FROM json_each(:second_opinions)))
            AND (:assignee IS NULL OR assignee = :assignee)
            AND (NOT :flagged OR flagged)
            AND (:documents = '[]' OR a IN ({of_sources}) OR b IN ({of_sources}))
            AND (asked_for(a_subject) OR asked_for(b_subject))
        ORDER BY {_ranked("severity", Severity)}, {_ranked("verdict", Verdict)}, score DESC, topic, id LIMIT :limit
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
            "documents": _documents(wanted.sources),
            "limit": _limit(wanted.limit),
        },
    )
    return _joined(db, list(found))


def claim_by_id(db: Database, claim: str) -> StoredClaim:
    """A claim that is registered."""
    return _claims_by_id(db, {claim})[claim]


def pair_by_id(db: Database, pair: str) -> StoredPair:
    """A pair that is registered. Raises KeyNotFoundError when it is not, or no more."""
    found = _joined(db, list(rows(db, "SELECT * FROM compared_pairs WHERE id = ?", (pair,))))
    if not found:
        raise KeyNotFoundError(pair, "no conflict has this key", "`claims conflicts --all` lists the keys")
    return found[0]


def pairs_by_id(db: Database, ids: Sequence[str]) -> tuple[StoredPair, ...]:
    """The pairs of these ids, in this order."""
    sql = "SELECT * FROM compared_pairs WHERE id IN (SELECT value FROM json_each(?))"
    found = {pair.id: pair for pair in _joined(db, list(rows(db, sql, (listed(ids),))))}
    return tuple(found[pair] for pair in ids)


def pairs_of_claim(db: Database, claim: str) -> tuple[StoredPair, ...]:
    """All pairs in which a claim is a side, worst first."""
    sql = f"""
        SELECT * FROM compared_pairs WHERE ? IN (a, b)
        ORDER BY {_ranked("severity", Severity)}, {_ranked("verdict", Verdict)}, score DESC, id
    """
    return _joined(db, list(rows(db, sql, (claim,))))


def _joined(db: Database, found: list[Row]) -> tuple[StoredPair, ...]:
    sides = _claims_by_id(db, {row[side] for row in found for side in "ab"})
    sql = "SELECT * FROM latest_decisions WHERE pair_key IN (SELECT value FROM json_each(?))"
    keys = listed({row["key"] for row in found})
    decisions = {row["pair_key"]: decision_of(row) for row in rows(db, sql, (keys,))}
    return tuple(
        StoredPair(
            id=row["id"],
            key=row["key"],
            a=sides[row["a"]],
            b=sides[row["b"]],
            topic=row["topic"],
            score=row["score"],
            ruling=Ruling(Verdict(row["verdict"]), Severity(row["severity"]), row["rule"], row["reason"]),
            status=Status(row["status"]),
            decision=decisions.get(row["key"]),
            correction=Correction(row["correction"]) if row["correction"] else None,
            flagged=bool(row["flagged"]),
            assignee=row["assignee"],
            second_opinion=SecondOpinion(row["second_opinion"]) if row["second_opinion"] else None,
        )
        for row in found
    )


def _claims_by_id(db: Database, ids: Collection[str]) -> dict[str, StoredClaim]:
    sql = "SELECT * FROM claims WHERE id IN (SELECT value FROM json_each(?))"
    return {claim.id: claim for claim in _stored(db, rows(db, sql, (listed(ids),)))}


def _stored(db: Database, found: Iterable[Row]) -> tuple[StoredClaim, ...]:
    claims = list(found)
    sql = "SELECT * FROM sources WHERE id IN (SELECT value FROM json_each(?))"
    wanted = listed({str(row["source"]) for row in claims})
    by_id = {row["id"]: source_of(row) for row in rows(db, sql, (wanted,))}
    return tuple(StoredClaim(row["id"], by_id[row["source"]], claim_of(row)) for row in claims)


def _let_subjects_be_asked_for(db: Database, subject: str | None) -> None:
    """Gives SQL the function ``asked_for``: whether a subject is ``subject``, under any of its names, or holds it."""
    known = aliases(db)
    wanted = folded_name(subject or "")
    canonical = known.canonical(subject or "")

    def asked_for(text: str | None) -> bool:
        return not wanted or (text is not None and (wanted in folded_name(text) or known.canonical(text) == canonical))

    db.conn.create_function("asked_for", 1, asked_for)


def _documents(wanted: Iterable[Source]) -> str:
    return listed({source.document for source in wanted})


def _limit(limit: int | None) -> int:
    return -1 if limit is None else limit


def _ranked(column: str, words: type[StrEnum]) -> str:
    """SQL that sorts a column by the order in which its words are defined."""
    whens = " ".join(f"WHEN '{word.value}' THEN {rank}" for rank, word in enumerate(words))
    return f"CASE {column} {whens} END"
