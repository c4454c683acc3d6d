"""A registry from before there was a second reader."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from registry.schema import APPLICATION_ID, MIGRATIONS
from tests.command_line import Claims

FIRST = "m018_claims_and_who_read_them"
COPIED = (
    *("documents", "sources", "versions", "claims", "claim_keys", "claim_words", "pairs", "counters"),
    *("past_claims", "closed_pairs", "successions", "reopenings"),
)


def former(path: Path, present: Path) -> None:
    """Writes a registry of the schema before, with all that the machine found in the one at ``present``."""
    with closing(sqlite3.connect(path)) as connection:
        db = Database(connection, execute_plugins=False)
        MIGRATIONS.apply(db, stop_before=FIRST)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS.applied(db))}")
        connection.commit()
        connection.execute("ATTACH ? AS present", [str(present)])
        connection.execute("DELETE FROM counters")
        for table in COPIED:
            names = ", ".join(f'"{column.name}"' for column in db.table(table).columns)
            connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM present.{table}")
        # What was kept of a claim that is gone had no reader either.
        connection.execute("UPDATE past_claims SET record = json_remove(record, '$.reader')")
        connection.commit()


def test_a_registry_of_the_schema_before_opens_and_keeps_its_rows(desk: Claims) -> None:
    Path("two.txt").write_text(Path("two.txt").read_text(encoding="utf-8").replace("34家", "35家"), encoding="utf-8")
    desk("add", "two.txt", "--published", "2025-04-02")
    former(Path("former.db"), Path("registry.db"))
    for words in (("list", "--format", "jsonl"), ("conflicts", "--all", "--format", "jsonl"), ("doctor",)):
        assert desk(*words, "--db", "former.db").stdout == desk(*words).stdout
    assert desk("add", "one.txt", "--db", "former.db", "--published", "2025-04-02").stdout.startswith("1 unchanged")
