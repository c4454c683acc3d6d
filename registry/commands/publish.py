"""``claims publish``: a copy for readers, in a folder that Datasette serves."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import PATH, database
from registry.commands.output import page_counter, tell


@click.command()
@database
@click.option("--title", default="Claim Registry", show_default=True, metavar="TEXT", help="What stands above it.")
@click.option("--editors", is_flag=True, help="Publish who decided, and their notes.")
@click.option("--undecided", is_flag=True, help="Publish findings that nobody has judged.")
@click.option("--robots/--no-robots", default=False, show_default=True, help="Let search engines index the pages.")
@click.option("--static", is_flag=True, help="Write pages that need no server, instead of a database.")
@click.argument("folder", type=PATH)
def publish(
    db: Path | None, title: str, editors: bool, undecided: bool, robots: bool, static: bool, folder: Path
) -> None:
    """Write a read-only copy for readers to FOLDER.

    `datasette FOLDER` serves it. With --static it is the pages of the review desk as plain files, to be read from a
    file share or any web server. Editors' names and notes and findings that nobody has judged stay at home unless they
    are asked for, texts that have been replaced always.
    """
    from registry.connection import readable_registry
    from registry.project import find_project
    from registry.publishing.copy import Kept
    from registry.publishing.folder import publish as write
    from registry.publishing.folder import publish_pages
    from registry.reports.wording import counted

    kept = Kept(editors, undecided)
    with readable_registry(find_project(db).database) as registry:
        if static:
            counter = page_counter()
            pages = publish_pages(registry, folder, kept, title=title, robots=robots, progress=counter)
            tell([f"wrote {counted(pages, 'page', 'pages')}; open {folder / 'index.html'}"])
        else:
            written = write(registry, folder, kept, title=title, robots=robots)
            tell(f"wrote {path}" for path in written)
