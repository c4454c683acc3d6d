"""``claims watch``: the watched facts of claims.toml and how they stand."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database
from registry.commands.output import FINE, screen, tell


@click.command()
@database
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def watch(db: Path | None, form: str) -> int:
    """List the watched facts and what the sources say of them.

    Watched facts are the [[watch]] entries of claims.toml. An entry is held, contradicted, stated by no source
    (unmatched) or contradicted by another entry (disputed). When claims.toml has changed, what the registry holds is
    brought up to date first.
    """
    from registry import ingest
    from registry.connection import readable_registry
    from registry.project import find_project, method_of
    from registry.reports import watch_list
    from registry.watch_list import watched_facts

    settings = find_project(db)
    method = method_of(settings)
    with readable_registry(settings.database) as registry:
        ingest.refresh(registry, ingest.in_force(registry, method))
        facts = watched_facts(registry.db)
    if not facts and form == "text":
        click.echo("claims watch: no facts are watched; add [[watch]] entries to claims.toml", err=True)
    else:
        write = watch_list.write_json if form == "json" else watch_list.write
        tell(write(facts, screen()))
    return FINE
