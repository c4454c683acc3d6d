"""``claims show``: one claim or one compared pair."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database, formats
from registry.commands.output import screen, tell
from registry.reports import DETAIL_FORMATS


@click.command()
@database
@formats(DETAIL_FORMATS)
@click.argument("key", metavar="ID")
def show(db: Path | None, form: str, key: str) -> None:
    """Show one claim or conflict in full.

    ID is a key, or as much of its beginning as no other key shares.
    """
    from registry import lookup, telling
    from registry.connection import readable_registry
    from registry.project import find_project

    with readable_registry(find_project(db).database) as registry:
        hit = lookup.find_key(registry.db, key)
        tell(DETAIL_FORMATS[form](telling.detail(registry.db, hit), screen()))
