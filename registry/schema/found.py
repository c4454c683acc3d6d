"""What the machine finds: documents, sources, claims, compared pairs; the first decisions and aliases beside them."""

from __future__ import annotations

from sqlite_utils import Database

from registry.decision_tables import refuse_all_but_inserts
from registry.schema.migrations import MIGRATIONS


@MIGRATIONS()
def m001_sources(db: Database) -> None:
    """Documents by the hash of their bytes, and the names under which they were registered, in that order."""
    db.execute("""
        CREATE TABLE documents (
            sha256 TEXT PRIMARY KEY NOT NULL,
            format TEXT NOT NULL,
            encoding TEXT NOT NULL,
            characters INTEGER NOT NULL,
            recipe TEXT, -- fingerprint of everything besides the text that its claims depend on
            text TEXT NOT NULL
        ) STRICT
    """)
    db.execute("""
        CREATE TABLE sources (
            id INTEGER PRIMARY KEY, -- order of registration
            name TEXT NOT NULL UNIQUE, -- path relative to the project folder, full path, or URL
            title TEXT,
            publisher TEXT,
            published TEXT,
            language TEXT,
            url TEXT,
            document TEXT NOT NULL REFERENCES documents(sha256),
            extra TEXT NOT NULL DEFAULT '{}', -- further keys of the manifest, as JSON
            added TEXT NOT NULL
        ) STRICT
    """)
    db.execute("CREATE INDEX sources_document ON sources(document)")


@MIGRATIONS()
def m002_claims(db: Database) -> None:
    """Claims, with what they say and where."""
    db.execute("""
        CREATE TABLE claims (
            id TEXT PRIMARY KEY NOT NULL, -- key, with -2, -3 where an earlier source holds the same one
            source INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
            value_quote TEXT NOT NULL,
            subject TEXT,
            attribute TEXT,
            scope TEXT,
            kind TEXT NOT NULL,
            low TEXT,
            high TEXT,
            unit TEXT,
            approx INTEGER NOT NULL,
            text TEXT,
            as_of TEXT,
            modality TEXT NOT NULL,
            attributed_to TEXT,
            quote TEXT NOT NULL,
            sentence TEXT NOT NULL,
            section TEXT,
            damaged INTEGER NOT NULL,
            low_number REAL,
            high_number REAL,
            step TEXT, -- weight of the last digit written
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            value_start INTEGER NOT NULL,
            value_end INTEGER NOT NULL,
            byte_start INTEGER NOT NULL,
            byte_end INTEGER NOT NULL,
            value_byte_start INTEGER NOT NULL,
            value_byte_end INTEGER NOT NULL,
            value_at_start INTEGER NOT NULL, -- in sentence
            value_at_end INTEGER NOT NULL,
            prefix TEXT NOT NULL, -- text before the quote
            suffix TEXT NOT NULL, -- text after it
            features TEXT NOT NULL, -- what matching compares, as JSON
            key TEXT NOT NULL,
            document TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE
        ) STRICT
    """)
    db.execute("CREATE INDEX claims_key ON claims(key)")
    db.execute("CREATE INDEX claims_source ON claims(source)")
    db.execute("CREATE INDEX claims_document ON claims(document)")
    db.execute("CREATE INDEX claims_subject ON claims(subject)")


