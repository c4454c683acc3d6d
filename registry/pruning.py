"""Letting go of texts that have been replaced."""

from __future__ import annotations

import json
from collections.abc import Sequence

from registry.connection import Registry
from registry.load import listed, rows
from registry.model import Source
from registry.past import drop_unused_claims
from registry.save import drop_unused_documents

_REPLACED = """
    SELECT v.source, v.number, v.document FROM versions AS v JOIN sources AS s ON s.id = v.source
    WHERE v.document <> s.document AND s.id IN (SELECT value FROM json_each(?))
"""

_UNDECIDED_PAIRS = """
    DELETE FROM closed_pairs
    WHERE id NOT IN (SELECT pair_key FROM decisions WHERE pair_key IS NOT NULL) AND EXISTS (
        SELECT 1 FROM past_claims AS c
        WHERE c.id IN (a, b) AND c.document IN (SELECT value FROM json_each(?))
    )
"""


def prune(registry: Registry, sources: Sequence[Source]) -> int:
    """Deletes the texts that these sources no longer have, and what had been found in them; the number of texts.

    Pairs that editors decided on stay, with the sentences of both sides: they are the memory of why.
    """
    db = registry.db
    with registry.transaction():
        found = list(rows(db, _REPLACED, (json.dumps([source.id for source in sources]),)))
        gone = [(row["source"], row["number"]) for row in found]
        db.conn.executemany("DELETE FROM versions WHERE source = ? AND number = ?", gone)
        kept = {row["document"] for row in rows(db, "SELECT DISTINCT document FROM versions")}
        texts = {row["document"] for row in found} - kept
        db.execute(_UNDECIDED_PAIRS, [listed(texts)])
        drop_unused_claims(db)
        drop_unused_documents(db)
    return len(texts)
