"""The demonstration's registry, once a session, and desks on copies of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.demo import run_demo
from tests.registry.desk.serving import Site, Visitor, served


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles of the demonstration and their registry; not to be written to."""
    folder = tmp_path_factory.mktemp("demo") / "articles"
    run_demo(folder)
    return folder


@pytest.fixture(scope="module")
def site(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A desk on a registry of its own."""
    folder = tmp_path_factory.mktemp("desk") / "articles"
    shutil.copytree(demo, folder)
    with served(folder) as running:
        yield running


@pytest.fixture(scope="module")
def editor(site: Site) -> Visitor:
    """The editor, who has used the link."""
    visitor = Visitor(site)
    assert visitor.sign_in().status == 303
    return visitor


@pytest.fixture
def reader(site: Site) -> Visitor:
    """Anybody else."""
    return Visitor(site)
