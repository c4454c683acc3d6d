"""``claims refresh``: reading anew after an upgrade."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database
from registry.commands.output import tell, watcher


@click.command()
@database
@click.option("--all", "everything", is_flag=True, help="Every text, also what this release has read already.")
def refresh(db: Path | None, everything: bool) -> None:
    """Find the claims of registered texts anew, after an upgrade.

    Reads what another release has read, from the registry's own copy of the texts, and sums up what that changes.
    Decisions stay with what is still said: keys are made of wording, never of how a value was read.
    """
    from registry.connection import open_registry
    from registry.ingest import refresh_registry
    from registry.method import Stale
    from registry.project import find_project, method_of
    from registry.reports.run import reread_summary

    settings = find_project(db)
    with open_registry(settings.database):  # there has to be one
        pass
    summary = refresh_registry(
        settings.database, method_of(settings), Stale.ALL if everything else Stale.RELEASE, watcher()
    )
    tell(list(reread_summary(summary)) or ["nothing to do: this release has read every text"])
