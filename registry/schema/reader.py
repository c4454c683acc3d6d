"""What a second reader, a language model, said of which passage, and which claims are of its reading."""

from __future__ import annotations

from sqlite_utils import Database

from registry.schema.migrations import MIGRATIONS


@MIGRATIONS()
def m018_claims_and_who_read_them(db: Database) -> None:
    """Claims, with what they say and where, and which fields of them a language model read."""
    db.execute("""
        ALTER TABLE claims ADD COLUMN reader TEXT /* the model, its prompt and the fields it read, as JSON; else NULL */
    """)


@MIGRATIONS()
def m019_second_reader(db: Database) -> None:
    """The answers of models, the passages that texts have, and which model reads besides grammar."""
    db.execute("""
        CREATE TABLE reader_answers (
            passage TEXT NOT NULL, -- hash of what the model was shown
            model TEXT NOT NULL,
            prompt TEXT NOT NULL, -- version of the instruction and the schema
            answer TEXT NOT NULL, -- as JSON
            PRIMARY KEY (passage, model, prompt)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("""
        CREATE TABLE reader_passages (
            document TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE,
            passage TEXT NOT NULL,
            number INTEGER, -- order in the document; NULL once it is cut otherwise
            quotes INTEGER NOT NULL, -- quotes of the answer that do not stand in the passage
            words INTEGER NOT NULL, -- other words of it that were refused
            PRIMARY KEY (document, passage)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX reader_passages_passage ON reader_passages(passage)")
    db.execute("""
        CREATE TABLE second_reader (
            model TEXT NOT NULL -- the one in force; no row where grammar reads alone
        ) STRICT
    """)
