"""What plain Datasette is told of a registry: descriptions, facets, saved queries; as values and as files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from registry.desk.editors import SETTING
from registry.desk.host import PLUGIN, merged
from registry.desk.yaml_file import write_yaml
from sources.errors import UsageError

Table = Mapping[str, Any]

_DESCRIBING = ("description", "columns")
"""What 1.0 calls metadata of a table; everything else is configuration there."""


def metadata(database: str) -> dict[str, Any]:
    """Titles and descriptions, as Datasette takes them for the database of that name."""
    said = _said()
    tables = {name: {key: table[key] for key in _DESCRIBING if key in table} for name, table in said["tables"].items()}
    return {
        "title": said["title"],
        "description": said["description"],
        "databases": {database: {"tables": {name: table for name, table in tables.items() if table}}},
    }


def config(database: str, editors: Sequence[str]) -> dict[str, Any]:
    """How tables are shown, the saved queries, and who may decide and ask in SQL."""
    said = _said()
    tables = {
        name: {key: value for key, value in table.items() if key not in _DESCRIBING}
        for name, table in said["tables"].items()
    }
    queries = {name: {**query, "sql": query["sql"].strip()} for name, query in said["queries"].items()}
    return {
        "plugins": {PLUGIN: {SETTING: list(editors)}},
        "allow_sql": {"id": list(editors)} if editors else False,
        "databases": {
            database: {"tables": {name: table for name, table in tables.items() if table}, "queries": queries}
        },
    }


def write_files(folder: Path, database: str, editors: Sequence[str]) -> tuple[Path, Path]:
    """Writes ``metadata.yaml``, all that 0.65 takes, and ``datasette.yaml``, the configuration of 1.0.

    The folder is made where there is none. Raises UsageError when a file is there already or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(str(folder), f"cannot be made ({error.strerror})", "name another folder") from error
    old, new = folder / "metadata.yaml", folder / "datasette.yaml"
    described, configured = metadata(database), config(database, editors)
    write_yaml(old, merged(described, configured))
    write_yaml(new, merged(configured, {"settings": {"default_allow_sql": False}}))
    return old, new


@cache
def _said() -> Table:
    return tomllib.loads(files(__package__).joinpath("descriptions.toml").read_text(encoding="utf-8"))
