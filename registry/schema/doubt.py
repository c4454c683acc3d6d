"""Pairs that matching is not sure of, and whether a model is asked about them."""

from __future__ import annotations

from sqlite_utils import Database

from registry.schema.migrations import MIGRATIONS


@MIGRATIONS()
def m021_doubtful_pairs(db: Database) -> None:
    """The questions on doubtful pairs of two documents; their answers stand in ``reader_answers``."""
    db.execute("ALTER TABLE second_reader ADD COLUMN judge INTEGER NOT NULL DEFAULT 0 /* 1: it judges pairs too */")
    db.execute("""
        CREATE TABLE doubtful_pairs (
            document TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE,
            other TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE, -- the same within one document
            question TEXT NOT NULL, -- hash of what the model is shown
            shown TEXT, -- what it is shown, as JSON; NULL once the pair is not in doubt
            counted TEXT, -- the answer that the pair was compared with, as JSON; NULL without one
            PRIMARY KEY (document, other, question)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX doubtful_pairs_other ON doubtful_pairs(other)")
    db.execute("CREATE INDEX doubtful_pairs_question ON doubtful_pairs(question)")
