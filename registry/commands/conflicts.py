"""``claims conflicts``: the report of statements that disagree."""

from __future__ import annotations

from pathlib import Path

import click

from claims.model import Severity, Verdict
from registry.commands.options import database, formats, limit, of_source, of_subject, words
from registry.commands.output import screen, tell
from registry.model import Status
from registry.reports import FORMATS


@click.command()
@database
@click.option("--all", "everything", is_flag=True, help="Every compared pair, decided and agreeing ones too.")
@click.option(
    "--verdict", "verdicts", type=words(Verdict), multiple=True, help="Only of this verdict; may be repeated."
)
@click.option(
    "--severity", "severities", type=words(Severity), multiple=True, help="Only of this severity; may be repeated."
)
@of_source
@of_subject
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Only what this rule decided; may be repeated.")
@click.option("--status", "statuses", type=words(Status), multiple=True, help="Only of this status; may be repeated.")
@limit
@formats(FORMATS)
def conflicts(
    db: Path | None,
    everything: bool,
    verdicts: tuple[str, ...],
    severities: tuple[str, ...],
    source: str | None,
    subject: str | None,
    rules: tuple[str, ...],
    statuses: tuple[str, ...],
    limit: int | None,
    form: str,
) -> None:
    """List statements that disagree, worst first.

    Without options: pairs that are open or reopened, of verdict conflict, tension or time_drift. With --all, --verdict
    and --status ask among every compared pair; a and b in a line are the sides that decisions name.
    """
    from registry import lookup, telling
    from registry.connection import open_registry
    from registry.project import find_project
    from registry.queries import FLAGGED, UNSETTLED, PairFilter

    settings = find_project(db)
    with open_registry(settings.database) as registry:
        wanted = PairFilter(
            verdicts=tuple(map(Verdict, verdicts)) or (() if everything else FLAGGED),
            statuses=tuple(map(Status, statuses)) or (() if everything else UNSETTLED),
            severities=tuple(map(Severity, severities)),
            sources=lookup.find_sources(registry.db, source, settings.folder) if source else (),
            subject=subject,
            rules=rules,
            limit=limit,
        )
        tell(FORMATS[form](telling.report(registry.db, wanted), screen()))
