"""The tables of the decision log as ``registry/schema/`` makes them, and what keeps them from being changed."""

from __future__ import annotations

from sqlite_utils import Database

_MOMENT = "0000-00-00T00:00:00.000000Z".replace("0", "[0-9]")


def refuse_all_but_inserts(db: Database) -> None:
    """Lets the database itself refuse to change, replace or delete a row of the log."""
    refusal = "SELECT RAISE(ABORT, 'decisions are only ever added: insert a new one instead');"
    for event, condition in (
        ("INSERT", "WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id)"),
        ("UPDATE", ""),
        ("DELETE", ""),
    ):
        db.execute(
            f"CREATE TRIGGER decisions_no_{'replace' if condition else event.lower()} "
            f"BEFORE {event} ON decisions {condition} BEGIN {refusal} END"
        )


_SOUND = (
    "kind IN ('decision', 'undo', 'flag', 'assign', 'second_opinion', 'verify')",
    "decision IN ('a_wrong', 'b_wrong', 'both_wrong', 'both_right', "
    "'superseded', 'not_comparable', 'misread', 'unsure')",
    "verification IN ('supported', 'refuted', 'unproven')",
    "length(right_value) BETWEEN 1 AND 500",
    "trim(assignee) <> ''",
    "length(note) <= 10000",
    "trim(decided_by) <> ''",
    f"decided_at GLOB '{_MOMENT}'",
    "a_key <= b_key",
    "(pair_key IS NULL) = (b_key IS NULL)",
    "kind = 'undo' OR (kind = 'verify') = (pair_key IS NULL)",
    "(kind = 'decision') = (decision IS NOT NULL)",
    "(kind = 'undo') = (undoes IS NOT NULL)",
    "(kind = 'verify') = (verification IS NOT NULL)",
    "kind = 'decision' OR right_value IS NULL",
    "kind = 'assign' OR assignee IS NULL",
    "kind = 'verify' OR evidence IS NULL",
)
"""What the table checks, in the same words: none may be false of a row."""


def refuse_unsound_inserts(db: Database) -> None:
    """Lets a trigger check a new row as the table does."""
    columns = "kind, pair_key, a_key, b_key, decision, right_value, undoes, assignee, verification, evidence, note"
    names = (*columns.split(", "), "decided_by", "decided_at")
    new = ", ".join(f"NEW.{name} AS {name}" for name in names)
    false = " OR ".join(f"({condition}) IS FALSE" for condition in _SOUND)
    db.execute(
        f"CREATE TRIGGER decisions_no_unsound BEFORE INSERT ON decisions BEGIN "
        f"SELECT RAISE(ABORT, 'this is no sound entry of the log') FROM (SELECT {new}) WHERE {false}; END"
    )


def decision_tables(db: Database) -> None:
    """Makes the log and the table of what both sides said."""
    moment = _MOMENT
    db.execute(f"""
        CREATE TABLE decisions (
            id TEXT PRIMARY KEY NOT NULL,
            kind TEXT NOT NULL DEFAULT 'decision' CHECK (kind IN ('decision', 'undo', 'flag', 'assign',
                'second_opinion', 'verify')),
            pair_key TEXT, -- NULL where one claim is verified
            a_key TEXT NOT NULL, -- the claim's where one is verified
            b_key TEXT,
            decision TEXT CHECK (decision IN ('a_wrong', 'b_wrong', 'both_wrong', 'both_right',
                'superseded', 'not_comparable', 'misread', 'unsure')),
            right_value TEXT CHECK (length(right_value) BETWEEN 1 AND 500), -- the value that is right, as one writes it
            undoes TEXT REFERENCES decisions(id),
            assignee TEXT CHECK (trim(assignee) <> ''), -- NULL in an 'assign': nobody's from now on
            verification TEXT CHECK (verification IN ('supported', 'refuted', 'unproven')),
            evidence TEXT, -- a URL
            note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 10000),
            decided_by TEXT NOT NULL CHECK (trim(decided_by) <> ''),
            decided_at TEXT NOT NULL CHECK (decided_at GLOB '{moment}'), -- one width, so that text sorts as time
            CHECK (a_key <= b_key),
            CHECK ((pair_key IS NULL) = (b_key IS NULL)),
            CHECK (kind = 'undo' OR (kind = 'verify') = (pair_key IS NULL)),
            CHECK ((kind = 'decision') = (decision IS NOT NULL)),
            CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
            CHECK ((kind = 'verify') = (verification IS NOT NULL)),
            CHECK (kind = 'decision' OR right_value IS NULL),
            CHECK (kind = 'assign' OR assignee IS NULL),
            CHECK (kind = 'verify' OR evidence IS NULL)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("""
        CREATE TABLE decision_quotes (
            decision TEXT NOT NULL REFERENCES decisions(id),
            side TEXT NOT NULL CHECK (side IN ('a', 'b')),
            source TEXT NOT NULL, -- name of the source it stood in; removing that source deletes the row
            published TEXT,
            value_quote TEXT NOT NULL,
            quote TEXT NOT NULL,
            PRIMARY KEY (decision, side)
        ) STRICT, WITHOUT ROWID
    """)
