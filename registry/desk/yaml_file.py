"""YAML files: the one module that stands before PyYAML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from sources.errors import ConfigError, UsageError


def write_yaml(path: Path, table: Mapping[str, Any]) -> None:
    """Writes a new file. Raises UsageError when it is there already or cannot be written."""
    try:
        with path.open("x", encoding="utf-8") as file:
            yaml.dump(dict(table), file, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    except FileExistsError as error:
        raise UsageError(str(path), "is there already", "move it away, or name another folder") from error
    except OSError as error:
        raise UsageError(str(path), f"cannot be written ({error.strerror})", "name another folder") from error


def read_yaml(path: Path) -> dict[str, Any]:
    """The table that a YAML or JSON file holds. Raises ConfigError when it cannot be read."""
    try:
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(str(path), f"cannot be read ({error.strerror})", "check the name") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), f"is not YAML ({' '.join(str(error).split())})", "correct that place") from error
    if not isinstance(table, dict):
        raise ConfigError(str(path), "is not a table", "write keys and values, as Datasette documents them")
    return table


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as such, so that a query can be read and edited."""


def _text(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
