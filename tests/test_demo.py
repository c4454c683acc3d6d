"""The main job on the demonstration corpus: it finds what its authors hid in it, and hardly anything else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli import main
from registry.reports import FORMATS
from registry.reports.check import CHECK_FORMATS
from tests.demo.findings import CORPUS, FALSE_ALARMS, FINDINGS, Side

DECISIONS = Path(__file__).parent / "demo" / "decisions.jsonl"
"""What editors made of what disagrees in the corpus: every finding decided."""

AGREEMENTS: list[tuple[Side, Side]] = [
    (("robots", "八位"), ("models", "8位")),
    (("robots", "八位"), ("feature", "eight")),
    (("models", "2600萬"), ("investors", "2600萬")),
    (("city", "1.2亿"), ("investors", "1.2億")),
    (("city", "1.2亿"), ("feature", "120 million")),
    (("city", "4.6亿"), ("briefing", "460 million")),
    (("cloud", "六十万"), ("feature", "600,000")),
    (("city", "340"), ("feature", "340")),
    (("robots", "2019"), ("briefing", "2019")),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus, and a registry of it."""
    folder = tmp_path_factory.mktemp("demo") / "project"
    shutil.copytree(CORPUS, folder)
    claims(folder, "add", "--manifest", "sources.json")
    return folder


def claims(folder: Path, *words: str, code: int = 0) -> str:
    """What the command prints on standard output when it is called in ``folder``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = CliRunner().invoke(main, list(words), catch_exceptions=False)
    assert result.exit_code == code, result.stderr
    return result.stdout


@cache
def pairs(folder: Path) -> tuple[dict[str, Any], ...]:
    """Every compared pair."""
    return tuple(json.loads(line) for line in claims(folder, "conflicts", "--all", "--format", "jsonl").splitlines())


def shows(claim: dict[str, Any], side: Side) -> bool:
    return claim["source"].startswith(side[0]) and side[1] in claim["value_quote"]


def between(pair: dict[str, Any], one: Side, other: Side) -> bool:
    a, b = pair["a"], pair["b"]
    return (shows(a, one) and shows(b, other)) or (shows(a, other) and shows(b, one))


@pytest.mark.parametrize(("verdict", "one", "other"), FINDINGS, ids=str)
def test_what_disagrees_is_found(project: Path, verdict: str, one: Side, other: Side) -> None:
    assert [pair["verdict"] for pair in pairs(project) if between(pair, one, other)] == [verdict]


def test_nothing_else_is_flagged_but_known_false_alarms(project: Path) -> None:
    flagged = [pair for pair in pairs(project) if pair["verdict"] in ("conflict", "tension", "time_drift")]
    known = [*((one, other) for _, one, other in FINDINGS), *FALSE_ALARMS]
    unexpected = [p for p in flagged if not any(between(p, one, other) for one, other in known)]
    assert [(p["verdict"], p["a"]["quote"], p["b"]["quote"]) for p in unexpected] == []


@pytest.mark.parametrize(("one", "other"), AGREEMENTS, ids=str)
def test_what_agrees_in_other_words_is_recognised(project: Path, one: Side, other: Side) -> None:
    assert [pair["verdict"] for pair in pairs(project) if between(pair, one, other)] == ["agree"]


def test_the_tenfold_slip_is_what_an_editor_must_not_miss(project: Path) -> None:
    (slip,) = [pair for pair in pairs(project) if between(pair, ("cloud", "六十万"), ("investors", "六萬"))]
    assert slip["severity"] == "high"


@pytest.mark.parametrize("name", FORMATS)
def test_the_report_is_the_one_that_was_accepted(project: Path, golden: Callable[[str, str], None], name: str) -> None:
    golden(f"demo.{name}", claims(project, "conflicts", "--format", name))


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_a_check_of_the_articles_fails_with_the_report_that_was_accepted(
    project: Path, golden: Callable[[str, str], None], name: str
) -> None:
    printed = claims(project, "check", "--format", name, code=1)
    golden(f"check.{name}", without_rules(printed) if name == "sarif" else printed)


def without_rules(text: str) -> str:
    """A SARIF log without the pages of the rules, which have tests of their own."""
    log = json.loads(text)
    del log["runs"][0]["tool"]["driver"]["rules"]
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_a_check_of_the_articles_with_the_decisions_passes(project: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "decided"
    shutil.copytree(CORPUS, folder)
    shutil.copy(DECISIONS, folder / "decisions.jsonl")
    claims(folder, "check", "--format", name)


def test_the_demonstration_leaves_sources_and_registry_where_it_is_told(tmp_path: Path) -> None:
    claims(tmp_path, "demo", "--keep", "kept")
    assert {path.name for path in CORPUS.iterdir()} < {path.name for path in (tmp_path / "kept").rglob("*")}
    assert list((tmp_path / "kept").rglob("*.db"))
