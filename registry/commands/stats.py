"""``claims stats``: what is registered and how the editors are getting on with it."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database
from registry.commands.output import screen, tell


@click.command()
@database
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def stats(db: Path | None, form: str) -> None:
    """Count claims, findings and decisions.

    Findings by verdict, rule, source and status; how often each rule was right, as far as editors have judged it
    (misread and not_comparable count against it) and how far two editors agree on its findings; who decided how
    many; how long the queue has been waiting; corrections.
    """
    from registry.connection import readable_registry
    from registry.project import find_project
    from registry.reports.stats import write, write_json
    from registry.stats import gather

    with readable_registry(find_project(db).database) as registry:
        tell((write if form == "text" else write_json)(gather(registry.db), screen()))