@MIGRATIONS()
def m003_claim_keys(db: Database) -> None:
    """The blocking keys by which claims that may concern each other are found."""
    db.execute("""
        CREATE TABLE claim_keys (
            key TEXT NOT NULL, -- a blocking key: only claims that share one are compared
            claim TEXT NOT NULL REFERENCES claims(id) ON UPDATE CASCADE ON DELETE CASCADE,
            PRIMARY KEY (key, claim)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX claim_keys_claim ON claim_keys(claim)")


@MIGRATIONS()
def m004_pairs(db: Database) -> None:
    """Compared pairs of claims, each with its topic and the ruling of the rule that decided."""
    db.execute("""
        CREATE TABLE pairs (
            id TEXT PRIMARY KEY NOT NULL, -- key, with -2, -3 where further sources give the same wordings
            topic TEXT NOT NULL,
            verdict TEXT NOT NULL
                CHECK (verdict IN ('conflict', 'tension', 'time_drift', 'scope_differs', 'agree')),
            severity TEXT NOT NULL CHECK (severity IN ('high', 'medium', 'low')),
            rule TEXT NOT NULL,
            reason TEXT NOT NULL,
            score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
            features TEXT NOT NULL, -- what the matcher found in common, as a JSON list
            a TEXT NOT NULL REFERENCES claims(id) ON UPDATE CASCADE ON DELETE CASCADE,
            b TEXT NOT NULL REFERENCES claims(id) ON UPDATE CASCADE ON DELETE CASCADE,
            key TEXT NOT NULL,
            CHECK (a <> b)
        ) STRICT
    """)
    db.execute("CREATE INDEX pairs_key ON pairs(key)")
    db.execute("CREATE INDEX pairs_a ON pairs(a)")
    db.execute("CREATE INDEX pairs_b ON pairs(b)")
    db.execute("CREATE INDEX pairs_topic ON pairs(topic)")
    db.execute("CREATE TABLE counters (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT, WITHOUT ROWID")
    db.execute("INSERT INTO counters VALUES ('candidate_pairs', 0)")


@MIGRATIONS()
def m005_decisions(db: Database) -> None:
    """Decisions of editors: inserts only. What both sides said then stands apart, because it may have to go."""
    moment = "0000-00-00T00:00:00.000000Z".replace("0", "[0-9]")
    db.execute(f"""
        CREATE TABLE decisions (
            id TEXT PRIMARY KEY NOT NULL,
            pair_key TEXT NOT NULL,
            a_key TEXT NOT NULL,
            b_key TEXT NOT NULL,
            decision TEXT NOT NULL CHECK (decision IN ('a_wrong', 'b_wrong', 'both_wrong', 'both_right',
                'superseded', 'not_comparable', 'misread', 'unsure')),
            note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 10000),
            decided_by TEXT NOT NULL CHECK (trim(decided_by) <> ''),
            decided_at TEXT NOT NULL CHECK (decided_at GLOB '{moment}'), -- one width, so that text sorts as time
            CHECK (a_key <= b_key)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX decisions_pair ON decisions(pair_key, decided_at)")
    refuse_all_but_inserts(db)
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
    db.execute("CREATE INDEX decision_quotes_source ON decision_quotes(source)")


@MIGRATIONS()
def m006_aliases(db: Database) -> None:
    """The registry's copy of the alias file, as of the last time sources were added."""
    db.execute("""
        CREATE TABLE aliases (
            name TEXT PRIMARY KEY NOT NULL,
            canonical TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX aliases_canonical ON aliases(canonical)")


@MIGRATIONS()
def m007_views(db: Database) -> None:
    """What an editor looks up: pairs with both sides and their status, the open ones, claims by source, topics."""
    db.execute("""
        CREATE VIEW latest_decisions AS
        SELECT * FROM decisions AS d
        WHERE NOT EXISTS (
            SELECT 1 FROM decisions AS later
            WHERE later.pair_key = d.pair_key AND (later.decided_at, later.id) > (d.decided_at, d.id)
        )
    """)
    db.execute("""
        CREATE VIEW compared_pairs AS
        SELECT p.id, p.topic, p.verdict, p.severity, a.subject AS a_subject, b.subject AS b_subject,
            CASE WHEN d.decision IS NULL OR d.decision = 'unsure' THEN 'open' ELSE 'decided' END AS status,
            a.value_quote AS a_value, a_source.name AS a_source, a_source.published AS a_published,
            b.value_quote AS b_value, b_source.name AS b_source, b_source.published AS b_published,
            p.reason, p.rule, p.score, a.quote AS a_quote, b.quote AS b_quote,
            d.decision, d.decided_by, d.decided_at, d.note, p.a, p.b, p.key
        FROM pairs AS p
        JOIN claims AS a ON a.id = p.a JOIN sources AS a_source ON a_source.id = a.source
        JOIN claims AS b ON b.id = p.b JOIN sources AS b_source ON b_source.id = b.source
        LEFT JOIN latest_decisions AS d ON d.pair_key = p.key
    """)
    db.execute("""
        CREATE VIEW open_conflicts AS
        SELECT * FROM compared_pairs
        WHERE status = 'open' AND verdict IN ('conflict', 'tension', 'time_drift')
    """)
    db.execute("""
        CREATE VIEW claims_by_source AS
        SELECT s.name AS source, s.publisher, s.published, c.id AS claim, c.value_quote, c.subject, c.attribute,
            c.scope, c.kind, c.low, c.high, c.unit, c.as_of, c.quote
        FROM claims AS c JOIN sources AS s ON s.id = c.source
    """)
    db.execute("""
        CREATE VIEW topics AS
        SELECT topic, count(*) AS pairs,
            sum(verdict IN ('conflict', 'tension', 'time_drift')) AS findings,
            sum(status = 'open' AND verdict IN ('conflict', 'tension', 'time_drift')) AS open_findings
        FROM compared_pairs GROUP BY topic
    """)
