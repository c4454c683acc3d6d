"""Only what has changed since a revision is checked; what it is held against stays everything."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.command_line import ONE, TWO, Claims, only_line
from tests.registry.checking.projects import THREE, check, commit, findings, git, lay_out


@pytest.fixture
def history(claims: Claims) -> Claims:
    """A repository with one article, committed."""
    git("init", "--quiet")
    lay_out({"articles/one.txt": ONE, "articles/rain.txt": "岚港下了雨。\n"})
    commit()
    return claims


def names(found: list[dict[str, dict[str, str]]]) -> list[str]:
    return sorted(row[str(row["here"])]["source"] for row in found)


def test_nothing_has_changed(history: Claims) -> None:
    result = history("check", "--since", "HEAD")
    assert "0 sources checked against 2: no open findings." in result.stdout


def test_new_and_changed_files_are_held_against_the_others(history: Claims) -> None:
    Path("articles/二 %.txt").write_text(TWO, encoding="utf-8")
    assert names(findings(history, "--since", "HEAD")) == ["articles/二 %.txt"]
    commit()
    assert findings(history, "--since", "HEAD", code=0) == []
    assert names(findings(history, "--since", "HEAD~1")) == ["articles/二 %.txt"]
    Path("articles/rain.txt").write_text(THREE, encoding="utf-8")
    assert names(findings(history, "--since", "HEAD")) == ["articles/rain.txt"] * 2
    assert findings(history, "--since", "HEAD", "articles/one.txt", code=0) == []
    assert len(findings(history, "--since", "HEAD~1")) == 3


def test_a_deleted_file_is_neither_side(history: Claims) -> None:
    Path("articles/one.txt").unlink()
    Path("articles/two.txt").write_text(TWO, encoding="utf-8")
    assert findings(history, "--since", "HEAD", code=0) == []


def test_what_others_changed_meanwhile_is_not_this_branchs(history: Claims) -> None:
    git("switch", "--quiet", "--create", "mine")
    git("switch", "--quiet", "main")
    Path("articles/rain.txt").write_text(THREE, encoding="utf-8")
    commit()
    git("switch", "--quiet", "mine")
    assert "0 sources checked" in history("check", "--since", "main").stdout


def test_from_a_folder_below(history: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("articles/two.txt").write_text(TWO, encoding="utf-8")
    monkeypatch.chdir("articles")
    assert names(findings(history, "--since", "HEAD")) == ["articles/two.txt"]
    assert names(findings(history, "--since", "HEAD", "two.txt")) == ["articles/two.txt"]


def test_a_draft_on_standard_input_is_always_new(history: Claims) -> None:
    assert names(findings(history, "--since", "HEAD", "-", stdin=TWO.encode())) == ["-"]


@pytest.mark.parametrize("revision", ["no-such", "--output=x", "", "HEAD:articles", "HEAD~9"])
def test_a_revision_that_is_none(history: Claims, revision: str) -> None:
    assert "no revision" in only_line(check(history, f"--since={revision}", code=2))


def test_a_shallow_clone_says_what_to_do(history: Claims, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = commit_again()
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", tmp_path.as_uri(), clone], check=True)
    monkeypatch.chdir(clone)
    line = only_line(check(history, "--since", first, code=2))
    assert "shallow" in line
    assert "fetch-depth: 0" in line


def commit_again() -> str:
    """The first revision, with another one after it."""
    first = git("rev-parse", "HEAD")
    Path("articles/two.txt").write_text(TWO, encoding="utf-8")
    commit()
    return first


def test_outside_a_repository(claims: Claims) -> None:
    Path("one.txt").write_text(ONE, encoding="utf-8")
    assert "run it in a clone" in only_line(check(claims, "--since", "HEAD", "one.txt", code=2))


def test_without_git(history: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "install git" in only_line(check(history, "--since", "HEAD", code=2))
