"""Reading a TOML file, and saying in one line what is wrong with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sources.errors import ConfigError


def read_toml(file: Path) -> dict[str, Any]:
    """The table that a TOML file holds. Raises ConfigError when it cannot be read."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(str(file), f"cannot be read ({error.strerror})", "check its permissions") from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(file), f"is not UTF-8 (byte {error.start})", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(file), f"is not TOML: {error}", "correct that place") from error


def check_keys(file: Path, table: Mapping[str, object], known: Iterable[str], prefix: str = "") -> None:
    """Raises ConfigError for the first key of ``table`` that is not ``known``; ``prefix`` names the table."""
    known = list(known)
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            remedy = f"did you mean `{prefix}{near[0]}`?" if near else f"the keys are {', '.join(sorted(known))}"
            raise ConfigError(str(file), f"`{prefix}{key}` is no key of it", remedy)


def table_at(file: Path, table: object, name: str) -> dict[str, Any]:
    """``table`` if it is one; ``name`` names it in the ConfigError that is raised for anything else."""
    if not isinstance(table, dict):
        raise ConfigError(str(file), f"`{name}` is not a table", f"write [{name}] and a line for each")
    return table


def strings_at(file: Path, table: Mapping[str, object], key: str, example: str) -> tuple[str, ...]:
    """The list of strings under ``key``; ``example`` shows one in the ConfigError for anything else."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry for entry in value):
        raise ConfigError(str(file), f"`{key}` is not a list of strings", f"write {key} = {example}")
    return tuple(value)
