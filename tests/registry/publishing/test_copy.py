"""The copy that may be shown to anybody: what goes along, and that nothing else can be found in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from registry import decisions
from registry.connection import Registry, open_registry
from registry.model import Judgement, Status, Verification
from registry.publishing.copy import Kept, write_copy
from registry.queries import PairFilter, find_pairs
from registry.verification import verify
from sources.errors import UsageError
from tests.registry.newsroom import Newsroom
from tests.registry.samples import claim, keep, pair_all

EDITORS = ("Zhuge Liang", "Cao Cao", "Sun Quan")
NOTE = "Liu Bei told us on the telephone"


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    """Three articles that disagree, one pair judged; a manifest with a key of its own; a full path."""
    with open_registry(tmp_path / "registry.db", create=True) as registry:
        for name, value, number in (
            ("one.txt", "三百家", 300),
            ("/home/zhuge/two.txt", "三十家", 30),
            ("c.txt", "三家", 3),
        ):
            text = f"据悉，港口去年有企业{value}。"
            pair_all(registry, keep(registry, name, text, claim(text, f"港口去年有企业{value}", value, number)))
        registry.db.execute('UPDATE sources SET extra = \'{"reporter": "Zhou Yu"}\'')
        registry.db.conn.commit()
        pair = find_pairs(registry.db, PairFilter())[0].id
        decisions.record(registry, pair, Judgement.A_WRONG, by=EDITORS[0], note=NOTE, right="290")
        decisions.record(registry, pair, Judgement.B_WRONG, by=EDITORS[1])
        decisions.assign(registry, pair, EDITORS[2], by=EDITORS[2])
        yield registry


def copied(registry: Registry, kept: Kept) -> Path:
    target = registry.path.with_name("copy.db")
    write_copy(registry, target, kept)
    return target


def test_no_editor_and_no_note_can_be_found_in_the_file(registry: Registry) -> None:
    written = copied(registry, Kept()).read_bytes()
    for secret in (*EDITORS, NOTE, "Zhou Yu", "/home/zhuge"):
        assert secret.encode() in b"".join(path.read_bytes() for path in registry.path.parent.glob("registry.db*"))
        assert secret.encode() not in written, secret


def test_what_was_judged_stays_and_what_nobody_judged_goes(registry: Registry) -> None:
    with open_registry(copied(registry, Kept())) as copy:
        (pair,) = find_pairs(copy.db, PairFilter(statuses=()))
        assert pair.status is Status.DECIDED
        assert pair.decision is not None
        assert (pair.decision.judgement, pair.decision.by) == (Judgement.B_WRONG, "editor 2")
        assert copy.db.execute("SELECT count(*) FROM claims").fetchone() == (3,)


def test_names_and_open_findings_go_along_where_they_are_asked_for(registry: Registry) -> None:
    with open_registry(copied(registry, Kept(editors=True, undecided=True))) as copy:
        found = find_pairs(copy.db, PairFilter(statuses=()))
    assert {pair.status for pair in found} == {Status.DECIDED, Status.OPEN}
    assert {pair.decision.by for pair in found if pair.decision} == {EDITORS[1]}


def test_the_log_of_the_copy_refuses_changes_as_the_original_does(registry: Registry) -> None:
    with closing(sqlite3.connect(copied(registry, Kept()))) as copy:
        for statement in ("DELETE FROM decisions", "UPDATE decisions SET note = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                copy.execute(statement)


def test_one_file_and_sound(registry: Registry) -> None:
    target = copied(registry, Kept())
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [path.name for path in target.parent.glob("copy.db*")] == ["copy.db"]


def test_the_original_is_as_it_was(registry: Registry) -> None:
    before = list(registry.db.conn.iterdump())
    copied(registry, Kept())
    assert list(registry.db.conn.iterdump()) == before


def test_nothing_is_overwritten(registry: Registry) -> None:
    target = copied(registry, Kept())
    with pytest.raises(UsageError, match="is there already"):
        write_copy(registry, target, Kept())


def test_two_files_of_one_name_keep_apart_without_their_folders(registry: Registry) -> None:
    keep(registry, "/srv/zhuge/two.txt", "二。")
    keep(registry, "/srv/zhuge/three/two.txt", "三。")
    with open_registry(copied(registry, Kept())) as copy:
        names = {row["name"] for row in copy.db.query("SELECT name FROM sources")}
    assert names == {"one.txt", "c.txt", "two.txt", "two-2.txt", "two-3.txt"}


def test_an_editor_who_calls_herself_like_another_ones_number_stays_herself(registry: Registry) -> None:
    pair = find_pairs(registry.db, PairFilter(statuses=()))[-1].id
    for name in ("editor 2", "editor 1"):
        decisions.record(registry, pair, Judgement.BOTH_RIGHT, by=name)
    with open_registry(copied(registry, Kept())) as copy:
        names = [row["decided_by"] for row in copy.db.query("SELECT decided_by FROM decisions ORDER BY decided_at")]
    assert names == [f"editor {number}" for number in (1, 2, 3, 4)]


def test_what_an_article_said_before_is_nowhere_in_the_file(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    room.add(one="雾湾港有渔船340艘。", two="雾湾港有渔船34艘。")
    room.decide(room.pair("340艘", "34艘"), Judgement.A_WRONG)
    room.add(one="雾湾港有渔船35艘。")
    room.add(one="雾湾港有渔船36艘。")
    with open_registry(room.settings.database) as registry:
        with registry.transaction():
            registry.db.execute("INSERT INTO reader_answers VALUES ('1', 'model', '1', '{\"quote\": \"渔船340艘\"}')")
        verified = find_pairs(registry.db, PairFilter())[0]
        verify(registry, verified.b.id, Verification.SUPPORTED, by="Lin")
        assert "渔船340艘".encode() in copied_text(registry, registry.path)
        for kept in (Kept(), Kept(editors=True, undecided=True)):
            target = copied(registry, kept)
            assert "渔船340艘".encode() not in target.read_bytes()
            with closing(sqlite3.connect(target)) as copy:
                assert copy.execute("SELECT kind, count(*) FROM decisions").fetchall() == [("verify", 1)]
                assert copy.execute("SELECT max(number), count(*) FROM versions WHERE source = 1").fetchone() == (3, 1)
            target.unlink()


def test_a_finding_that_was_looked_at_without_a_result_stays_at_home(registry: Registry) -> None:
    pair = next(pair for pair in find_pairs(registry.db, PairFilter()))
    decisions.record(registry, pair.id, Judgement.UNSURE, by="Lin")
    for kept, number in ((Kept(), 0), (Kept(undecided=True), 1)):
        target = copied(registry, kept)
        with closing(sqlite3.connect(target)) as copy:
            assert copy.execute("SELECT count(*) FROM decisions WHERE decision = 'unsure'").fetchone() == (number,)
        target.unlink()


def test_the_same_registry_gives_the_same_bytes(registry: Registry) -> None:
    first = copied(registry, Kept())
    bytes_of_first = first.read_bytes()
    first.unlink()
    assert copied(registry, Kept()).read_bytes() == bytes_of_first


def copied_text(registry: Registry, path: Path) -> bytes:
    """All that the files of a registry hold, its write-ahead log too."""
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
