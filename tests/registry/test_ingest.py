"""The whole line into a registry: what stands there follows from the sources, not from the way there."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.aliases import Aliases
from registry import ingest, load, queries, records
from registry.config import Settings
from registry.connection import Registry, open_registry
from registry.doctor import misfits
from registry.ingest import Outcome, Summary
from registry.method import Method
from registry.model import Status
from registry.removal import remove
from registry.selection import Submission, select
from registry.thresholds import Thresholds
from sources.errors import KeyNotFoundError, SourceError, UsageError
from sources.reference import SourceRef

TEXTS = [
    "岚港共有340家机器人企业。去年，岚港的机器人企业只有284家。",
    "岚港共有430家机器人企业。步云机器人成立于2016年。",
    "步云机器人成立于2017年，员工超过900人。",
    "步云机器人的员工有900人。岚港共有340家机器人企业。",
]


class Desk:
    """A project folder with its registry."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings.of(folder)

    @property
    def folder(self) -> Path:
        return self.settings.folder

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def add(self, *names: str, published: str | None = None, method: Method | None = None) -> Summary:
        submissions = select(self.settings, [self.folder / name for name in names], None, published)
        return ingest.add(self.settings.database, submissions, method or Method())

    def manifest(self, *rows: dict[str, object]) -> Summary:
        path = self.write("sources.json", json.dumps(rows))
        return ingest.add(self.settings.database, select(self.settings, [], path, None), Method())

    def documents(self) -> set[str]:
        """The sources under which claims are listed."""
        with open_registry(self.settings.database) as registry:
            return {stored.source.name for stored in queries.find_claims(registry.db, queries.ClaimFilter())}

    def state(self) -> list[str]:
        """Everything that the registry tells of what stands, as JSON lines."""
        with open_registry(self.settings.database) as registry:
            assert list(misfits(registry.db)) == []
            assert_counted(registry)
            everything = queries.PairFilter(verdicts=(), statuses=(Status.OPEN, Status.DECIDED, Status.REOPENED))
            told = [records.stored_claim_record(c) for c in queries.find_claims(registry.db, queries.ClaimFilter())]
            told += [records.pair_record(pair) for pair in queries.find_pairs(registry.db, everything)]
            return [json.dumps(record, ensure_ascii=False) for record in told]


def assert_counted(registry: Registry) -> None:
    pairs = """
        SELECT count(*) FROM (SELECT DISTINCT x.claim, y.claim FROM claim_keys AS x
        JOIN claim_keys AS y ON x.key = y.key AND x.claim < y.claim)
    """
    assert load.totals(registry.db).compared == load.scalar(registry.db, pairs)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_adding_the_same_again_changes_nothing(desk: Desk) -> None:
    for number, text in enumerate(TEXTS):
        desk.write(f"{number}.txt", text)
    summary = desk.add(".", published="2025-04")
    assert (summary.outcomes[Outcome.ADDED], summary.done, summary.failures) == (4, 4, [])
    before = desk.state(), desk.settings.database.read_bytes()
    summary = desk.add(".", published="2025-04")
    assert summary.outcomes[Outcome.UNCHANGED] == 4
    assert (desk.state(), desk.settings.database.read_bytes()) == before


def test_changed_bytes_take_the_place_of_the_old_ones(desk: Desk) -> None:
    desk.write("a.txt", TEXTS[0])
    desk.write("b.txt", TEXTS[1])
    desk.add("a.txt", "b.txt")
    desk.write("a.txt", TEXTS[2])
    assert desk.add("a.txt").outcomes[Outcome.REPLACED] == 1
    state = desk.state()
    assert not any("284家" in line for line in state)
    with open_registry(desk.settings.database) as registry:
        assert load.totals(registry.db).documents == 2
        assert [source.name for source in load.sources(registry.db)] == ["a.txt", "b.txt"]


def test_changed_metadata_resolves_dates_anew(desk: Desk) -> None:
    desk.write("a.txt", TEXTS[0])
    desk.manifest({"file": "a.txt", "published": "2025"})
    first = desk.state()
    assert desk.manifest({"file": "a.txt", "published": "2025"}).outcomes[Outcome.UNCHANGED] == 1
    assert desk.manifest({"file": "a.txt", "published": "2031"}).outcomes[Outcome.UPDATED] == 1
    second = desk.state()
    assert first != second
    assert any('"as_of": "2030' in line or '"2030' in line for line in second)


def test_a_bare_path_keeps_what_a_manifest_said(desk: Desk) -> None:
    desk.write("a.txt", TEXTS[0])
    desk.manifest({"file": "a.txt", "published": "2025", "title": "岚港", "desk": "city"})
    assert desk.add("a.txt").outcomes[Outcome.UNCHANGED] == 1
    assert desk.add("a.txt", published="2026").outcomes[Outcome.UPDATED] == 1
    with open_registry(desk.settings.database) as registry:
        source = load.source_named(registry.db, "a.txt")
        assert source is not None
        assert (source.published, source.title, source.extra) == ("2026", "岚港", {"desk": "city"})
    desk.manifest({"file": "a.txt", "title": None})
    with open_registry(desk.settings.database) as registry:
        source = load.source_named(registry.db, "a.txt")
        assert source is not None
        assert (source.published, source.title, source.extra) == (None, None, {})


