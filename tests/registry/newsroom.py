"""A project folder with articles and their registry, for tests of what happens to them over time."""

from __future__ import annotations

import json
from pathlib import Path

from claims.model import Verdict
from registry import decisions, ingest, load, queries, records
from registry.config import Settings
from registry.connection import open_registry
from registry.doctor import misfits
from registry.method import Method
from registry.model import Judgement, Status, StoredPair
from registry.selection import select

STANDING = (Status.OPEN, Status.DECIDED, Status.REOPENED)


class Newsroom:
    """Articles in a folder; each method leaves a registry in which everything still fits."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings.of(folder)

    def add(self, **texts: str) -> ingest.Summary:
        """Writes and registers articles; ``one="…"`` is the text of ``one.txt``."""
        for name, text in texts.items():
            (self.settings.folder / f"{name}.txt").write_text(text, encoding="utf-8")
        paths = [self.settings.folder / f"{name}.txt" for name in texts]
        summary = ingest.add(self.settings.database, select(self.settings, paths, None, "2025-04-28"), Method())
        with open_registry(self.settings.database) as registry:
            assert list(misfits(registry.db)) == []
        return summary

    def pairs(self, *statuses: Status, verdicts: tuple[Verdict, ...] = ()) -> tuple[StoredPair, ...]:
        with open_registry(self.settings.database) as registry:
            return queries.find_pairs(registry.db, queries.PairFilter(verdicts=verdicts, statuses=statuses))

    def pair(self, *values: str) -> StoredPair:
        """The one pair, closed or not, of these two value expressions."""
        (found,) = [p for p in self.pairs() if {p.a.claim.value_quote, p.b.claim.value_quote} == set(values)]
        return found

    def decide(self, pair: StoredPair, judgement: Judgement, note: str = "") -> StoredPair:
        with open_registry(self.settings.database) as registry:
            return decisions.record(registry, pair.id, judgement, by="Lin", note=note)

    def undo(self, pair: StoredPair, entry: str | None = None) -> None:
        with open_registry(self.settings.database) as registry:
            decisions.undo(registry, pair.id, by="Lin", entry=entry)

    def told(self) -> list[str]:
        """Everything that the registry tells of what stands, as JSON lines."""
        with open_registry(self.settings.database) as registry:
            found = queries.find_claims(registry.db, queries.ClaimFilter())
            told = [json.dumps(records.stored_claim_record(claim), ensure_ascii=False) for claim in found]
        return told + [json.dumps(records.pair_record(pair), ensure_ascii=False) for pair in self.pairs(*STANDING)]

    def log(self) -> list[tuple[object, ...]]:
        """The rows of the decision log."""
        with open_registry(self.settings.database) as registry:
            return [tuple(row.values()) for row in load.rows(registry.db, "SELECT * FROM decisions ORDER BY id")]
