"""``claims coverage``: what became of every numeral."""

from __future__ import annotations

from pathlib import Path

import click

from claims.left_out import REGISTERED, Reason
from registry.commands.options import database, of_source
from registry.commands.output import FINE, screen, tell


@click.command()
@database
@of_source
@click.option("--list", "listed", is_flag=True, help="Every numeral in place, instead of how many there are.")
@click.option(
    "--reason",
    "reasons",
    type=click.Choice([REGISTERED, *(reason.value for reason in Reason)]),
    multiple=True,
    metavar="REASON",
    help="List only numerals left out for this reason, or those registered; may be repeated.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def coverage(db: Path | None, source: str | None, listed: bool, reasons: tuple[str, ...], form: str) -> int:
    """Account for every numeral of every source.

    A numeral is part of a registered claim, or it was left out for one of a closed list of reasons. The sources are
    read anew for it, which takes as long as adding them.
    """
    from registry import coverage as accounts
    from registry import ingest, lookup
    from registry.connection import readable_registry
    from registry.project import find_project, method_of
    from registry.reports import coverage as reports

    settings = find_project(db)
    method = method_of(settings)
    with readable_registry(settings.database) as registry:
        method = ingest.in_force(registry, method)
        ingest.refresh(registry, method)
        chosen = lookup.find_sources(registry.db, source, settings.folder) if source else ()
        found = accounts.coverage(registry, method, chosen)
        wanted = frozenset(reasons)
        if form == "json":
            tell(reports.records(found, listed=listed or bool(reasons), wanted=wanted))
        elif listed or reasons:
            tell(reports.listing(found, screen(), wanted))
        else:
            tell(reports.summary(found, screen()))
    return FINE
