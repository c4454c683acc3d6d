"""Watched facts from claims.toml into a registry, and what becomes of the claims that state them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from registry import ingest, queries
from registry.config import find_settings
from registry.connection import open_registry
from registry.doctor import misfits
from registry.model import StoredPair
from registry.project import method_of
from registry.selection import select
from registry.watch_list import Standing, WatchedFact, watched_facts
from tests.command_line import Claims, only_line

OLD, NEW = ("2022-06", "400"), ("2024-06", "820")


def entry(as_of: str | None, value: str, subject: str = "Halden Robotics", attribute: str = "employees") -> str:
    dated = f'as_of = "{as_of}"\n' if as_of else ""
    return (
        f'[[watch]]\nsubject = "{subject}"\naliases = ["哈尔登机器人"]\nattribute = ["{attribute}", "员工"]\n{dated}'
        f'value = "{value}"\nfrom = "the register"\n\n'
    )


class Newsroom:
    """A project folder with a fact sheet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def watch(self, *entries: str) -> None:
        (self.folder / "claims.toml").write_text("".join(entries), encoding="utf-8")

    def add(self, name: str, text: str, published: str | None = None) -> ingest.Summary:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        settings = find_settings(self.folder)
        return ingest.add(settings.database, select(settings, [path], None, published), method_of(settings))

    def refresh(self) -> int:
        settings = find_settings(self.folder)
        return ingest.refresh_registry(settings.database, method_of(settings)).reread

    def findings(self) -> list[tuple[str, str, str, str]]:
        """Verdict, rule and both values of every finding, with the sources they stand in."""
        with open_registry(self.folder / "registry.db") as registry:
            assert list(misfits(registry.db)) == []
            return sorted(map(_told, queries.find_pairs(registry.db, queries.PairFilter())))

    def facts(self) -> tuple[WatchedFact, ...]:
        with open_registry(self.folder / "registry.db") as registry:
            return watched_facts(registry.db)


def _told(pair: StoredPair) -> tuple[str, str, str, str]:
    sides = sorted((s.source.name, s.claim.value_quote) for s in (pair.a, pair.b))
    return (pair.ruling.verdict.value, pair.ruling.severity.value, *(" ".join(side) for side in sides))


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def test_one_article_is_enough_for_a_conflict_with_the_fact_sheet(newsroom: Newsroom) -> None:
    newsroom.watch(entry(None, "820"))
    summary = newsroom.add("a.txt", "哈尔登机器人现有员工300人。")
    assert newsroom.findings() == [("conflict", "high", "a.txt 300人", "claims.toml 820")]
    assert summary.standings == {Standing.CONTRADICTED: 1}
    sheet = (newsroom.folder / "claims.toml").read_text(encoding="utf-8")
    entered = newsroom.facts()[0].entry.claim
    assert entered.span.of(sheet) == entered.quote
    assert entered.value_span.of(sheet) == entered.value_quote == "820"
    assert entered.attributed_to == "the register"


@pytest.mark.parametrize(
    ("text", "published", "verdicts"),
    [
        ("Halden Robotics has 820 employees.", "2025-01", []),
        ("Halden Robotics has about 800 employees.", "2025-01", []),
        ("Halden Robotics has more than 800 employees.", "2025-01", []),
        ("Halden Robotics has more than 900 employees.", "2025-01", ["conflict"]),
        ("Halden Robotics has 400 employees.", "2023-01", ["time_drift"]),
        ("In 2022, Halden Robotics had 400 employees.", "2025-01", ["time_drift"]),
        ("Halden Robotics has 400 employees.", "2025-01", ["conflict"]),
        ("Halden Robotics has 700 employees.", "2023-01", ["conflict", "time_drift"]),
    ],
)
def test_a_value_is_held_against_the_entry_of_its_date(
    newsroom: Newsroom, text: str, published: str, verdicts: list[str]
) -> None:
    newsroom.watch(entry(*OLD), entry(*NEW))
    newsroom.add("a.txt", text, published)
    assert [finding[0] for finding in newsroom.findings()] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Halden Robotics was founded by Kari Lund.", ["conflict"]),
        ("Halden Robotics was founded by Ida Brandt.", []),
        ("Halden Robotics was founded by Ida Brandt and Ole Norr.", []),
    ],
)
def test_a_fact_in_words_is_watched_as_well(newsroom: Newsroom, text: str, verdicts: list[str]) -> None:
    newsroom.watch(entry(None, "Ida Brandt and Ole Norr", attribute="founder").replace("员工", "创始人"))
    newsroom.add("a.txt", text)
    assert [finding[0] for finding in newsroom.findings()] == verdicts
    assert newsroom.facts()[0].claims == 1


def test_an_entry_with_a_scope_is_held_against_claims_of_that_scope(newsroom: Newsroom) -> None:
    sheet = '[[watch]]\nsubject = "云舟"\nattribute = "云计算"\nscope = "全球"\nvalue = "第四"\nfrom = "the register"\n'
    newsroom.watch(sheet)
    newsroom.add("a.txt", "云舟是亚太第一的云计算服务商。")
    assert [fact.standing for fact in newsroom.facts()] == [Standing.UNMATCHED]
    newsroom.add("b.txt", "云舟是全球第三的云计算服务商。")
    assert newsroom.findings() == [("conflict", "high", "b.txt 第三", "claims.toml 第四")]


