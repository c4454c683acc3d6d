"""Decisions: added by whoever may, changed by nobody."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from claims.model import Verdict
from registry import load, queries
from registry.connection import Registry, open_registry
from registry.decisions import ask_second_opinion, assign, default_author, flag, history, record, undo
from registry.entries import undone
from registry.ingest import remove_source
from registry.limits import NAME_LIMIT, NOTE_LIMIT, RIGHT_LIMIT
from registry.method import Method
from registry.model import EntryKind, Judgement, SecondOpinion, Status
from registry.schema import APPLICATION_ID, MIGRATIONS
from sources.errors import UsageError
from tests.registry.samples import claim, keep, pair_all

OURS = "港口有340家企业。"
THEIRS = "港口有430家企业。"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A registry with one conflict between two sources."""
    path = tmp_path / "registry.db"
    with open_registry(path, create=True) as registry:
        keep(registry, "a.txt", OURS, claim(OURS, "港口有340家企业", "340家", 340))
        pair_all(registry, keep(registry, "b.txt", THEIRS, claim(THEIRS, "港口有430家企业", "430家", 430)))
    return path


def only_pair(registry: Registry) -> str:
    return queries.find_pairs(registry.db, queries.PairFilter(verdicts=(), statuses=()))[0].id


def test_each_decision_is_kept_and_the_last_holds(place: Path) -> None:
    with open_registry(place) as registry:
        pair = only_pair(registry)
        for judgement in Judgement:
            now = record(registry, pair, judgement, by="Lin Wei", note="asked the bureau")
            assert now.decision is not None
            assert (now.decision.judgement, now.decision.by) == (judgement, "Lin Wei")
            assert now.status is (Status.OPEN if judgement is Judgement.UNSURE else Status.DECIDED)
            assert (now.correction == "pending") is judgement.finds_error
        assert [decision.judgement for decision in history(registry.db, now.key)] == list(Judgement)


def test_the_value_that_is_right_stands_with_the_decision(place: Path) -> None:
    with open_registry(place) as registry:
        now = record(registry, only_pair(registry), Judgement.BOTH_WRONG, by="Lin", right=" 435 家\n")
        assert now.decision is not None
        assert now.decision.right == "435 家"
        with pytest.raises(UsageError, match="--right"):
            record(registry, now.id, Judgement.BOTH_WRONG, by="Lin", right="x" * (RIGHT_LIMIT + 1))


def test_after_an_undo_the_decision_before_holds_again(place: Path) -> None:
    with open_registry(place) as registry:
        pair = only_pair(registry)
        record(registry, pair, Judgement.A_WRONG, by="Lin")
        record(registry, pair, Judgement.BOTH_RIGHT, by="Chen")
        back = undo(registry, pair, by="Lin", note="the scope is the same")
        assert back.decision is not None
        assert (back.decision.judgement, back.status, back.correction) == (
            Judgement.A_WRONG,
            Status.DECIDED,
            "pending",
        )
        bare = undo(registry, pair, by="Lin")
        assert (bare.decision, bare.status, bare.correction) == (None, Status.OPEN, None)
        with pytest.raises(UsageError, match="no decision to take back"):
            undo(registry, pair, by="Lin")
        log = history(registry.db, back.key)
        assert [entry.kind.value for entry in log] == ["decision", "decision", "undo", "undo"]
        assert undone(log) == {log[0].id, log[1].id}


def test_one_entry_can_be_taken_back_by_its_id_and_only_once(place: Path) -> None:
    with open_registry(place) as registry:
        pair = only_pair(registry)
        first = record(registry, pair, Judgement.A_WRONG, by="Lin").decision
        assert first is not None
        record(registry, pair, Judgement.UNSURE, by="Chen")
        now = undo(registry, pair, by="Lin", entry=first.id)
        assert now.decision is not None
        assert now.decision.judgement is Judgement.UNSURE
        for gone in (first.id, history(registry.db, now.key)[-1].id, "unheard-of"):
            with pytest.raises(UsageError, match="no decision to take back"):
                undo(registry, pair, by="Lin", entry=gone)


def test_a_flag_goes_up_and_down_beside_the_decision(place: Path) -> None:
    with open_registry(place) as registry:
        pair = only_pair(registry)
        assert flag(registry, pair, by="Lin", note="ask the port").flagged
        assert flag(registry, pair, by="Chen").flagged
        assert record(registry, pair, Judgement.A_WRONG, by="Chen").flagged
        down = flag(registry, pair, by="Chen", on=False)
        assert (down.flagged, down.status) == (False, Status.DECIDED)
        assert [entry.kind.value for entry in history(registry.db, down.key)] == ["flag", "decision", "undo"]
        assert flag(registry, pair, by="Lin").flagged


