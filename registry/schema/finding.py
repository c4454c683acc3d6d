"""Finding things again: the words of claims, what was verified, and findings as the queue sorts them."""

from __future__ import annotations

from sqlite_utils import Database

from registry.schema.migrations import MIGRATIONS
from registry.search import index_text


@MIGRATIONS()
def m015_search(db: Database) -> None:
    """The words of claims and their index, see ``registry/search.py``. Who finds a claim by its value needs neither."""
    db.execute("""
        CREATE TABLE claim_words (
            id INTEGER PRIMARY KEY,
            claim TEXT NOT NULL UNIQUE REFERENCES claims(id) ON UPDATE CASCADE ON DELETE CASCADE,
            words TEXT NOT NULL -- Han characters in pairs, other words as they are
        ) STRICT
    """)
    db.execute("""
        CREATE VIRTUAL TABLE claim_search USING fts5(
            words, content='claim_words', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
        )
    """)
    db.execute("""
        CREATE TRIGGER claim_words_added AFTER INSERT ON claim_words BEGIN
            INSERT INTO claim_search(rowid, words) VALUES (NEW.id, NEW.words);
        END
    """)
    db.execute("""
        CREATE TRIGGER claim_words_deleted AFTER DELETE ON claim_words BEGIN
            INSERT INTO claim_search(claim_search, rowid, words) VALUES ('delete', OLD.id, OLD.words);
        END
    """)
    for column in ("low", "high", "low_number", "high_number"):
        db.execute(f"CREATE INDEX claims_{column} ON claims({column})")
    known = list(db.query("SELECT id, sentence, subject, attribute, scope FROM claims"))
    db.table("claim_words").insert_all(
        {"claim": row.pop("id"), "words": index_text(*row.values())} for row in map(dict, known)
    )


@MIGRATIONS()
def m016_verifications(db: Database) -> None:
    """What editors found out about single claims: the latest that stands of each wording, and who says it."""
    db.execute("""
        CREATE VIEW latest_verifications AS
        SELECT * FROM standing_decisions AS v
        WHERE kind = 'verify' AND NOT EXISTS (
            SELECT 1 FROM standing_decisions AS later
            WHERE later.a_key = v.a_key AND later.kind = 'verify'
                AND (later.decided_at, later.id) > (v.decided_at, v.id)
        )
    """)
    db.execute("""
        CREATE VIEW verified_claims AS
        SELECT c.id, v.verification, c.subject, c.attribute, c.value_quote, s.name AS source, s.published, c.quote,
            v.evidence, v.note, v.decided_by AS verified_by, v.decided_at AS verified_at
        FROM latest_verifications AS v
        JOIN claims AS c ON c.key = v.a_key JOIN sources AS s ON s.id = c.source
    """)


@MIGRATIONS()
def m017_findings(db: Database) -> None:
    """Findings as the queue sorts and counts them: how they stand, without what they say, which takes longer."""
    db.execute("CREATE INDEX pairs_verdict ON pairs(verdict)")
    db.execute("""
        CREATE VIEW findings AS
        WITH held AS MATERIALIZED (SELECT pair_key, decision FROM latest_decisions WHERE decision <> 'unsure'),
        changed AS MATERIALIZED (
            SELECT r.pair_key FROM reopenings AS r JOIN held AS h ON h.pair_key = r.previous
        )
        SELECT p.id, p.topic, p.verdict, p.severity, p.rule, p.score, p.a, p.b, p.key,
            CASE WHEN h.decision IS NOT NULL THEN 'decided' WHEN c.pair_key IS NOT NULL THEN 'reopened'
                ELSE 'open' END AS status
        FROM pairs AS p LEFT JOIN held AS h ON h.pair_key = p.key LEFT JOIN changed AS c ON c.pair_key = p.key
        WHERE p.verdict IN ('conflict', 'tension', 'time_drift')
    """)
