"""Small projects for tests of checks: articles that disagree, the file that names them, and a git repository."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import Result

from tests.command_line import ONE, TWO, Claims, rows

THREE = "岚港市科技局统计，截至2025年3月底，岚港共有机器人企业3400家。\n"
"""A third number for what ONE and TWO disagree on."""


def lay_out(files: Mapping[str, str], **settings: str) -> None:
    """Writes files in the current folder, with a ``claims.toml`` that names the folder ``articles``."""
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    lines = ['sources = ["articles"]', *(f"{key} = {value}" for key, value in settings.items())]
    Path("claims.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def newsroom() -> None:
    """A project with two articles that disagree."""
    lay_out({"articles/one.txt": ONE, "articles/two.txt": TWO})


def findings(claims: Claims, *words: str | Path, code: int = 1, stdin: bytes | None = None) -> list[dict[str, Any]]:
    """What a check finds, as scripts read it."""
    return rows(check(claims, *words, code=code, stdin=stdin))


def check(claims: Claims, *words: str | Path, code: int = 1, stdin: bytes | None = None) -> Result:
    """A check in JSON lines."""
    return claims("check", "--format", "jsonl", *words, code=code, stdin=stdin)


def git(*words: str) -> str:
    """What git prints in the current folder, as an author whom nobody else is."""
    author = ["-c", "user.name=Lin", "-c", "user.email=lin@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *author, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(message: str = "a state") -> str:
    """Commits everything and gives the revision."""
    git("add", "--all")
    git("commit", "--quiet", "--message", message)
    return git("rev-parse", "HEAD")
