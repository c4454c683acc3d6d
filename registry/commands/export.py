"""``claims export``: the registry for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database
from registry.commands.output import tell
from sources.errors import UsageError

FORMS = ("csv", "excel", "jsonl")
TABLES = ("claims", "topics", "conflicts", "decisions")
KINDS = (*TABLES, "annotations", "reviews", "feed")


@click.command()
@database
@click.option("--format", "form", type=click.Choice(FORMS), help="Of a table; by default csv, exactly as it is.")
@click.option("--publisher", metavar="NAME", help="The newsroom whose reviews they are.")
@click.option("--base", metavar="URL", help="Where the review desk stands, for links from the feed and the reviews.")
@click.argument("what", type=click.Choice(KINDS), metavar="WHAT")
def export(db: Path | None, form: str | None, publisher: str | None, base: str | None, what: str) -> None:
    """Write out what the registry holds, for other programs.

    WHAT is one of:

    \b
    claims, topics, conflicts, decisions  a table, as CSV or as JSON lines; excel is
                 CSV that spreadsheets open in the right script, and that holds
                 nothing they would take for a formula
    annotations  claims as W3C Web Annotations, JSON-LD
    reviews      claims that were judged, as schema.org ClaimReview, JSON-LD
    feed         what waits to be judged, the newest first, as an Atom feed
    """
    from registry import exports
    from registry.connection import readable_registry
    from registry.project import find_project

    for option, value, takers in (
        ("--format", form, TABLES),
        ("--publisher", publisher, ("reviews",)),
        ("--base", base, ("feed", "reviews")),
    ):
        if value and what not in takers:
            raise UsageError(option, f"says nothing of {what}", "leave it out")
    with readable_registry(find_project(db).database) as registry:
        if what == "annotations":
            tell(exports.exported_annotations(registry.db))
        elif what == "reviews":
            tell(exports.exported_reviews(registry.db, publisher, base))
        elif what == "feed":
            tell(exports.exported_feed(registry.db, base))
        else:
            tell(exports.exported_table(registry.db, what, form))
