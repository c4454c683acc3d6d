"""What the log refuses even of those who have switched off the checks of its table."""

from __future__ import annotations

from sqlite_utils import Database

from registry.decision_tables import refuse_unsound_inserts
from registry.schema.migrations import MIGRATIONS


@MIGRATIONS()
def m020_sound_rows(db: Database) -> None:
    """The checks of ``decisions`` once more as a trigger, which ``PRAGMA ignore_check_constraints`` does not reach.

    One row that breaks them would make every reader of the log, and so the registry, stop.
    """
    refuse_unsound_inserts(db)
