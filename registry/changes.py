"""What a run changed in the findings, summed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlite_utils import Database

from registry.load import listed, rows

_FINDINGS = """
    SELECT p.id, p.key FROM pairs AS p
    WHERE verdict IN ('conflict', 'tension', 'time_drift') AND (
        a IN (SELECT id FROM claims WHERE document IN (SELECT value FROM json_each(:documents)))
        OR b IN (SELECT id FROM claims WHERE document IN (SELECT value FROM json_each(:documents)))
    )
"""

_REOPENED = """
    SELECT key, previous FROM compared_pairs
    WHERE status = 'reopened' AND key IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, slots=True)
class ChangeSum:
    """How many findings came, went, and came back to the editors because a value or wording had changed."""

    found: int = 0
    gone: int = 0
    reopened: int = 0


@dataclass(slots=True)
class Changes:
    """Findings (conflict, tension, time drift) that came and went so far, by the key of the pair."""

    net: Counter[str] = field(default_factory=Counter)

    def note(self, before: Mapping[str, int], after: Mapping[str, int]) -> None:
        """Adds a step, given how often each finding stood there before and after it."""
        self.net.update(after)
        self.net.subtract(before)

    def sum(self, db: Database) -> ChangeSum:
        """The whole run in three numbers; what was reopened counts neither as new nor, under its old key, as gone."""
        found = {key: count for key, count in self.net.items() if count > 0}
        gone = {key: -count for key, count in self.net.items() if count < 0}
        previous = {row["key"]: row["previous"] for row in rows(db, _REOPENED, (listed(found),))}
        for key in previous.values():
            gone.pop(key, None)
        reopened = sum(found[key] for key in previous)
        return ChangeSum(sum(found.values()) - reopened, sum(gone.values()), reopened)


def findings(db: Database, documents: Iterable[str]) -> Mapping[str, int]:
    """How often each pair of wordings is a finding that has a side in one of the documents."""
    return Counter(row["key"] for row in rows(db, _FINDINGS, {"documents": listed(set(documents))}))
