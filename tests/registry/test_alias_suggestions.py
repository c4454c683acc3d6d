"""Proposals from a registry: passages in the wording of the sources, nothing changed."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry import load
from registry.alias_file import AliasFile
from registry.alias_suggestions import propose
from registry.connection import Registry, memory_registry
from registry.reports import PROPOSAL_FORMATS
from registry.reports.report import Excerpt, Proposal, Proposals
from registry.reports.screen import Screen, columns
from sources.span import Span
from tests.registry.samples import keep

TRADITIONAL = "新聞\n昨天，織(zhī)海科技發布了潮織(Tide)。潮織很大，Tide也是潮織。"
ENGLISH = "The Harbour Safety Board (HSB) met in May. The HSB met again."
FILE = AliasFile(Path("nowhere.toml"))


@pytest.fixture
def registry() -> Iterator[Registry]:
    with memory_registry() as opened:
        keep(opened, "one.txt", TRADITIONAL)
        keep(opened, "two.txt", ENGLISH)
        keep(opened, "copy.txt", ENGLISH)
        yield opened


def test_a_passage_is_quoted_as_its_source_has_it(registry: Registry) -> None:
    (found,) = [p for p in propose(registry.db, FILE, lowest=0.5).proposals if p.alias == "Tide"]
    (passage,) = found.passages
    assert (found.canonical, passage.source, passage.quote) == ("潮织", "one.txt", "潮織(Tide)")
    assert passage.span.of(TRADITIONAL) == passage.quote
    assert passage.before == "昨天，織(zhī)海科技發布了"
    assert found.canonical_counts == {"one.txt": 3}


def test_a_copy_counts_once(registry: Registry) -> None:
    (found,) = [p for p in propose(registry.db, FILE, lowest=0.5).proposals if p.canonical == "HSB"]
    assert found.canonical_counts == {"two.txt": 2}


def test_a_limit_says_how_many_are_left_out(registry: Registry) -> None:
    everything = propose(registry.db, FILE, lowest=0.5)
    cut = propose(registry.db, FILE, lowest=0.5, limit=1)
    assert (len(everything.proposals), everything.more) == (2, 0)
    assert (cut.proposals, cut.more) == (everything.proposals[:1], 1)


def test_the_registry_stays_as_it_is(registry: Registry) -> None:
    before = registry.db.execute("SELECT total_changes()").fetchone()
    propose(registry.db, FILE, lowest=0.0)
    assert registry.db.execute("SELECT total_changes()").fetchone() == before
    assert load.aliases(registry.db).groups == ()


@pytest.mark.parametrize("name", ["It's", "a b", '"x"', "-rf", "$(x)", "潮织"])
def test_the_command_holds_for_any_name(name: str) -> None:
    proposal = Proposal("潮织", name, "潮织", ("spelling",), 0.5, {}, {}, ())
    words = shlex.split(proposal.command)
    assert words[:3] == ["claims", "alias", "add"]
    assert [word for word in words[3:] if word != "--"] == ["潮织", name]


@pytest.mark.parametrize("width", [60, 100])
def test_a_passage_keeps_to_the_width_and_steers_nothing(width: int) -> None:
    passage = Excerpt("long/" * 20 + "name.txt", Span(0, 2), "\x1b[2J名" * 30, "前" * 20, "后" * 20)
    proposal = Proposal("名", "名字", "名", ("spelling",), 0.5, {"a.txt": 3}, {}, (passage,))
    lines = list(PROPOSAL_FORMATS["text"](Proposals((proposal,), 4), Screen(width)))
    assert not any("\x1b" in line for line in lines)
    assert all(columns(line) <= width for line in lines[:4])
    assert lines[1].endswith("名: 3, in a.txt 3")
    assert lines[2].endswith("名字: stands in no source")
    assert "1 proposal, 4 more left out" in lines[-2]


def test_of_long_paths_the_files_are_told() -> None:
    counts = {f"/srv/papers/harbour/2025/spring/{name}.txt": 2 for name in ("gulls", "boats", "cranes", "lamps")}
    proposal = Proposal("Port", "Harbour", "Port", ("sound",), 0.5, counts, {}, ())
    lines = list(PROPOSAL_FORMATS["text"](Proposals((proposal,)), Screen()))
    assert all(columns(line) <= Screen().width for line in lines[:3])
    assert all(f"/{name}.txt 2" in lines[1] for name in ("gulls", "boats", "cranes"))
    assert lines[1].endswith(" and 1 more")


def test_nothing_found_is_said() -> None:
    assert list(PROPOSAL_FORMATS["text"](Proposals(()), Screen())) == ["No further names found."]
    assert list(PROPOSAL_FORMATS["jsonl"](Proposals(()), Screen())) == []
