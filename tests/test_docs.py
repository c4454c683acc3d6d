"""The documents and the code say the same."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from claims.rules import RULES, Rule
from cli import main
from registry.connection import memory_registry
from registry.reports import FORMATS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PAGES}


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command by its words."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = dict(commands(main))


def invocations() -> Iterator[tuple[str, str]]:
    """Each line of a shell block that calls ``claims``, with its page."""
    for page, text in TEXTS.items():
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
            yield from ((page, line) for line in block.splitlines() if re.match(r"(time )?(\S*/)?claims ", line))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_its_section(words: tuple[str, ...]) -> None:
    assert f"\n### claims {' '.join(words)}\n" in TEXTS["docs/cli.md"]


@pytest.mark.parametrize(("page", "line"), sorted(set(invocations())))
def test_a_command_in_the_documents_exists(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    words = words[1 + next(at for at, word in enumerate(words) if word.rpartition("/")[2] == "claims") :]
    name = next((tuple(words[:length]) for length in (2, 1) if tuple(words[:length]) in COMMANDS), None)
    assert name is not None, line
    options = {option for parameter in COMMANDS[name].params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_described(name: str) -> None:
    assert f"| `{name}` |" in TEXTS["docs/cli.md"]


def test_every_table_and_view_is_described() -> None:
    with memory_registry() as registry:
        names = {*registry.db.table_names(), *registry.db.view_names()}
        names = {name for name in names if not name.startswith("claim_search_")}  # SQLite's own, behind the index
    page = TEXTS["docs/data-model.md"]
    assert not [
        n for n in names if not n.startswith("_") and not re.search(rf"CREATE (VIRTUAL TABLE|TABLE|VIEW) {n}\b", page)
    ]


def test_every_document_is_found_from_the_readme() -> None:
    linked = set(re.findall(r"\]\(([^):]+\.md)\)", TEXTS["README.md"]))
    assert {*TEXTS, "CHANGELOG.md"} - {"README.md"} <= linked


@pytest.mark.parametrize("page", TEXTS)
def test_a_link_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", TEXTS[page]):
        assert ((ROOT / page).parent / target).exists(), target


def test_what_is_printed_from_the_code_is_current() -> None:
    pages = [name for name in TEXTS if name != "CONTRIBUTING.md"]
    command = [sys.executable, "-m", "cogapp", "--check", "-r", *pages]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, f"make docs brings them up to date\n{result.stdout}{result.stderr}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_its_page_and_its_cases(rule: Rule) -> None:
    assert f"\n## {rule.__name__}\n" in TEXTS["docs/rules.md"]
    assert rule.__doc__
    assert "⟦" in (ROOT / "claims" / "rules" / "cases" / f"{rule.__name__}.txt").read_text(encoding="utf-8")
