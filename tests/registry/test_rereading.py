"""Articles that change: decisions stay with what is still said, come back where it changed, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Fate, Verdict
from registry.changes import ChangeSum
from registry.connection import open_registry
from registry.decision_transfer import export_entries, import_entries
from registry.lookup import find_key
from registry.model import Judgement, Status
from registry.removal import remove
from sources.errors import KeyNotFoundError
from tests.registry.newsroom import Newsroom

ONE = "岚港市科技局说，岚港共有机器人企业340家。\n名单每年更新一次。\n"
TWO = "记者了解到，岚港共有机器人企业34家。\n"
EDITED = ONE.replace("340家", "430家")


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """Two articles that disagree."""
    room = Newsroom(tmp_path)
    room.add(one=ONE, two=TWO)
    return room


def test_a_corrected_value_reopens_what_was_decided(newsroom: Newsroom) -> None:
    old = newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT, note="another year")
    summary = newsroom.add(one=EDITED)
    assert summary.changes == ChangeSum(found=0, gone=0, reopened=1)
    new, closed = newsroom.pair("430家", "34家"), newsroom.pair("340家", "34家")
    assert (new.status, new.decision) == (Status.REOPENED, None)
    assert new.previous is not None
    assert (new.previous.key, new.previous.decision) == (old.key, old.decision)
    now = {said.key: said.value_quote for said in (new.previous.a, new.previous.b)}
    assert set(now.values()) == {"340家", "34家"}
    assert now[new.a.claim.key if new.a.claim.value_quote == "34家" else new.b.claim.key] == "34家"
    assert (closed.status, closed.decision) == (Status.CLOSED, old.decision)
    assert closed.closing is not None
    assert {closed.closing.a, closed.closing.b} == {Fate.STANDS, Fate.CHANGED}
    assert closed.closing.next == new.key


def test_a_closed_pair_shows_both_sides_as_they_stood(newsroom: Newsroom) -> None:
    old = newsroom.pair("340家", "34家")
    newsroom.add(one=EDITED)
    closed = newsroom.pair("340家", "34家")
    assert (closed.a, closed.b) == (old.a, old.b)
    assert (closed.topic, closed.ruling, closed.score) == (old.topic, old.ruling, old.score)
    newsroom.add(two=TWO.replace("34家", "35家"))
    assert (newsroom.pair("340家", "34家").a, newsroom.pair("340家", "34家").b) == (old.a, old.b)


def test_what_nobody_had_decided_is_simply_open(newsroom: Newsroom) -> None:
    assert newsroom.add(one=EDITED).changes == ChangeSum(found=1, gone=1)
    assert newsroom.pair("430家", "34家").status is Status.OPEN
    assert newsroom.pair("340家", "34家").status is Status.CLOSED


def test_unsure_leaves_nothing_to_reopen(newsroom: Newsroom) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.UNSURE)
    newsroom.add(one=EDITED)
    assert newsroom.pair("430家", "34家").status is Status.OPEN


def test_what_is_still_said_stays_decided(newsroom: Newsroom) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.A_WRONG)
    before = newsroom.pair("340家", "34家").decision
    newsroom.add(one="新的标题\n\n名单每年更新一次。\n\n嵐港市科技局說，嵐港共有機器人企業340家。\n")
    (pair,) = newsroom.pairs(Status.DECIDED)
    assert pair.decision == before


def test_a_deleted_sentence_closes_and_a_wrong_one_is_corrected_by_it(newsroom: Newsroom) -> None:
    pair = newsroom.pair("340家", "34家")
    wrong = Judgement.A_WRONG if pair.a.claim.value_quote == "340家" else Judgement.B_WRONG
    newsroom.decide(pair, wrong)
    assert newsroom.add(one="名单每年更新一次。\n").changes == ChangeSum(gone=1)
    closed = newsroom.pair("340家", "34家")
    assert (closed.status, closed.correction) == (Status.CLOSED, "corrected")
    assert closed.closing is not None
    assert (closed.closing.next, {closed.closing.a, closed.closing.b}) == (None, {Fate.STANDS, Fate.GONE})


def test_a_wrong_sentence_that_stands_is_pending_though_the_other_side_is_gone(newsroom: Newsroom) -> None:
    pair = newsroom.pair("340家", "34家")
    newsroom.decide(pair, Judgement.B_WRONG if pair.a.claim.value_quote == "340家" else Judgement.A_WRONG)
    newsroom.add(one="名单每年更新一次。\n")
    assert newsroom.pair("340家", "34家").correction == "pending"


def test_a_quote_that_fits_several_places_is_lost(newsroom: Newsroom) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    sentence = "岚港市科技局说，岚港共有机器人企业{}家。"
    newsroom.add(one=f"{sentence.format(430)}{sentence.format(440)}\n名单每年更新一次。\n")
    closed = newsroom.pair("340家", "34家").closing
    assert closed is not None
    assert (closed.next, Fate.LOST in (closed.a, closed.b)) == (None, True)
    assert newsroom.pairs(Status.REOPENED) == ()


def test_both_sides_change_one_after_the_other(newsroom: Newsroom) -> None:
    old = newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    newsroom.add(one=EDITED, two=TWO.replace("34家", "43家"))
    new = newsroom.pair("430家", "43家")
    assert new.status is Status.REOPENED
    assert new.previous is not None
    assert new.previous.key == old.key
    closed = newsroom.pair("340家", "34家").closing
    assert closed is not None
    assert closed.next == new.key
    newsroom.decide(new, Judgement.SUPERSEDED)
    newsroom.add(one=EDITED.replace("430家", "431家"))
    again = newsroom.pair("431家", "43家")
    assert again.previous is not None
    assert again.previous.key == new.key, "the latest decision is the one to remember"


def test_an_edit_while_the_other_side_is_away_is_remembered(newsroom: Newsroom) -> None:
    old = newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    remove(newsroom.settings, ["two.txt"])
    newsroom.add(one=EDITED)
    newsroom.add(two=TWO)
    new = newsroom.pair("430家", "34家")
    assert (new.status, new.previous and new.previous.key) == (Status.REOPENED, old.key)


def test_the_old_text_brings_the_old_state_back(newsroom: Newsroom) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    before = newsroom.told()
    newsroom.add(one=EDITED)
    assert newsroom.told() != before
    assert newsroom.add(one=ONE).changes == ChangeSum(found=1, gone=1)
    assert newsroom.told() == before
    assert newsroom.pair("430家", "34家").status is Status.CLOSED


def test_a_source_that_is_removed_and_added_again_finds_its_decisions(newsroom: Newsroom) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    remove(newsroom.settings, ["one.txt"])
    assert newsroom.pairs() == ()
    newsroom.add(one=ONE)
    assert newsroom.pair("340家", "34家").status is Status.DECIDED


def test_removing_takes_old_texts_and_closed_pairs_too(newsroom: Newsroom) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    log = newsroom.log()
    newsroom.add(one=EDITED)
    remove(newsroom.settings, ["one.txt", "two.txt"])
    assert newsroom.pairs() == ()
    assert newsroom.log() == log
    data = b"".join(path.read_bytes() for path in newsroom.settings.folder.glob("registry.db*"))
    assert "机器人".encode() not in data


def test_another_source_that_says_the_same_keeps_the_pair_open(newsroom: Newsroom) -> None:
    newsroom.add(three=f"转载。\n{ONE}")
    pair = newsroom.pairs(verdicts=(Verdict.CONFLICT,))[0]
    newsroom.decide(pair, Judgement.BOTH_RIGHT)
    newsroom.add(one=EDITED)
    assert newsroom.pair("340家", "34家").status is Status.DECIDED
    assert newsroom.pair("430家", "34家").status is Status.REOPENED


def test_what_was_undone_reopens_nothing(newsroom: Newsroom) -> None:
    old = newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    newsroom.undo(old)
    newsroom.add(one=EDITED)
    assert newsroom.pair("430家", "34家").status is Status.OPEN


def test_a_reopened_pair_that_is_decided_keeps_its_past(newsroom: Newsroom) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    newsroom.add(one=EDITED)
    now = newsroom.decide(newsroom.pair("430家", "34家"), Judgement.A_WRONG)
    assert now.status is Status.DECIDED
    assert now.previous is not None


def test_a_closed_pair_is_shown_and_not_decided_on(newsroom: Newsroom) -> None:
    old = newsroom.pair("340家", "34家")
    newsroom.add(one=EDITED)
    with open_registry(newsroom.settings.database) as registry:
        assert find_key(registry.db, old.key[:6]).table == "closed_pairs"
        with pytest.raises(KeyNotFoundError, match="is closed"):
            find_key(registry.db, old.key[:6], ("pairs",))


def test_what_is_gone_says_where_to_look(newsroom: Newsroom) -> None:
    old = newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    claim = next(side for side in (old.a, old.b) if side.source.name == "one.txt")
    newsroom.add(one=EDITED)
    new = newsroom.pair("430家", "34家")
    heir = next(side for side in (new.a, new.b) if side.source.name == "one.txt")
    with (
        open_registry(newsroom.settings.database) as registry,
        pytest.raises(KeyNotFoundError, match=f"gone from one.txt; `claims show {heir.id}` shows"),
    ):
        find_key(registry.db, claim.id)
    remove(newsroom.settings, ["two.txt"])
    with (
        open_registry(newsroom.settings.database) as registry,
        pytest.raises(KeyNotFoundError, match="not registered any more; `claims decisions export`"),
    ):
        find_key(registry.db, old.key)


def test_decisions_that_arrive_later_reopen_too(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    with open_registry(newsroom.settings.database) as registry:
        entries = export_entries(registry.db)
    (tmp_path / "other").mkdir()
    other = Newsroom(tmp_path / "other")
    other.add(one=ONE, two=TWO)
    other.add(one=EDITED)
    with open_registry(other.settings.database) as registry:
        import_entries(registry, entries)
    assert other.pair("430家", "34家").status is Status.REOPENED


def test_successions_travel_with_the_decisions(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.decide(newsroom.pair("340家", "34家"), Judgement.BOTH_RIGHT)
    newsroom.add(one=EDITED)
    with open_registry(newsroom.settings.database) as registry:
        entries = export_entries(registry.db)
    (tmp_path / "other").mkdir()
    other = Newsroom(tmp_path / "other")
    other.add(one=EDITED, two=TWO)
    with open_registry(other.settings.database) as registry:
        import_entries(registry, entries)
    assert other.told() == newsroom.told()
    assert other.pair("430家", "34家").status is Status.REOPENED
