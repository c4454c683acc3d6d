"""What is in force where a command is run: settings, aliases, thresholds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from registry.alias_file import read_alias_file
from registry.config import Settings, find_settings
from registry.method import Method


def find_project(database: Path | None) -> Settings:
    """The settings in force in the current folder; ``database`` is what ``--db`` says. Raises ConfigError."""
    settings = find_settings(Path.cwd())
    return replace(settings, database=database) if database else settings


def method_of(settings: Settings) -> Method:
    """How claims are found under ``settings``. Raises ConfigError for a wrong alias file.

    Where there is no alias file, what a registry knows already is not thrown away.
    """
    return Method(read_alias_file(settings.aliases).aliases, settings.thresholds, from_file=settings.aliases.exists())