def test_a_pair_belongs_to_whom_it_was_given_last(place: Path) -> None:
    with open_registry(place) as registry:
        pair = only_pair(registry)
        assert assign(registry, pair, "Chen  Yu", by="Lin").assignee == "Chen Yu"
        assert assign(registry, pair, "Chen Yu", by="Lin").assignee == "Chen Yu"
        assert assign(registry, pair, "Zhao", by="Lin").assignee == "Zhao"
        nobody = assign(registry, pair, None, by="Lin")
        assert (nobody.assignee, nobody.status) == (None, Status.OPEN)
        assert len(history(registry.db, nobody.key)) == 3
        with pytest.raises(UsageError, match="--assign"):
            assign(registry, pair, " ", by="Lin")


def test_a_second_opinion_is_proposed_asked_for_and_given(place: Path) -> None:
    with open_registry(place) as registry:
        pair = only_pair(registry)
        assert queries.pair_by_id(registry.db, pair).second_opinion is None
        one = record(registry, pair, Judgement.A_WRONG, by="Lin")
        assert (one.ruling.severity.value, one.second_opinion) == ("high", SecondOpinion.PROPOSED)
        asked = ask_second_opinion(registry, pair, by="Lin")
        assert (asked.second_opinion, asked.status) == (SecondOpinion.ASKED, Status.DECIDED)
        same = record(registry, pair, Judgement.BOTH_WRONG, by="Lin")
        assert same.second_opinion is SecondOpinion.ASKED
        assert record(registry, pair, Judgement.UNSURE, by="Chen").second_opinion is SecondOpinion.ASKED
        given = record(registry, pair, Judgement.BOTH_WRONG, by="Chen")
        assert given.second_opinion is SecondOpinion.GIVEN
        again = ask_second_opinion(registry, pair, by="Zhao")
        assert again.second_opinion is SecondOpinion.ASKED
        assert ask_second_opinion(registry, pair, by="Zhao", on=False).second_opinion is SecondOpinion.GIVEN


def test_several_steps_in_one_transaction_are_kept_together_or_not_at_all(place: Path) -> None:
    with open_registry(place) as registry:
        pair = only_pair(registry)

        def both(assignee: str) -> None:
            with registry.transaction():
                record(registry, pair, Judgement.A_WRONG, by="Lin")
                assign(registry, pair, assignee, by="Lin")

        with pytest.raises(UsageError, match="--assign"):
            both("")
        assert history(registry.db, queries.pair_by_id(registry.db, pair).key) == ()
        both("Chen")
        kinds = [entry.kind for entry in history(registry.db, queries.pair_by_id(registry.db, pair).key)]
        assert kinds == [EntryKind.DECISION, EntryKind.ASSIGN]


def test_what_was_said_then_is_kept_beside_the_log(place: Path) -> None:
    with open_registry(place) as registry:
        pair = record(registry, only_pair(registry), Judgement.A_WRONG, by="Lin")
        kept = {row["side"]: row for row in load.rows(registry.db, "SELECT * FROM decision_quotes")}
        assert {side: kept[side]["quote"] for side in "ab"} == {"a": pair.a.claim.quote, "b": pair.b.claim.quote}
        log = "\n".join(str(row) for row in load.rows(registry.db, "SELECT * FROM decisions"))
        assert "港口" not in log


def test_removing_a_source_removes_its_words_and_keeps_the_decision(place: Path) -> None:
    with open_registry(place) as registry:
        pair = record(registry, only_pair(registry), Judgement.B_WRONG, by="Lin")
        source = load.source_named(registry.db, "b.txt")
        assert source is not None
        remove_source(registry, source, Method())
        assert [d.judgement for d in history(registry.db, pair.key)] == [Judgement.B_WRONG]
        assert {row["source"] for row in load.rows(registry.db, "SELECT source FROM decision_quotes")} == {"a.txt"}
    assert "430家企业".encode() not in b"".join(path.read_bytes() for path in place.parent.iterdir())


COLUMNS = "(id, kind, pair_key, a_key, b_key, decision, note, decided_by, decided_at)"
SAME = "id, 'decision', pair_key, a_key, b_key"
OTHER = "'new', 'decision', pair_key, a_key, b_key"
LAST = "FROM decisions LIMIT 1"

