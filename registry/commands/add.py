"""``claims add``: sources into the registry."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import PATH, database
from registry.commands.output import FINE, INTERRUPTED, WRONG, fail, screen, tell, watcher
from registry.reports.wording import counted


@click.command()
@database
@click.option("--manifest", type=PATH, metavar="FILE", help="A .json, .jsonl or .csv list of sources.")
@click.option("--published", metavar="DATE", help="When PATH was published: 2025, 2025-04 or 2025-04-09.")
@click.argument("paths", type=PATH, nargs=-1, metavar="[PATH]...")
def add(db: Path | None, manifest: Path | None, published: str | None, paths: tuple[Path, ...]) -> int:
    """Register sources and compare what they say.

    Reads files and folders, or what claims.toml names when no PATH is given, extracts claims and compares them with
    everything registered, one transaction a source.
    """
    from registry import ingest
    from registry.project import find_project, method_of
    from registry.reports.run import run_summary
    from registry.selection import select

    settings = find_project(db)
    submissions = select(settings, paths, manifest, published)
    summary = ingest.Summary()
    try:
        ingest.add(settings.database, submissions, method_of(settings), watcher(), summary)
    except KeyboardInterrupt:
        click.echo(f"claims add: stopped after {counted(summary.done, 'source')}; run it again to go on", err=True)
        return INTERRUPTED
    tell(run_summary(summary, screen()))
    for error in summary.failures:
        fail(f"claims: {error}")
    return WRONG if summary.failures else FINE
