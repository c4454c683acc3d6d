"""``claims prune``: letting go of texts that have been replaced."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database
from registry.commands.output import tell
from registry.reports.wording import counted


@click.command()
@database
@click.argument("names", nargs=-1, metavar="[SOURCE]...")
def prune(db: Path | None, names: tuple[str, ...]) -> None:
    """Delete the texts that sources no longer have.

    Of all sources, or of those named: every version but the present one, what had been found in it, and closed pairs
    that nobody had decided on. Decided ones stay, with the sentences of both sides.
    """
    from registry import load, lookup, pruning
    from registry.connection import open_registry
    from registry.project import find_project

    settings = find_project(db)
    with open_registry(settings.database) as registry:
        named = [lookup.find_source(registry.db, name, settings.folder) for name in names]
        deleted = pruning.prune(registry, named or load.sources(registry.db))
    tell([f"{counted(deleted, 'old text')} deleted"])
