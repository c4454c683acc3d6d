"""Files that vanish, folders that cannot be written, readers that hang up, registries that are none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from registry.checking import sides
from sources.document import Document
from sources.reference import SourceRef
from tests.command_line import Claims, only_line, rows
from tests.registry.checking.projects import check, findings, newsroom

ROOT = Path(__file__).parent.parent.parent.parent


def test_a_file_that_vanishes_during_the_run(claims: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom()
    load: Callable[[SourceRef], Document] = sides.files.load

    def late(ref: SourceRef) -> Document:
        if ref.name.endswith("two.txt"):
            Path("articles/two.txt").unlink()
        return load(ref)

    monkeypatch.setattr(sides.files, "load", late)
    result = check(claims, code=2)
    assert "articles/two.txt: does not exist" in result.stderr
    assert rows(result) == []


def test_a_source_of_the_project_that_is_gone(claims: Claims) -> None:
    newsroom()
    text = 'sources = ["articles", "gone.txt"]\n'
    Path("claims.toml").write_text(text, encoding="utf-8")
    result = check(claims, "articles/one.txt", code=2)
    assert "gone.txt" in result.stderr
    assert len(rows(result)) == 1


@pytest.mark.parametrize("data", [b"", b"nonsense", b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_registry(claims: Claims, data: bytes) -> None:
    newsroom()
    Path("other.db").write_bytes(data)
    if data:
        assert "other.db" in only_line(check(claims, "articles", "--db", "other.db", code=2))
    assert Path("other.db").read_bytes() == data


@pytest.mark.skipif(os.name != "posix", reason="needs the streams of Unix")
@pytest.mark.parametrize("form", ["text", "sarif", "github"])
def test_a_reader_who_hangs_up_changes_no_exit_code(claims: Claims, form: str) -> None:
    newsroom()
    command = [sys.executable, ROOT / "cli.py", "check", "--format", form]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(os.name != "posix", reason="needs the permissions of Unix")
def test_a_folder_that_cannot_be_written_can_be_checked(claims: Claims, tmp_path: Path) -> None:
    newsroom()
    before = sorted(tmp_path.rglob("*"))
    (tmp_path / "articles").chmod(0o555)
    tmp_path.chmod(0o555)
    try:
        assert len(findings(claims)) == 1
    finally:
        tmp_path.chmod(0o755)
        (tmp_path / "articles").chmod(0o755)
    assert sorted(tmp_path.rglob("*")) == before
