"""``claims alias``: the other names of subjects."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import click

from registry.commands.options import database, formats, limit
from registry.commands.output import screen, tell
from registry.reports import PROPOSAL_FORMATS


@click.group(no_args_is_help=False)
def alias() -> None:
    """Keep the other names of subjects."""


@alias.command("add")
@database
@click.argument("name")
@click.argument("others", nargs=-1, required=True, metavar="ALIAS...")
def alias_add(db: Path | None, name: str, others: tuple[str, ...]) -> None:
    """Let ALIAS be other names of NAME.

    Writes the alias file, and brings the registry up to date where there is one.
    """
    from registry.alias_file import read_alias_file, write_alias_file
    from registry.connection import open_registry
    from registry.ingest import refresh_registry
    from registry.project import find_project, method_of
    from registry.reports.run import reread_summary

    settings = find_project(db)
    file = read_alias_file(settings.aliases).adding(name, others)
    # Nothing is written where the registry that has to follow cannot be used.
    with open_registry(settings.database) if db or settings.database.exists() else nullcontext():
        write_alias_file(file)
    tell([f"wrote {settings.aliases}"])
    summary = refresh_registry(settings.database, method_of(settings))
    for line in reread_summary(summary):
        click.echo(line, err=True)


@alias.command("list")
def alias_list() -> None:
    """List subjects and their other names."""
    from registry.alias_file import read_alias_file
    from registry.project import find_project

    file = read_alias_file(find_project(None).aliases)
    tell(f"{name}: {', '.join(sorted(file.groups[name]))}" for name in sorted(file.groups))
    if not file.groups:
        click.echo(f"{file.path} holds no names yet; claims alias add NAME ALIAS writes it", err=True)


@alias.command("suggest")
@database
@click.option(
    "--min", "lowest", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Only what scores so much."
)
@limit
@formats(PROPOSAL_FORMATS)
def alias_suggest(db: Path | None, lowest: float, limit: int | None, form: str) -> None:
    """Propose further names of subjects, the surest first.

    From brackets, short forms and spellings in the registered text; nothing is applied.
    """
    from registry.alias_file import read_alias_file
    from registry.alias_suggestions import propose
    from registry.connection import open_registry
    from registry.project import find_project

    settings = find_project(db)
    file = read_alias_file(settings.aliases)
    with open_registry(settings.database) as registry:
        tell(PROPOSAL_FORMATS[form](propose(registry.db, file, lowest=lowest, limit=limit), screen()))
