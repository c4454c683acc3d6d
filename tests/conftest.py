"""What every test may ask for: the material beside the repository, and golden files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


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
