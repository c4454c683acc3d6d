"""The log of what editors did, whatever it is; what of it stands, and how compared pairs stand by it."""

from __future__ import annotations

from sqlite_utils import Database

from registry.decision_tables import decision_tables, refuse_all_but_inserts
from registry.schema.migrations import MIGRATIONS


@MIGRATIONS()
def m008_decision_log(db: Database) -> None:
    """The log of decisions, in full: besides decisions on a pair, what is undone, flagged, assigned and verified.

    Still inserts only. ``kind`` says which columns of a row speak; a row that an ``undo`` names counts no longer. A
    verification is about one claim, ``a_key``, and has no pair. The table has no row id and one unique column, so a
    row can be replaced in one way only, and the trigger on inserts stops that one even where ``recursive_triggers``
    is off.
    """
    for view in ("topics", "open_conflicts", "compared_pairs", "latest_decisions"):
        db.execute(f"DROP VIEW {view}")
    for table in ("decision_quotes", "decisions"):
        db.execute(f"CREATE TEMP TABLE former_{table} AS SELECT * FROM {table}")
        db.execute(f"DROP TABLE {table}")
    decision_tables(db)
    same = "id, pair_key, a_key, b_key, decision, note, decided_by, decided_at"
    db.execute(f"INSERT INTO decisions ({same}) SELECT {same} FROM former_decisions")
    db.execute("INSERT INTO decision_quotes SELECT * FROM former_decision_quotes")
    for table in ("decision_quotes", "decisions"):
        db.execute(f"DROP TABLE former_{table}")
    db.execute("CREATE INDEX decision_quotes_source ON decision_quotes(source)")
    db.execute("CREATE INDEX decisions_pair ON decisions(pair_key, kind, decided_at)")
    db.execute("CREATE INDEX decisions_claim ON decisions(a_key, kind)")
    db.execute("CREATE INDEX decisions_undoes ON decisions(undoes) WHERE undoes IS NOT NULL")
    refuse_all_but_inserts(db)


@MIGRATIONS()
def m009_what_stands(db: Database) -> None:
    """What of the log counts: what nobody took back, the decision that holds, second opinions still to be given.

    A second opinion is given once two editors have decided, the later of them after it was asked for.
    """
    db.execute("""
        CREATE VIEW standing_decisions AS
        SELECT * FROM decisions AS d
        WHERE kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions AS u WHERE u.undoes = d.id)
    """)
    db.execute("""
        CREATE VIEW latest_decisions AS
        SELECT * FROM standing_decisions AS d
        WHERE kind = 'decision' AND NOT EXISTS (
            SELECT 1 FROM standing_decisions AS later
            WHERE later.pair_key = d.pair_key AND later.kind = 'decision'
                AND (later.decided_at, later.id) > (d.decided_at, d.id)
        )
    """)
    db.execute("""
        CREATE VIEW requested_opinions AS
        SELECT * FROM standing_decisions AS r
        WHERE kind = 'second_opinion' AND NOT EXISTS (
            SELECT 1 FROM standing_decisions AS first
            JOIN standing_decisions AS second ON second.pair_key = first.pair_key
            WHERE first.pair_key = r.pair_key AND first.decision <> 'unsure' AND second.decision <> 'unsure'
                AND second.decided_by <> first.decided_by
                AND second.decided_at > first.decided_at AND second.decided_at > r.decided_at
        )
    """)


@MIGRATIONS()
def m010_views(db: Database) -> None:
    """How compared pairs stand by all that the log says of their two wordings; the open ones; topics.

    ``second_opinion`` is ``asked`` until it is given, ``given`` when two editors have decided, ``proposed`` for a
    finding of severity ``high`` that one editor alone has decided.
    """
    db.execute("""
        CREATE VIEW compared_pairs AS
        SELECT p.id, p.topic, p.verdict, p.severity, a.subject AS a_subject, b.subject AS b_subject,
            CASE WHEN d.decision IS NULL OR d.decision = 'unsure' THEN 'open' ELSE 'decided' END AS status,
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
            p.a, p.b, p.key
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
        CREATE VIEW topics AS
        SELECT topic, count(*) AS pairs,
            sum(verdict IN ('conflict', 'tension', 'time_drift')) AS findings,
            sum(status = 'open' AND verdict IN ('conflict', 'tension', 'time_drift')) AS open_findings
        FROM compared_pairs GROUP BY topic
    """)
