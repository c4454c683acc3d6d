"""``claims export``: the registry for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database
from registry.commands.output import tell

KINDS = ("claims", "topics", "conflicts", "decisions", "annotations")


@click.command()
@database
@click.option(
    "--format", "form", type=click.Choice(["csv", "jsonl"]), help="Of a table; by default csv. Linked data is JSON-LD."
)
@click.argument("what", type=click.Choice(KINDS), metavar="WHAT")
def export(db: Path | None, form: str | None, what: str) -> None:
    """Write out what the registry holds, for other programs.

    WHAT is one of:

    \b
    claims, topics, conflicts, decisions  a table, as CSV or as JSON lines
    annotations  claims as W3C Web Annotations, one JSON-LD page
    """
    from registry.connection import open_registry
    from registry.exports import exported
    from registry.project import find_project

    with open_registry(find_project(db).database) as registry:
        tell(exported(registry.db, what, form))