def test_the_same_bytes_under_a_second_name_add_no_claims(desk: Desk) -> None:
    desk.write("a.txt", TEXTS[0])
    desk.write("b.txt", TEXTS[0])
    desk.add("a.txt", published="2025")
    before = desk.state()
    assert desk.add("b.txt", published="2031").outcomes[Outcome.ADDED] == 1
    assert desk.state() == before
    remove(desk.settings, ["a.txt"])
    assert desk.documents() == {"b.txt"}
    assert any('"2030' in line for line in desk.state())


def test_a_bad_source_among_good_ones(desk: Desk) -> None:
    desk.write("a.txt", TEXTS[0])
    desk.write("empty.txt", " \n")
    (desk.folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    summary = desk.add("a.txt", "gone.txt", "empty.txt", "binary.txt")
    assert (summary.outcomes[Outcome.ADDED], summary.outcomes[Outcome.FAILED]) == (1, 3)
    assert [error.place for error in summary.failures] == ["gone.txt", "empty.txt", "binary.txt"]
    assert desk.documents() == {"a.txt"}


def test_bad_sources_alone_make_no_registry(desk: Desk) -> None:
    assert desk.add("gone.txt").totals is None
    assert not desk.settings.database.exists()


def test_nothing_named_is_wrong_use(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no sources are named"):
        desk.add()
    with pytest.raises(UsageError, match="--published"):
        desk.add("a.txt", published="2025-13")


def test_aliases_and_thresholds_that_changed_are_applied_to_all(desk: Desk) -> None:
    desk.write("a.txt", TEXTS[2])
    desk.write("b.txt", "Buyun Robotics has 900 employees.")
    desk.add("a.txt")
    method = Method(Aliases.of({"步云机器人": ["Buyun Robotics"]}), Thresholds(score=1.0))
    assert desk.add("b.txt", method=method).reread == 1
    with open_registry(desk.settings.database) as registry:
        assert load.aliases(registry.db) == method.aliases
        assert ingest.refresh(registry, method) == 0
        assert all(pair.score == 1 for pair in queries.find_pairs(registry.db, queries.PairFilter((), ())))


def test_control_c_leaves_whole_sources(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, text in enumerate(TEXTS):
        desk.write(f"{number}.txt", text)
    desk.add("0.txt", "1.txt")
    whole = desk.state()
    saved = ingest.save.save_pairs

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ingest.save, "save_pairs", interrupted)
    with pytest.raises(KeyboardInterrupt):
        desk.add("2.txt")
    with pytest.raises(KeyboardInterrupt):
        desk.add("0.txt", published="2031")
    monkeypatch.setattr(ingest.save, "save_pairs", saved)
    assert desk.state() == whole
    desk.add("2.txt", "3.txt")
    with TemporaryDirectory() as other:
        fresh = Desk(Path(other))
        for number, text in enumerate(TEXTS):
            fresh.write(f"{number}.txt", text)
        fresh.add(".")
        assert fresh.state() == desk.state()


def test_removing_takes_all_names_or_none(desk: Desk) -> None:
    desk.write("a.txt", TEXTS[0])
    desk.write("b.txt", TEXTS[1])
    desk.add("a.txt", "b.txt")
    before = desk.state()
    with pytest.raises(KeyNotFoundError, match=r"did you mean b\.txt"):
        remove(desk.settings, ["a.txt", "bb.txt"])
    assert desk.state() == before
    assert [source.name for source in remove(desk.settings, ["b.txt", "a.txt", "b.txt"])] == ["b.txt", "a.txt"]
    assert desk.state() == []
    data = b"".join(path.read_bytes() for path in desk.folder.glob("registry.db*"))
    assert "机器人企业".encode() not in data


steps = st.lists(
    st.tuples(st.sampled_from("abc"), st.none() | st.integers(0, 3), st.sampled_from(["2024", "2031"])),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_the_way_there_does_not_matter(taken: list[tuple[str, int | None, str]]) -> None:
    """After any additions, changes and removals the registry tells what a fresh one tells, sources added in order."""
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        desk, fresh = Desk(Path(one)), Desk(Path(two))
        desk.write("z.txt", TEXTS[0])
        desk.add("z.txt", published="2025")
        standing = {"z.txt": (0, "2025")}
        for name, text, published in taken:
            if text is None:
                if standing.pop(name, None):
                    remove(desk.settings, [name])
                continue
            desk.write(name, TEXTS[text])
            desk.add(name, published=published)
            standing[name] = (text, published)
        for name, (text, published) in standing.items():
            fresh.write(name, TEXTS[text])
            fresh.add(name, published=published)
        assert desk.state() == fresh.state()


def test_progress_is_told(desk: Desk) -> None:
    desk.write("a.txt", TEXTS[0])
    told = []
    items: list[Submission | SourceError] = [
        Submission(SourceRef("a.txt", path=desk.folder / "a.txt")),
        SourceError("b.txt", "does not exist", "check the name"),
    ]
    ingest.add(desk.settings.database, items, Method(), lambda *news: told.append(news))
    assert told == [("a.txt", Outcome.ADDED, 1, 2), ("b.txt", Outcome.FAILED, 2, 2)]


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Extraction must not lean on what an earlier test extracted."""
    ingest._extracted.cache_clear()