def test_entries_that_contradict_each_other_are_reported(newsroom: Newsroom) -> None:
    newsroom.watch(entry("2024", "820"), entry("2024-06", "900", "哈尔登机器人", "staff"))
    newsroom.add("a.txt", "Nothing of the sort is said here.")
    assert newsroom.findings() == [("conflict", "high", "claims.toml 820", "claims.toml 900")]
    assert [fact.standing for fact in newsroom.facts()] == [Standing.DISPUTED, Standing.DISPUTED]


def test_a_changed_sheet_is_read_again(newsroom: Newsroom) -> None:
    newsroom.watch(entry(None, "820"))
    newsroom.add("a.txt", "Halden Robotics has 300 employees.")
    newsroom.watch("# moved down\n\n", entry(None, "300"), entry(None, "3 km", "Norr Bridge", "length"))
    assert newsroom.refresh() == 1
    assert newsroom.findings() == []
    assert [fact.standing for fact in newsroom.facts()] == [Standing.HELD, Standing.UNMATCHED]
    newsroom.watch("# moved again\n\n\n", entry(None, "820"), entry(None, "3 km", "Norr Bridge", "length"))
    assert newsroom.refresh() == 0, "another value places the same claims"
    assert [fact.standing for fact in newsroom.facts()] == [Standing.CONTRADICTED, Standing.UNMATCHED]
    newsroom.watch()
    newsroom.refresh()
    assert newsroom.facts() == ()
    assert newsroom.findings() == []


def test_without_the_file_the_registry_keeps_what_it_knows(newsroom: Newsroom) -> None:
    newsroom.watch(entry(None, "820"))
    newsroom.add("a.txt", "Halden Robotics has 300 employees.")
    (newsroom.folder / "claims.toml").unlink()
    newsroom.add("b.txt", "Halden Robotics has 500 employees.")
    assert ("conflict", "high", "b.txt 500", "claims.toml 820") in newsroom.findings()


def test_the_command_lists_every_entry(newsroom: Newsroom, claims: Claims) -> None:
    newsroom.watch(entry(None, "820"), entry(None, "3 km", "Norr Bridge", "length"))
    newsroom.add("a.txt", "Halden Robotics has 300 employees.")
    shown = claims("watch")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "claims.toml:2 Halden Robotics · employees" in shown.stdout
    assert "2 watched facts: 1 contradicted, 1 stated by no source." in shown.stdout
    told = json.loads(claims("watch", "--format", "json").stdout)
    assert [fact["standing"] for fact in told] == ["contradicted", "unmatched"]


def test_a_subject_answers_to_the_names_of_the_fact_sheet(newsroom: Newsroom, claims: Claims) -> None:
    newsroom.watch(entry(None, "820"))
    newsroom.add("a.txt", "Halden Robotics has 300 employees.")
    assert "300" in claims("list", "--subject", "哈尔登机器人").stdout


def test_the_command_tells_what_is_wrong(newsroom: Newsroom, claims: Claims) -> None:
    newsroom.watch(entry(None, "820"))
    newsroom.add("a.txt", "Halden Robotics has 300 employees.")
    newsroom.watch(entry(None, "a great many"))
    failed = claims("watch", code=2)
    assert "claims.toml:1: watched fact 1 (Halden Robotics): “a great many” holds no number" in only_line(failed)
    newsroom.watch()
    assert "no facts are watched" in only_line(claims("watch"))


def test_a_name_with_a_number_in_it_is_held_as_a_name(newsroom: Newsroom) -> None:
    newsroom.watch(entry(None, "Apache 2.0", "Tideweave", "licence").replace("员工", "许可证"))
    newsroom.add("a.txt", "Tideweave is released under the MIT licence.")
    newsroom.add("b.txt", "Tideweave is released under the Apache 2.0 licence.")
    assert newsroom.findings()[0] == ("conflict", "high", "a.txt the MIT licence", "claims.toml Apache 2.0")
    assert newsroom.facts()[0].claims == 2


def test_a_number_stays_a_number_under_a_word_that_also_states_facts(newsroom: Newsroom) -> None:
    newsroom.watch(entry(None, "1999", attribute="founded").replace("员工", "成立"))
    newsroom.add("a.txt", "Halden Robotics was founded in 2003.")
    assert newsroom.findings() == [("conflict", "high", "a.txt 2003", "claims.toml 1999")]


def test_an_owner_that_the_fact_sheet_names_is_found_before_an_office(newsroom: Newsroom) -> None:
    newsroom.watch(entry(None, "Ida Brandt", attribute="CEO").replace("员工", "首席执行官"))
    newsroom.add("a.txt", "Halden Robotics's CEO Karl Berg promised more.")
    assert newsroom.findings() == [("conflict", "high", "a.txt Karl Berg", "claims.toml Ida Brandt")]
