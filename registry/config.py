"""``claims.toml``: where it is found, what it may say, and what holds where it is silent."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from registry.thresholds import RANGES, Thresholds
from sources.errors import ConfigError

CONFIG_NAME = "claims.toml"

KEYS: dict[str, str] = {
    "database": "the registry, unless --db names another",
    "sources": "files, folders and patterns that `claims add` reads when it is given none",
    "manifest": "the manifest that `claims add` reads when it is given none",
    "aliases": "the file with the other names of subjects",
    "thresholds": "a table of numbers, see registry/thresholds.py",
}
"""What the file may say. Paths are relative to its folder."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project. ``folder`` is the one of ``claims.toml``, or the current one; paths are full."""

    folder: Path
    database: Path
    aliases: Path
    sources: tuple[str, ...] = ()
    manifest: Path | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)

    @classmethod
    def of(cls, folder: Path) -> Settings:
        """What holds in a folder without ``claims.toml``."""
        return cls(folder=folder, database=folder / "registry.db", aliases=folder / "aliases.toml")

    def source_paths(self) -> tuple[Path, ...]:
        """The paths that ``sources`` stands for, patterns expanded, in order; one that fits nothing is kept."""
        found: list[Path] = []
        for entry in self.sources:
            pattern = any(sign in entry for sign in "*?[")
            found += (sorted(self.folder.glob(entry)) if pattern else []) or [self.folder / entry]
        return tuple(dict.fromkeys(found))


def find_settings(start: Path) -> Settings:
    """The settings in force in folder ``start``: of the nearest ``claims.toml`` there or above.

    Raises ConfigError for a file that cannot be read, an unknown key and a value of the wrong type or range.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        file = folder / CONFIG_NAME
        if file.is_file():
            return read_settings(file)
    return Settings.of(start)


def read_settings(file: Path) -> Settings:
    """The settings of one ``claims.toml``."""
    table = read_toml(file)
    _check_keys(file, table, KEYS, "")
    folder, default = file.parent, Settings.of(file.parent)
    return Settings(
        folder=folder,
        database=_path(file, table, "database") or default.database,
        aliases=_path(file, table, "aliases") or default.aliases,
        sources=_strings(file, table, "sources"),
        manifest=_path(file, table, "manifest"),
        thresholds=_thresholds(file, table.get("thresholds", {})),
    )


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


def _check_keys(file: Path, table: Mapping[str, object], known: Mapping[str, object], prefix: str) -> None:
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            remedy = f"did you mean `{prefix}{near[0]}`?" if near else f"the keys are {', '.join(sorted(known))}"
            raise ConfigError(str(file), f"`{prefix}{key}` is no key of it", remedy)


def _path(file: Path, table: Mapping[str, object], key: str) -> Path | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value:
        raise ConfigError(str(file), f"`{key}` is not a path", f'write {key} = "a/path"')
    return file.parent / value


def _strings(file: Path, table: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry for entry in value):
        raise ConfigError(str(file), f"`{key}` is not a list of paths", f'write {key} = ["articles", "drafts/*.md"]')
    return tuple(value)


def _thresholds(file: Path, table: object) -> Thresholds:
    if not isinstance(table, dict):
        raise ConfigError(str(file), "`thresholds` is not a table", "write [thresholds] and a line for each")
    _check_keys(file, table, RANGES, "thresholds.")
    for key, value in table.items():
        low, high = RANGES[key]
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            raise ConfigError(str(file), f"`thresholds.{key}` is no number from {low:g} to {high:g}", "correct it")
    return Thresholds(**{key: float(value) for key, value in table.items()})
