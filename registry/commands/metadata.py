"""``claims metadata``: what plain Datasette needs to show a registry well."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import PATH, database
from registry.commands.output import tell


@click.command()
@database
@click.option("--editor", "editors", multiple=True, metavar="ID", help="Who may decide at the desk; may be repeated.")
@click.argument("folder", type=PATH)
def metadata(db: Path | None, editors: tuple[str, ...], folder: Path) -> None:
    """Write metadata.yaml and datasette.yaml into FOLDER.

    They describe the registry to Datasette 0.65 and 1.0: titles, facets, saved queries, and who may decide.
    """
    from registry.connection import readable_registry
    from registry.desk.descriptions import write_files
    from registry.project import find_project

    file = find_project(db).database
    with readable_registry(file):
        pass
    old, new = write_files(folder, file.stem, editors)
    tell([f"0.65: datasette {file} -m {old}", f"1.0:  datasette {file} -c {new} -m {old}"])
