"""``claims remove``: sources out of the registry."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database
from registry.commands.output import tell


@click.command()
@database
@click.argument("names", nargs=-1, required=True, metavar="SOURCE...")
def remove(db: Path | None, names: tuple[str, ...]) -> None:
    """Take sources out of the registry.

    Their text, claims, pairs and quotes go; decisions stay.
    """
    from registry.project import find_project
    from registry.removal import remove as take_out

    settings = find_project(db)
    removed = take_out(settings, names)
    tell(f"removed {source.name}" for source in removed)
