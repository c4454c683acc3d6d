"""``claims init``: the files a project begins with."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.output import tell
from registry.starter import Workflow, carry_out, plan


@click.command()
@click.option(
    "--workflow",
    type=click.Choice([word.value for word in Workflow]),
    help="Write a job for continuous integration too.",
)
def init(workflow: str | None) -> None:
    """Set up a project in this folder.

    Writes claims.toml and an empty decisions.jsonl, and keeps the registry out of git. What is there already stays as
    it is.
    """
    planned = plan(Path(), Workflow(workflow) if workflow else None)
    carry_out(planned)
    tell(f"{'kept' if item.there else 'wrote'} {item.path}" for item in planned)
    click.echo("Next: put articles into the folder articles, or name yours in claims.toml; then claims check", err=True)
