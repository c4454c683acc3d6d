"""Decisions: added by whoever may, changed by nobody."""

from __future__ import annotations

import sqlite3
import subprocess
import threading
from pathlib import Path

import pytest

from claims.model import Verdict
from registry import load, queries
from registry.connection import Registry, open_registry
from registry.decisions import NAME_LIMIT, NOTE_LIMIT, default_author, history, record
from registry.ingest import remove_source
from registry.method import Method
from registry.model import Judgement, Status
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


SAME = "id, pair_key, a_key, b_key"
OTHER = "'new', pair_key, a_key, b_key"

ATTACKS = [
    "UPDATE decisions SET decision = 'b_wrong'",
    "UPDATE OR REPLACE decisions SET note = 'x'",
    "UPDATE OR IGNORE decisions SET note = 'x'",
    "DELETE FROM decisions",
    "DELETE FROM decisions WHERE decided_by = 'Lin'",
    f"INSERT OR REPLACE INTO decisions SELECT {SAME}, 'unsure', '', 'Mallory', decided_at FROM decisions",
    f"REPLACE INTO decisions SELECT {SAME}, 'unsure', '', 'Mallory', decided_at FROM decisions",
    f"INSERT OR IGNORE INTO decisions SELECT {SAME}, 'unsure', '', 'Mallory', decided_at FROM decisions",
    f"INSERT INTO decisions SELECT {SAME}, 'unsure', '', 'Mallory', decided_at FROM decisions WHERE true "
    "ON CONFLICT (id) DO UPDATE SET decided_by = 'Mallory'",
    f"INSERT INTO decisions SELECT {OTHER}, 'right', '', 'Chen', decided_at FROM decisions",
    f"INSERT INTO decisions SELECT {OTHER}, 'unsure', '', '  ', decided_at FROM decisions",
    f"INSERT INTO decisions SELECT {OTHER}, 'unsure', '', 'Chen', 'yesterday' FROM decisions",
    f"INSERT INTO decisions SELECT {OTHER}, 'unsure', '', 'Chen', '2030-01-01T00:00:00Z' FROM decisions",
    f"INSERT INTO decisions SELECT {OTHER}, 'unsure', printf('%.*c', 20000, 'x'), 'Chen', decided_at FROM decisions",
    "INSERT INTO decisions SELECT NULL, pair_key, a_key, b_key, 'unsure', '', 'Chen', decided_at FROM decisions",
]


@pytest.mark.parametrize("recursive", ["on", "off"])
@pytest.mark.parametrize("statement", ATTACKS)
def test_the_database_itself_refuses_everything_but_a_sound_insert(place: Path, statement: str, recursive: str) -> None:
    with open_registry(place) as registry:
        record(registry, only_pair(registry), Judgement.A_WRONG, by="Lin")
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
            f"INSERT INTO decisions SELECT {OTHER}, 'unsure', '', 'Chen', '2999-01-01T00:00:00.000000Z' FROM decisions"
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
        assert now.decision == log[-1]
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
