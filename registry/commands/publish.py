"""``claims publish``: a copy for readers, in a folder that Datasette serves."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import PATH, database
from registry.commands.output import tell


@click.command()
@database
@click.option("--title", default="Claim Registry", show_default=True, metavar="TEXT", help="What stands above it.")
@click.option("--editors", is_flag=True, help="Publish who decided, and their notes.")
@click.option("--undecided", is_flag=True, help="Publish findings that nobody has judged.")
@click.option("--robots/--no-robots", default=False, show_default=True, help="Let search engines index the pages.")
@click.argument("folder", type=PATH)
def publish(db: Path | None, title: str, editors: bool, undecided: bool, robots: bool, folder: Path) -> None:
    """Write a read-only copy for readers to FOLDER.

    `datasette FOLDER` serves it. Editors' names and notes, texts that have been replaced and findings that nobody has
    judged stay at home unless they are asked for.
    """
    from registry.connection import open_registry
    from registry.project import find_project
    from registry.publishing.copy import Kept
    from registry.publishing.folder import publish as write

    with open_registry(find_project(db).database) as registry:
        written = write(registry, folder, Kept(editors, undecided), title=title, robots=robots)
    tell(f"wrote {path}" for path in written)