ATTACKS = [
    "UPDATE decisions SET decision = 'b_wrong'",
    "UPDATE OR REPLACE decisions SET note = 'x'",
    "UPDATE OR IGNORE decisions SET note = 'x'",
    "DELETE FROM decisions",
    "DELETE FROM decisions WHERE decided_by = 'Lin'",
    f"INSERT OR REPLACE INTO decisions {COLUMNS} SELECT {SAME}, 'unsure', '', 'Mallory', decided_at {LAST}",
    f"REPLACE INTO decisions {COLUMNS} SELECT {SAME}, 'unsure', '', 'Mallory', decided_at {LAST}",
    f"INSERT OR IGNORE INTO decisions {COLUMNS} SELECT {SAME}, 'unsure', '', 'Mallory', decided_at {LAST}",
    f"INSERT INTO decisions {COLUMNS} SELECT {SAME}, 'unsure', '', 'Mallory', decided_at FROM decisions WHERE true "
    "ON CONFLICT (id) DO UPDATE SET decided_by = 'Mallory'",
    f"INSERT INTO decisions {COLUMNS} SELECT {SAME}, 'unsure', '', 'Mallory', decided_at FROM decisions WHERE true "
    "ON CONFLICT DO NOTHING",
]

UNSOUND = [
    "'new', 'decision', pair_key, a_key, b_key, 'right', '', 'Chen', decided_at",
    "'new', 'decision', pair_key, a_key, b_key, NULL, '', 'Chen', decided_at",
    "'new', 'decision', NULL, a_key, b_key, 'unsure', '', 'Chen', decided_at",
    "'new', 'opinion', pair_key, a_key, b_key, 'unsure', '', 'Chen', decided_at",
    "'new', 'flag', pair_key, a_key, b_key, 'unsure', '', 'Chen', decided_at",
    "'new', 'undo', pair_key, a_key, b_key, NULL, '', 'Chen', decided_at",
    "'new', 'verify', NULL, a_key, NULL, NULL, '', 'Chen', decided_at",
    "'new', 'decision', pair_key, a_key, b_key, 'unsure', '', '  ', decided_at",
    "'new', 'decision', pair_key, a_key, b_key, 'unsure', '', 'Chen', 'yesterday'",
    "'new', 'decision', pair_key, a_key, b_key, 'unsure', '', 'Chen', '2030-01-01T00:00:00Z'",
    "'new', 'decision', pair_key, a_key, b_key, 'unsure', printf('%.*c', 20000, 'x'), 'Chen', decided_at",
    "NULL, 'decision', pair_key, a_key, b_key, 'unsure', '', 'Chen', decided_at",
]


@pytest.mark.parametrize("row", UNSOUND)
def test_switching_checks_off_does_not_let_an_unsound_row_in(place: Path, row: str) -> None:
    with open_registry(place) as registry:
        record(registry, only_pair(registry), Judgement.A_WRONG, by="Lin")
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(f"INSERT INTO decisions {COLUMNS} SELECT {row} {LAST}")
        connection.execute(f"INSERT INTO decisions {COLUMNS} SELECT {OTHER}, 'unsure', '', 'Chen', decided_at {LAST}")


