"""The versions of a source, what its claims became, and the conflicts that an edit reopens or closes."""

from __future__ import annotations

from sqlite_utils import Database

from registry.schema.migrations import MIGRATIONS


@MIGRATIONS()
def m011_versions(db: Database) -> None:
    """Every text that a source has had, the present one last. Old texts stay in ``documents`` until they are pruned.

    ``documents.release`` says which release found the claims of a text.
    """
    db.execute("""
        CREATE TABLE versions (
            source INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
            number INTEGER NOT NULL, -- 1 is the first text
            document TEXT NOT NULL REFERENCES documents(sha256),
            published TEXT, -- what the source said of itself while this was its text
            added TEXT NOT NULL,
            PRIMARY KEY (source, number)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX versions_document ON versions(document)")
    db.execute("INSERT INTO versions SELECT id, 1, document, published, added FROM sources")
    db.execute("ALTER TABLE documents ADD COLUMN release TEXT")


@MIGRATIONS()
def m012_past(db: Database) -> None:
    """What stood in texts that have been replaced: claims, findings, and which claim took the place of which.

    A pair is closed when no pair of the same two wordings is left; the row goes when one is there again.
    ``successions`` and ``reopenings`` hold keys, never text, so they may outlive a source that is removed.
    """
    db.execute("""
        CREATE TABLE past_claims (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
            document TEXT NOT NULL, -- its text may have been pruned
            key TEXT NOT NULL,
            subject TEXT,
            value_quote TEXT NOT NULL,
            quote TEXT NOT NULL,
            sentence TEXT NOT NULL,
            record TEXT NOT NULL, -- the whole row of claims, as JSON
            UNIQUE (document, key)
        ) STRICT
    """)
    db.execute("CREATE INDEX past_claims_source ON past_claims(source)")
    db.execute("CREATE INDEX past_claims_key ON past_claims(key)")
    fate = "TEXT NOT NULL CHECK ({side}_fate IN ('stands', 'changed', 'lost', 'gone'))"
    db.execute(f"""
        CREATE TABLE closed_pairs (
            id TEXT PRIMARY KEY NOT NULL, -- the key, without suffix
            topic TEXT NOT NULL,
            verdict TEXT NOT NULL,
            severity TEXT NOT NULL,
            rule TEXT NOT NULL,
            reason TEXT NOT NULL,
            score REAL NOT NULL,
            a INTEGER NOT NULL REFERENCES past_claims(id) ON DELETE CASCADE,
            b INTEGER NOT NULL REFERENCES past_claims(id) ON DELETE CASCADE,
            a_fate {fate.format(side="a")}, -- lost: several places fit, none is clearly its own
            b_fate {fate.format(side="b")},
            closed TEXT NOT NULL
        ) STRICT
    """)
    db.execute("CREATE INDEX closed_pairs_a ON closed_pairs(a)")
    db.execute("CREATE INDEX closed_pairs_b ON closed_pairs(b)")
    db.execute("""
        CREATE TABLE successions (
            old TEXT NOT NULL, -- key of a claim that is gone from its place
            new TEXT NOT NULL, -- key of the claim that stands there since
            found TEXT NOT NULL,
            PRIMARY KEY (old, new)
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE INDEX successions_new ON successions(new)")
    db.execute("""
        CREATE TABLE reopenings (
            pair_key TEXT PRIMARY KEY NOT NULL,
            previous TEXT NOT NULL, -- key of the decided pair that it follows
            a_was TEXT NOT NULL, -- the claim of that pair whose place a has taken, or a itself
            b_was TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
    """)


@MIGRATIONS()
def m013_views_of_change(db: Database) -> None:
    """Compared pairs once more: reopened is what follows a decided pair and is not decided itself."""
    for view in ("topics", "open_conflicts", "compared_pairs"):
        db.execute(f"DROP VIEW {view}")
    db.execute("""
        CREATE VIEW compared_pairs AS
        SELECT p.id, p.topic, p.verdict, p.severity, a.subject AS a_subject, b.subject AS b_subject,
            CASE WHEN d.decision <> 'unsure' THEN 'decided' WHEN was.decision <> 'unsure' THEN 'reopened'
                ELSE 'open' END AS status,
            a.value_quote AS a_value, a_source.name AS a_source, a_source.published AS a_published,
            b.value_quote AS b_value, b_source.name AS b_source, b_source.published AS b_published,
            p.reason, p.rule, p.score, a.quote AS a_quote, b.quote AS b_quote,
            d.decision, d.decided_by, d.decided_at, d.note, d.right_value,
            CASE WHEN d.decision IN ('a_wrong', 'b_wrong', 'both_wrong') THEN 'pending' END AS correction,
            EXISTS (
                SELECT 1 FROM standing_decisions AS f WHERE f.pair_key = p.key AND f.kind = 'flag'
            ) AS flagged,
            (
                SELECT n.assignee FROM standing_decisions AS n WHERE n.pair_key = p.key AND n.kind = 'assign'
                ORDER BY n.decided_at DESC, n.id DESC LIMIT 1
            ) AS assignee,
            CASE
                WHEN EXISTS (SELECT 1 FROM requested_opinions AS r WHERE r.pair_key = p.key) THEN 'asked'
                WHEN d.decision IS NULL THEN NULL
                WHEN (
                    SELECT count(DISTINCT o.decided_by) FROM standing_decisions AS o
                    WHERE o.pair_key = p.key AND o.kind = 'decision' AND o.decision <> 'unsure'
                ) > 1 THEN 'given'
                WHEN p.severity = 'high' AND p.verdict IN ('conflict', 'tension', 'time_drift')
                    AND d.decision <> 'unsure' THEN 'proposed'
            END AS second_opinion,
            CASE WHEN was.decision <> 'unsure' THEN r.previous END AS previous, p.a, p.b, p.key
        FROM pairs AS p
        JOIN claims AS a ON a.id = p.a JOIN sources AS a_source ON a_source.id = a.source
        JOIN claims AS b ON b.id = p.b JOIN sources AS b_source ON b_source.id = b.source
        LEFT JOIN latest_decisions AS d ON d.pair_key = p.key
        LEFT JOIN reopenings AS r ON r.pair_key = p.key
        LEFT JOIN latest_decisions AS was ON was.pair_key = r.previous
    """)
    db.execute("""
        CREATE VIEW open_conflicts AS
        SELECT * FROM compared_pairs
        WHERE status IN ('open', 'reopened') AND verdict IN ('conflict', 'tension', 'time_drift')
    """)
    db.execute("""
        CREATE VIEW topics AS
        SELECT topic, count(*) AS pairs,
            sum(verdict IN ('conflict', 'tension', 'time_drift')) AS findings,
            sum(status <> 'decided' AND verdict IN ('conflict', 'tension', 'time_drift')) AS open_findings
        FROM compared_pairs GROUP BY topic
    """)


@MIGRATIONS()
def m014_closed_conflicts(db: Database) -> None:
    """Pairs of which a side is gone, in the columns of compared pairs.

    ``correction`` is ``corrected`` once no side that was found wrong stands anywhere.
    """
    db.execute("""
        CREATE VIEW closed_conflicts AS
        SELECT p.id, p.topic, p.verdict, p.severity, a.subject AS a_subject, b.subject AS b_subject,
            'closed' AS status,
            a.value_quote AS a_value, a_source.name AS a_source, a_source.published AS a_published,
            b.value_quote AS b_value, b_source.name AS b_source, b_source.published AS b_published,
            p.reason, p.rule, p.score, a.quote AS a_quote, b.quote AS b_quote,
            d.decision, d.decided_by, d.decided_at, d.note, d.right_value,
            CASE
                WHEN d.decision NOT IN ('a_wrong', 'b_wrong', 'both_wrong') THEN NULL
                WHEN d.decision <> 'b_wrong' AND EXISTS (SELECT 1 FROM claims WHERE key = a.key) THEN 'pending'
                WHEN d.decision <> 'a_wrong' AND EXISTS (SELECT 1 FROM claims WHERE key = b.key) THEN 'pending'
                WHEN d.decision IS NOT NULL THEN 'corrected'
            END AS correction,
            0 AS flagged, NULL AS assignee, NULL AS second_opinion,
            NULL AS previous, p.a, p.b, p.id AS key, p.a_fate, p.b_fate, p.closed
        FROM closed_pairs AS p
        JOIN past_claims AS a ON a.id = p.a JOIN sources AS a_source ON a_source.id = a.source
        JOIN past_claims AS b ON b.id = p.b JOIN sources AS b_source ON b_source.id = b.source
        LEFT JOIN latest_decisions AS d ON d.pair_key = p.id
    """)
