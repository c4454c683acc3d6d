"""``claims list``: registered claims."""

from __future__ import annotations

from pathlib import Path

import click

from claims.model import Kind
from registry.commands.options import database, formats, limit, of_source, of_subject, words
from registry.commands.output import screen, tell
from registry.reports import CLAIM_FORMATS


@click.command("list")
@database
@of_source
@of_subject
@click.option("--kind", "kinds", type=words(Kind), multiple=True, help="Only of this kind; may be repeated.")
@click.option("--search", default="", metavar="TEXT", help="Only with these words, or this value.")
@limit
@formats(CLAIM_FORMATS)
def list_(
    db: Path | None,
    source: str | None,
    subject: str | None,
    kinds: tuple[str, ...],
    search: str,
    limit: int | None,
    form: str,
) -> None:
    """List registered claims.

    --search takes words in either script, and values however they are written: 10万 finds 100,000. Parts between
    spaces must all be there.
    """
    from registry import lookup, telling
    from registry.connection import readable_registry
    from registry.project import find_project
    from registry.queries import ClaimFilter

    settings = find_project(db)
    with readable_registry(settings.database) as registry:
        chosen = lookup.find_sources(registry.db, source, settings.folder) if source else ()
        wanted = ClaimFilter(chosen, subject, tuple(map(Kind, kinds)), search, limit)
        tell(CLAIM_FORMATS[form](telling.claim_list(registry.db, wanted), screen()))
