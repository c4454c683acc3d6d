"""What holds after any edits: decisions never move to other words, none is lost, old words bring the old state back."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims.identity import pair_key
from registry import decision_file, load
from registry.connection import open_registry
from registry.decision_line import FiledLine
from registry.decision_transfer import export_entries, import_entries
from registry.model import Judgement, Status
from tests.registry.newsroom import STANDING, Newsroom

SENTENCES = (
    "岚港市共有机器人企业340家。",
    "岚港市共有机器人企业430家。",
    "岚港市现有机器人企业340家，比去年多。",
    "嵐港市共有機器人企業340家。",
    "步云机器人的员工有900人。",
    "步云机器人的员工有950人。",
    "The port has 340 registered fishing boats.",
    "新馆的书架还空着，馆长说不急。",
)
OTHER = "记者了解到，岚港市共有机器人企业34家。\n去年，步云机器人的员工有1000人。\n"

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).flatmap(
    lambda said: st.sampled_from(("", "\n", "\n\n")).map(lambda gap: f"{gap.join(said)}\n")
)
steps = st.one_of(
    texts.map(lambda text: ("edit", text)),
    st.tuples(st.just("decide"), st.sampled_from(Judgement)),
    st.just(("undo", "")),
)
COME_BACK_TWICE: list[tuple[str, str]] = [
    ("edit", "步云机器人的员工有900人。岚港市共有机器人企业430家。\n"),
    ("edit", "岚港市共有机器人企业340家。岚港市共有机器人企业340家。\n"),
    ("decide", Judgement.A_WRONG),
]
"""A sentence is edited away, comes back twice and is decided only then: what took its place meanwhile follows it."""

slow = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def take(room: Newsroom, step: tuple[str, str]) -> None:
    """One step: the text of the article, or something that is decided or taken back on the first pair there is."""
    deed, word = step
    if deed == "edit":
        room.add(one=word)
    elif deed == "decide" and (pairs := room.pairs(Status.OPEN, Status.REOPENED)):
        room.decide(pairs[0], Judgement(word))
    elif deed == "undo" and (pairs := room.pairs(Status.DECIDED)):
        assert pairs[0].decision is not None
        room.undo(pairs[0], pairs[0].decision.id)


@slow
@given(texts, st.lists(steps, max_size=5))
@example("岚港市共有机器人企业340家。\n", COME_BACK_TWICE)
def test_after_any_steps(text: str, taken: list[tuple[str, str]]) -> None:
    def lines(found: tuple[FiledLine, ...]) -> list[str]:
        return list(decision_file.lines(found))

    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        room, fresh = Newsroom(Path(one)), Newsroom(Path(two))
        room.add(one=text, two=OTHER)
        log: list[tuple[object, ...]] = []
        for step in taken:
            take(room, step)
            text = step[1] if step[0] == "edit" else text
            now = room.log()
            assert set(log) <= set(now), "the log only grows"
            log = now
            assert_decisions_fit(room)
        fresh.add(one=text, two=OTHER)
        with open_registry(room.settings.database) as registry:
            entries = export_entries(registry.db)
        with open_registry(fresh.settings.database) as registry:
            import_entries(registry, entries)
            assert lines(export_entries(registry.db)) == lines(entries)
        assert room.told() == fresh.told(), "built again from the texts and the file of decisions"


def assert_decisions_fit(room: Newsroom) -> None:
    """Every decision stands on the very words it was made on, and can be found; what is reopened says why."""
    pairs = room.pairs()
    standing = {pair.key for pair in pairs if pair.status in STANDING}
    closed = {pair.key for pair in pairs if pair.status is Status.CLOSED}
    assert not standing & closed
    for pair in pairs:
        keys = sorted((pair.a.claim.key, pair.b.claim.key))
        assert pair.key == pair_key(*keys)
        if pair.decision:
            assert [pair.decision.a_key, pair.decision.b_key] == keys
        if pair.status is Status.REOPENED:
            assert pair.previous is not None
            was = {pair.previous.a.key, pair.previous.b.key}
            assert was == {pair.previous.decision.a_key, pair.previous.decision.b_key} != set(keys)
    with open_registry(room.settings.database) as registry:
        decided = {row["pair_key"] for row in load.rows(registry.db, "SELECT pair_key FROM decisions")}
    assert decided <= standing | closed


@slow
@given(texts, texts, st.lists(st.sampled_from(Judgement), max_size=2))
def test_the_old_text_brings_everything_back(first: str, second: str, judgements: list[Judgement]) -> None:
    with TemporaryDirectory() as folder:
        room = Newsroom(Path(folder))
        room.add(one=first, two=OTHER)
        for judgement in judgements:
            take(room, ("decide", judgement))
        before = room.told()
        room.add(one=second)
        room.add(one=first)
        assert room.told() == before
