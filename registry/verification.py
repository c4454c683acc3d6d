"""What an editor found out about one claim: the same log, another kind of entry."""

from __future__ import annotations

from registry.connection import Registry
from registry.decision_log import Words, append, checked_text, entries_of_claim
from registry.entries import standing
from registry.limits import EVIDENCE_LIMIT, is_link
from registry.model import EntryKind, StoredClaim, Verification
from registry.queries import claim_by_id
from sources.errors import UsageError


def verify(
    registry: Registry, claim_id: str, verification: Verification, *, by: str, note: str = "", evidence: str = ""
) -> StoredClaim:
    """Records what an editor found out about a claim; it holds for every claim of the same wording.

    ``evidence`` is a web address. Raises UsageError for an empty name, an overlong note and an address that is none,
    KeyNotFoundError for a claim that is not registered.
    """
    words, evidence = Words(by, note), checked_text(evidence, "--evidence", EVIDENCE_LIMIT)
    if evidence and not is_link(evidence):
        raise UsageError(
            "--evidence", "is no web address", "give one that begins with https://, and the rest in --note"
        )
    with registry.transaction():
        claim = claim_by_id(registry.db, claim_id)
        append(registry.db, EntryKind.VERIFY, claim, words, verification=verification, evidence=evidence or None)
        return claim_by_id(registry.db, claim_id)


def undo_verification(registry: Registry, claim_id: str, *, by: str, note: str = "") -> StoredClaim:
    """Takes the latest verification of a claim back; the one before holds again. Raises UsageError where is none."""
    words = Words(by, note)
    with registry.transaction():
        claim = claim_by_id(registry.db, claim_id)
        verified = standing(entries_of_claim(registry.db, claim.claim.key), EntryKind.VERIFY)
        if not verified:
            raise UsageError(claim_id, "there is no verification to take back", f"`claims show {claim_id}` has the log")
        append(registry.db, EntryKind.UNDO, claim, words, undoes=verified[-1].id)
        return claim_by_id(registry.db, claim_id)
