"""The folder that ``datasette FOLDER`` serves: the copy, and files that say how, for Datasette 0.65 and 1.0 alike.

0.65 reads ``settings.json``, 1.0 reads ``datasette.yaml``; both read ``metadata.yaml``, ``inspect-data.json`` (which
makes the file read-only for them) and ``plugins/``.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from registry.connection import Registry
from registry.desk.descriptions import config, metadata
from registry.desk.host import merged
from registry.desk.yaml_file import write_yaml
from registry.publishing.copy import Kept, write_copy
from registry.publishing.kit import kit
from registry.publishing.press import printed
from sources.errors import UsageError

DATABASE = "registry.db"
SETTINGS: Mapping[str, object] = {"default_allow_sql": False}
"""Readers browse and search; who wants to let them write SQL changes it in the folder."""


def publish(registry: Registry, folder: Path, kept: Kept, *, title: str, robots: bool) -> tuple[Path, ...]:
    """Writes the folder, which must be empty or not there; the files written, in order.

    ``robots`` says whether search engines may index the pages. Raises UsageError where the folder cannot be used.
    """
    with _new(folder):
        database = folder / DATABASE
        write_copy(registry, database, kept)
        described = {**metadata(database.stem), "title": title}
        configured = config(database.stem, ())
        write_yaml(folder / "metadata.yaml", merged(described, configured))
        write_yaml(folder / "datasette.yaml", merged(configured, {"settings": SETTINGS}))
        texts = _texts(database, robots)
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return (database, folder / "metadata.yaml", folder / "datasette.yaml", *(folder / name for name in texts))


def publish_pages(
    registry: Registry,
    folder: Path,
    kept: Kept,
    *,
    title: str,
    robots: bool,
    progress: Callable[[int, int], None] = lambda _written, _waiting: None,
) -> int:
    """Writes the pages of the desk to the folder, as files that need no server; how many pages.

    The folder must be empty or not there; ``robots`` as for :func:`publish`. Raises UsageError likewise. ``progress``
    is told after each page how many are printed, and how many are known to wait.
    """
    number = 0
    with _new(folder), TemporaryDirectory() as aside:
        database = Path(aside) / DATABASE
        write_copy(registry, database, kept)
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as copy:
            pages = printed(Database(copy, execute_plugins=False), title=title, robots=robots, progress=progress)
            for name, text in chain(pages, [("robots.txt", _kit(robots)["robots.txt"])]):
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
                number += path.suffix == ".html"
    return number


@contextmanager
def _new(folder: Path) -> Iterator[None]:
    """Makes the folder for what the block writes. Raises UsageError where it is not empty, or cannot be written to."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(str(folder), "is there already and not empty", "name a new folder")
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        problem = f"cannot be written ({error.strerror})"
        raise UsageError(str(error.filename or folder), problem, "name another folder") from error


def _texts(database: Path, robots: bool) -> dict[str, str]:
    """The further files by their path in the folder."""
    return {
        "settings.json": _json(SETTINGS),
        "inspect-data.json": _json({database.stem: _inspected(database)}),
        **_kit(robots),
    }


def _kit(robots: bool) -> dict[str, str]:
    values = {"version": version("claim-registry"), "robots": "Allow" if robots else "Disallow"}
    return {name: Template(text).substitute(values) for name, text in kit().items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _inspected(database: Path) -> dict[str, object]:
    """What ``datasette inspect`` says of a file."""
    with closing(sqlite3.connect(database)) as copy:
        names = [name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        counts = {name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    return {
        "hash": hashlib.sha256(database.read_bytes()).hexdigest(),
        "size": database.stat().st_size,
        "file": database.name,
        "tables": {name: {"count": count} for name, count in counts.items()},
    }
