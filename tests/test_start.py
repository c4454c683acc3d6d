"""What each command loads: nobody waits for a library that is not needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ONE, TWO
from tests.test_architecture import THIRD_PARTY

ROOT = Path(__file__).parent.parent

PROGRAM = """
import sys
import cli

try:
    cli.main(sys.argv[1:])
except SystemExit:
    pass
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""

RULES = {"rapidfuzz"}
"""What it takes to know the rules of comparison."""

READS = RULES | {"sqlite_utils"}
"""What it takes to look into a registry."""

FINDS = READS | {"opencc", "rjieba", "snowballstemmer"}
"""What it takes to find claims in two languages."""

NEEDED: dict[str, set[str]] = {
    "--version": set(),
    "--help": set(),
    "init": set(),
    "rules": RULES,
    "list": READS,
    "conflicts": READS,
    "doctor": READS,
    "check one.txt": FINDS,
    "check one.txt --format sarif": FINDS,
    "check one.txt --format html": FINDS | {"jinja2", "markupsafe"},
    "add two.txt": FINDS,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles, the first of them registered."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    loaded(folder, "add one.txt")
    return folder


def loaded(folder: Path, words: str) -> set[str]:
    """The libraries of others that a command line loads, beside click."""
    command = [sys.executable, "-c", PROGRAM, *words.split()]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split()) & set(THIRD_PARTY) - {"click"}


@pytest.mark.parametrize("words", NEEDED)
def test_a_command_loads_no_more_than_it_needs(folder: Path, words: str) -> None:
    assert loaded(folder, words) <= NEEDED[words]


def test_a_server_is_loaded_by_those_who_serve() -> None:
    assert {"datasette", "uvicorn"} & set(THIRD_PARTY) == {"datasette", "uvicorn"}
    assert not any({"datasette", "uvicorn"} & needed for needed in NEEDED.values())
