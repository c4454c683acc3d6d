"""``claims versions``: the texts that a source has had."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database
from registry.commands.output import screen, tell


@click.command()
@database
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.argument("source")
@click.argument("numbers", nargs=-1, type=click.IntRange(min=1), metavar="[NUMBER] [NUMBER]")
def versions(db: Path | None, form: str, source: str, numbers: tuple[int, ...]) -> None:
    """List the versions of SOURCE, or show how they differ.

    A changed text under the same name is a new version; old ones stay until `claims prune`. With one NUMBER, how that
    version differs from the present one; with two, how the second differs from the first.
    """
    from registry import lookup
    from registry.connection import readable_registry
    from registry.project import find_project
    from registry.reports import versions as report
    from registry.versions import compared_texts, versions_of
    from sources.errors import UsageError

    if len(numbers) > 2:
        raise UsageError("claims versions", "compares two versions", "give two numbers at most")
    settings = find_project(db)
    with readable_registry(settings.database) as registry:
        found = lookup.find_source(registry.db, source, settings.folder)
        if numbers:
            old, new = compared_texts(registry.db, found, *numbers)
            if old.document == new.document:
                click.echo("claims versions: the two are the same text", err=True)
            tell(report.differences(old, new, screen()))
        else:
            write = report.write_json if form == "json" else report.write
            tell(write(versions_of(registry.db, found), screen()))
