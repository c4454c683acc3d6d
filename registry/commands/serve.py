"""``claims serve``: the review desk in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import PATH, database
from registry.commands.output import tell


@click.command()
@database
@click.option("--host", default="127.0.0.1", show_default=True, metavar="H", help="The address to listen on.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), metavar="N", help="0: any.")
@click.option("--editor", metavar="NAME", help="Who decides; by default git's user.name, else the login name.")
@click.option(
    "--config", type=PATH, metavar="FILE", help="A YAML file for Datasette: editors, plugins and what else it takes."
)
def serve(db: Path | None, host: str, port: int, editor: str | None, config: Path | None) -> None:
    """Open the review desk in the browser.

    It is Datasette on the registry, with a queue of what disagrees, each finding with both passages, and a form to
    decide. Without a signed-in editor every page is read-only; the link that is printed signs NAME in, once.
    """
    from registry.decision_log import checked_name
    from registry.decisions import default_author
    from registry.desk.serve import open_desk
    from registry.desk.yaml_file import read_yaml
    from registry.project import find_project

    name = checked_name(default_author(Path.cwd()) if editor is None else editor, "--editor", "say who decides")
    with open_desk(find_project(db).database, host, port, name, read_yaml(config) if config else None) as desk:
        if desk.open_to_others:
            click.echo(f"claims serve: whoever reaches {host} can read the whole registry", err=True)
        tell([f"Review desk:     {desk.address}", f"Sign in, once:   {desk.link}"])
        click.echo(f"{name} decides. Control-C ends it.", err=True)
        try:
            desk.run()
        except KeyboardInterrupt:
            return
