"""Reports drawn from a registry."""

from __future__ import annotations

from sqlite_utils import Database

from claims.model import Severity
from registry.decision_log import entries_of_claim
from registry.decisions import history
from registry.held import held_at_topic
from registry.load import document, has_document, rows, scalar, sources_of, totals
from registry.lookup import Hit
from registry.model import HeldValue, StoredClaim, StoredPair
from registry.queries import (
    ClaimFilter,
    PairFilter,
    claim_by_id,
    closed_pair,
    features_of_pair,
    find_claims,
    find_pairs,
    pair_by_id,
    pairs_of_claim,
)
from registry.reports.report import ClaimDetail, ClaimList, PairDetail, Passage, Report, Standing
from registry.stored_pairs import past_claim

CONTEXT = 200
"""Characters shown on either side of a quote, within its paragraph; reports that are read at leisure show more."""

_WORD = 24
"""Characters given up so that a paragraph is cut between two words."""


def report(db: Database, wanted: PairFilter) -> Report:
    """The report on the pairs asked for."""
    return Report(find_pairs(db, wanted), totals(db), standing(db))


def claim_list(db: Database, wanted: ClaimFilter) -> ClaimList:
    """The list of the claims asked for."""
    return ClaimList(find_claims(db, wanted), totals(db))


def detail(db: Database, hit: Hit) -> ClaimDetail | PairDetail:
    """All about what a key stands for."""
    if hit.table == "claims":
        return claim_detail(db, hit.id)
    return pair_detail(db, hit.id)


def claim_detail(db: Database, claim: str, context: int = CONTEXT) -> ClaimDetail:
    """All about one registered claim."""
    stored = claim_by_id(db, claim)
    pairs = pairs_of_claim(db, claim)
    return ClaimDetail(
        passage_of(db, stored, context),
        sources_of(db, stored.document),
        pairs,
        entries_of_claim(db, stored.claim.key),
        _held_elsewhere(db, stored, pairs),
    )


def _held_elsewhere(db: Database, stored: StoredClaim, pairs: tuple[StoredPair, ...]) -> tuple[HeldValue, ...]:
    """What is held to be right at a claim's topics, without the claim itself."""
    topics = dict.fromkeys(pair.topic for pair in pairs)
    held = dict.fromkeys(value for topic in topics for value in held_at_topic(db, topic))
    return tuple(value for value in held if value.claim != stored.claim.key)


def pair_detail(db: Database, pair: str, context: int = CONTEXT) -> PairDetail:
    """All about one pair, registered or closed."""
    found = closed_pair(db, pair) or pair_by_id(db, pair)
    was = found.previous
    return PairDetail(
        found,
        passage_of(db, found.a, context),
        passage_of(db, found.b, context),
        history(db, found.key),
        a_was=past_claim(db, was.a.key) if was else None,
        b_was=past_claim(db, was.b.key) if was else None,
        held=_held_besides(db, found),
        features=features_of_pair(db, found.id),
    )


def _held_besides(db: Database, pair: StoredPair) -> tuple[HeldValue, ...]:
    known = {(held.claim, held.pair) for held in pair.held} | {(None, pair.key)}
    return tuple(held for held in held_at_topic(db, pair.topic) if (held.claim, held.pair) not in known)


def passage_of(db: Database, stored: StoredClaim, context: int = CONTEXT) -> Passage:
    """A claim with the text of its paragraph around its quote, ``context`` characters of it on either side at most."""
    claim, span = stored.claim, stored.claim.span
    if not has_document(db, stored.document):  # pruned
        return Passage(stored, claim.prefix.rpartition("\n")[2], claim.suffix.partition("\n")[0])
    text = document(db, stored.document).text
    first = max(0, span.start - context - 1)  # one more tells whether the paragraph goes on
    before = text[first : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + context + 1].partition("\n")[0]
    return Passage(stored, _ending(before, context), _beginning(after, context))


def _ending(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[len(text) - room :]
    space = cut.find(" ", 0, _WORD)
    return f"…{cut[space + 1 :]}"


def _beginning(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[:room]
    space = cut.rfind(" ", max(0, room - _WORD))
    return f"{cut if space < 0 else cut[:space]}…"


def standing(db: Database) -> Standing:
    """How far the editors are with all findings."""
    found = rows(db, "SELECT severity, count(*) AS number FROM open_conflicts GROUP BY severity")
    numbers = {Severity(row["severity"]): int(row["number"]) for row in found}
    decided = """
        SELECT count(*) FROM compared_pairs
        WHERE status = 'decided' AND verdict IN ('conflict', 'tension', 'time_drift')
    """
    return Standing({severity: numbers.get(severity, 0) for severity in Severity}, scalar(db, decided))
