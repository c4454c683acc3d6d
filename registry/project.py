"""What is in force where a command is run: settings, aliases, thresholds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claims.reader.pair import judge_of
from claims.reader.reader import Reader
from registry.alias_file import read_alias_file
from registry.config import Settings, find_settings
from registry.fact_sheet import read_fact_sheet
from registry.method import Method


def find_project(database: Path | None) -> Settings:
    """The settings in force in the current folder; ``database`` is what ``--db`` says. Raises ConfigError."""
    settings = find_settings(Path.cwd())
    return replace(settings, database=database) if database else settings


def method_of(settings: Settings) -> Method:
    """How claims are found under ``settings``. Raises ConfigError for a wrong alias file or fact sheet.

    Where there is no alias file or ``claims.toml``, what a registry knows already is not thrown away.
    """
    model = settings.reader.model
    return Method(
        read_alias_file(settings.aliases).aliases,
        settings.thresholds,
        from_file=settings.aliases.exists(),
        sheet=read_fact_sheet(settings.file),
        sheet_from_file=settings.file is not None,
        reader=Reader(model) if model else None,
        judge=judge_of(model) if model and settings.reader.judge else None,
        reader_stated=model is not None,
    )
