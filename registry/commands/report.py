"""``claims report``: the registry as a page for people who never open a terminal."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import PATH, database, limit
from registry.commands.output import tell


@click.command()
@database
@click.option("--title", default="Claim Registry", show_default=True, metavar="TEXT", help="What stands above it.")
@limit
@click.argument("folder", type=PATH)
def report(db: Path | None, title: str, limit: int | None, folder: Path) -> None:
    """Write the registry to FOLDER as a page to read or print.

    One file in English, one in Chinese: every topic on which statements disagree, both passages, the values on a
    line, the decision, and the sources. Neither needs a network or anything beside it.
    """
    from registry.book import book_of, write_book
    from registry.connection import readable_registry
    from registry.project import find_project

    with readable_registry(find_project(db).database) as registry:
        book = book_of(registry.db, title, limit)
    tell(f"wrote {path}" for path in write_book(book, folder))
