"""What every test may ask for: the material beside the repository, golden files, and the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from cli import main
from tests.command_line import ONE, TWO, Claims

ROOT = Path(__file__).parent.parent

# How long an example takes says something of the machine; what must not take long is timed in tests of its own.
# A new counterexample is for whoever is at work on the code, not for somebody's submission: there the examples stay.
settings.register_profile("patient", deadline=None)
settings.register_profile("submission", deadline=None, derandomize=True)
settings.load_profile("submission" if os.environ.get("CI") else "patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files anew instead of comparing with them")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and benchmarks beside the repository; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "CONTRACT.md").is_file():
        pytest.skip("needs the folder ../shared, which is not part of the repository")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in tests/golden; ``pytest --accept`` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"{path.name} does not exist yet; pytest --accept writes it"
        with path.open(encoding="utf-8", newline="") as file:
            assert text == file.read(), f"{path.name} differs; if the change is wanted, pytest --accept writes it"

    return compare


@pytest.fixture
def claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Claims:
    """Runs a command line in an empty folder; no traceback may ever come of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*words: str | Path, code: int = 0, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(word) for word in words], input=stdin)
        assert "Traceback" not in result.output
        assert isinstance(result.exception, SystemExit | None), result.exc_info
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.fixture
def desk(claims: Claims) -> Claims:
    """The same in a folder with two articles that disagree, registered."""
    Path("one.txt").write_text(ONE, encoding="utf-8")
    Path("two.txt").write_text(TWO, encoding="utf-8")
    claims("add", "one.txt", "two.txt", "--published", "2025-04-02")
    return claims
