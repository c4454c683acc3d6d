"""The whole job on seven articles that ship with the package: constructed, and at odds with each other."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from registry import ingest, telling
from registry.alias_file import read_alias_file
from registry.config import Settings
from registry.connection import open_registry
from registry.method import Method
from registry.queries import PairFilter
from registry.reports.report import Report
from registry.selection import select
from sources.errors import UsageError


def run_demo(folder: Path, progress: ingest.Progress = ingest.silent) -> Report:
    """Lays the articles out in ``folder``, which is empty or not there, registers them, and reports what disagrees.

    Raises UsageError when the folder holds something already, or cannot be written.
    """
    try:
        _lay_out(folder)
    except OSError as error:
        raise UsageError(str(folder), f"cannot be written ({error.strerror})", "name another folder") from error
    settings = Settings.of(folder.absolute())
    method = Method(read_alias_file(settings.aliases).aliases, settings.thresholds)
    submissions = select(settings, [], folder / "sources.json", None)
    ingest.add(settings.database, submissions, method, progress)
    with open_registry(settings.database) as registry:
        return telling.report(registry.db, PairFilter())


def _lay_out(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(str(folder), "is there already and not empty", "name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    for article in files(__name__).joinpath("corpus").iterdir():
        (folder / article.name).write_bytes(article.read_bytes())
