"""The tables of a registry, as an ordered list of small migrations; the log's stand in ``decision_tables.py``.

Columns hold what the fields of the same name mean in a claim or a compared pair; offsets are code points of
``documents.text`` unless their name says bytes. Numbers are stored twice: exactly as text (``low``) and as a float
for sorting (``low_number``); dates are text and sort as such. Times are UTC.

What the machine found (``claims``, ``claim_keys``, ``pairs``) can be deleted and found again at any time. What a
person decided is only ever added to: triggers refuse everything else, whoever asks. What stood in texts that have
been replaced (``past_claims``, ``closed_pairs``) is kept until it is pruned.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from registry.decision_tables import decision_tables, refuse_all_but_inserts
from registry.search import index_text

APPLICATION_ID = 0x436C5267
"""``ClRg``: tells a registry from another program's SQLite file (``PRAGMA application_id``)."""

SCHEMA_VERSION = 17
"""How many migrations this release knows (``PRAGMA user_version``)."""

MIGRATIONS = Migrations("registry")


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