def test_the_trigger_checks_what_the_table_checks(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        (table,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'decisions'").fetchone()
        (trigger,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'decisions_no_unsound'").fetchone()
    checks = [
        re.sub(r"\s+", " ", check)
        for check in re.findall(r"CHECK \((.*)\)(?:,| --|\n|$)", re.sub(r",\n\s+'", ", '", table))
    ]
    assert len(checks) == trigger.count("IS FALSE") == 17
    for check in checks:
        assert f"({check}) IS FALSE" in trigger, check


@pytest.mark.parametrize("recursive", ["on", "off"])
@pytest.mark.parametrize(
    "statement", [*ATTACKS, *(f"INSERT INTO decisions {COLUMNS} SELECT {row} {LAST}" for row in UNSOUND)]
)
def test_the_database_itself_refuses_everything_but_a_sound_insert(place: Path, statement: str, recursive: str) -> None:
    with open_registry(place) as registry:
        pair = record(registry, only_pair(registry), Judgement.A_WRONG, by="Lin").id
        flag(registry, pair, by="Lin")
    connection = sqlite3.connect(place)
    connection.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = connection.execute("SELECT * FROM decisions").fetchall()
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    assert connection.execute("SELECT * FROM decisions").fetchall() == before
    connection.close()


def test_anyone_may_add_a_sound_row(place: Path) -> None:
    with open_registry(place) as registry:
        pair = record(registry, only_pair(registry), Judgement.A_WRONG, by="Lin")
    with sqlite3.connect(place) as connection:
        connection.execute(
            f"INSERT INTO decisions {COLUMNS} "
            f"SELECT {OTHER}, 'unsure', '', 'Chen', '2999-01-01T00:00:00.000000Z' {LAST}"
        )
    connection.close()
    with open_registry(place) as registry:
        assert queries.pair_by_id(registry.db, pair.id).status is Status.OPEN
        # A clock that is behind does not keep the next decision from holding.
        assert record(registry, pair.id, Judgement.MISREAD, by="Lin").status is Status.DECIDED


def test_a_decision_holds_for_all_pairs_of_the_same_wordings(place: Path) -> None:
    with open_registry(place) as registry:
        again = f"转载。{THEIRS}"
        pair_all(registry, keep(registry, "c.txt", again, claim(again, "港口有430家企业", "430家", 430)))
        conflicts = queries.find_pairs(registry.db, queries.PairFilter(verdicts=(Verdict.CONFLICT,), statuses=()))
        twice = [pair for pair in conflicts if pair.a.claim.key != pair.b.claim.key]
        assert [pair.id for pair in sorted(twice, key=lambda pair: pair.id)] == [twice[0].key, f"{twice[0].key}-2"]
        record(registry, twice[1].id, Judgement.SUPERSEDED, by="Lin")
        assert all(queries.pair_by_id(registry.db, pair.id).status is Status.DECIDED for pair in twice)


@pytest.mark.parametrize(
    ("by", "note", "said"),
    [
        ("", "", "is empty"),
        (" \t\u3000", "", "is empty"),
        ("—", "", "is empty"),
        ("x" * (NAME_LIMIT + 1), "", "characters"),
        ("Lin", "x" * (NOTE_LIMIT + 1), "characters"),
        ("Lin", "长" * 1_000_000, "characters"),
    ],
)
def test_what_no_one_would_mean_is_refused(place: Path, by: str, note: str, said: str) -> None:
    with open_registry(place) as registry:
        with pytest.raises(UsageError, match=said):
            record(registry, only_pair(registry), Judgement.A_WRONG, by=by, note=note)
        assert load.scalar(registry.db, "SELECT count(*) FROM decisions") == 0


def test_words_that_are_no_text_are_kept_as_escapes(place: Path) -> None:
    with open_registry(place) as registry:
        now = record(registry, only_pair(registry), Judgement.A_WRONG, by="L\udcffn", note="\ud83d")
        assert now.decision is not None
        assert (now.decision.by, now.decision.note) == ("L\\udcffn", "\\ud83d")


def test_two_at_once_are_both_kept_and_the_later_holds(place: Path) -> None:
    with open_registry(place) as registry:
        pair = only_pair(registry)
    ready = threading.Barrier(2)

    def decide(judgement: Judgement, by: str) -> None:
        with open_registry(place) as registry:
            ready.wait()
            for _ in range(5):
                record(registry, pair, judgement, by=by)

    threads = [
        threading.Thread(target=decide, args=who) for who in ((Judgement.A_WRONG, "Lin"), (Judgement.B_WRONG, "Chen"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_registry(place) as registry:
        now = queries.pair_by_id(registry.db, pair)
        log = history(registry.db, now.key)
        assert sorted(decision.by for decision in log) == ["Chen"] * 5 + ["Lin"] * 5
        assert now.decision is not None
        assert now.decision.id == log[-1].id
        assert len({decision.at for decision in log}) == 10


def test_the_author_is_asked_of_git_and_then_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "-C", tmp_path, "config", "user.name", "Lin Wei"], check=True)
    assert default_author(tmp_path) == "Lin Wei"
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("LOGNAME", "lin")
    assert default_author(tmp_path) == "lin"


def test_a_user_without_a_name_is_asked_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError(10001)

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("getpass.getuser", nobody)
    with pytest.raises(UsageError, match="--by"):
        default_author(tmp_path)


def test_a_log_of_the_first_schema_is_kept_whole(tmp_path: Path) -> None:
    path = tmp_path / "registry.db"
    with sqlite3.connect(path) as connection:
        db = Database(connection)
        MIGRATIONS.apply(db, stop_before="m008_decision_log")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 7")
        old = ("one", "pair", "a", "b", "a_wrong", "as the port says", "Lin", "2026-01-02T03:04:05.000006Z")
        connection.execute("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", old)
        quote = ("one", "a", "a.txt", None, "340家", OURS)
        connection.execute("INSERT INTO decision_quotes VALUES (?, ?, ?, ?, ?, ?)", quote)
    connection.close()
    with open_registry(path) as registry:
        (entry,) = history(registry.db, "pair")
        assert (entry.kind, entry.judgement, entry.note, entry.by, entry.at) == (
            EntryKind.DECISION,
            Judgement.A_WRONG,
            *old[5:],
        )
        assert registry.db.execute("SELECT * FROM decision_quotes").fetchall() == [quote]
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            registry.db.execute("DELETE FROM decisions")
