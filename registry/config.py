"""``claims.toml``: where it is found, what it may say, and what holds where it is silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from registry.checking.settings import CheckSettings, read_check_settings
from registry.reader.settings import ReaderSettings, read_reader_settings
from registry.rule_policy import Policies, read_policies
from registry.thresholds import RANGES, Thresholds
from registry.toml_file import check_keys, read_toml, strings_at, table_at
from sources.errors import ConfigError

CONFIG_NAME = "claims.toml"
DECISIONS_NAME = "decisions.jsonl"

KEYS: dict[str, str] = {
    "database": "the registry, unless --db names another",
    "sources": "files, folders and patterns that `claims add` reads when it is given none",
    "manifest": "the manifest that `claims add` reads when it is given none",
    "aliases": "the file with the other names of subjects",
    "decisions": "the file that decisions are kept in; `claims decisions import` and `claims check` read it",
    "watch": "facts to watch, see docs/watch.md",
    "thresholds": "a table of numbers, see registry/thresholds.py",
    "reader": "a table: which language model reads besides grammar, see docs/reader.md",
    "check": "a table: by what `claims check` fails, see registry/checking/settings.py",
    "rules": "a table for each rule of comparison that is to be off, of another severity, or limited to paths",
}
"""What the file may say. Paths are relative to its folder."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project, and the ``claims.toml`` that says them, if any.

    ``folder`` is the one of that file, or the current one; paths are full. ``decisions`` is None where there is no
    ``claims.toml``; the file it names need not be there.
    """

    folder: Path
    database: Path
    aliases: Path
    sources: tuple[str, ...] = ()
    manifest: Path | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)
    decisions: Path | None = None
    reader: ReaderSettings = field(default_factory=ReaderSettings)
    check: CheckSettings = field(default_factory=CheckSettings)
    rules: Policies = field(default_factory=Policies)
    file: Path | None = None

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
    check_keys(file, table, KEYS)
    folder, default = file.parent, Settings.of(file.parent)
    return Settings(
        folder=folder,
        database=_path(file, table, "database") or default.database,
        aliases=_path(file, table, "aliases") or default.aliases,
        sources=strings_at(file, table, "sources", '["articles", "drafts/*.md"]'),
        manifest=_path(file, table, "manifest"),
        thresholds=_thresholds(file, table.get("thresholds", {})),
        decisions=_path(file, table, "decisions") or folder / DECISIONS_NAME,
        reader=read_reader_settings(file, table.get("reader", {})),
        check=read_check_settings(file, table.get("check", {})),
        rules=read_policies(file, table.get("rules", {})),
        file=file,
    )


def _path(file: Path, table: Mapping[str, object], key: str) -> Path | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value:
        raise ConfigError(str(file), f"`{key}` is not a path", f'write {key} = "a/path"')
    return file.parent / value


def _thresholds(file: Path, table: object) -> Thresholds:
    numbers = table_at(file, table, "thresholds")
    check_keys(file, numbers, RANGES, "thresholds.")
    for key, value in numbers.items():
        low, high = RANGES[key]
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            raise ConfigError(str(file), f"`thresholds.{key}` is no number from {low:g} to {high:g}", "correct it")
    return Thresholds(**{key: float(value) for key, value in numbers.items()})
