"""``claims decide``: an editor's decision."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database, words
from registry.commands.output import screen, tell
from registry.model import Judgement
from registry.reports import DETAIL_FORMATS


@click.command()
@database
@click.option("--note", default="", metavar="TEXT", help="Why.")
@click.option("--by", metavar="NAME", help="Who decides; by default git's user.name, else the login name.")
@click.argument("conflict")
@click.argument("decision", type=words(Judgement), metavar="DECISION")
def decide(db: Path | None, note: str, by: str | None, conflict: str, decision: str) -> None:
    """Record an editor's decision on CONFLICT.

    It holds for all pairs with the same two wordings, and is never changed: a later one takes its place. CONFLICT is
    a key that `claims conflicts` prints, or its beginning. DECISION is one of:

    \b
    a_wrong, b_wrong, both_wrong  a side is wrong; a correction is due
    both_right      scope, date or definition differ
    superseded      right once, no longer
    not_comparable  they do not speak of the same thing
    misread         the machine read a side wrongly
    unsure          the conflict stays open
    """
    from registry import decisions, lookup, telling
    from registry.connection import open_registry
    from registry.project import find_project

    by = decisions.default_author(Path.cwd()) if by is None else by
    with open_registry(find_project(db).database) as registry:
        hit = lookup.find_key(registry.db, conflict, ("pairs",))
        decisions.record(registry, hit.id, Judgement(decision), by=by, note=note)
        tell(DETAIL_FORMATS["text"](telling.detail(registry.db, hit), screen()))
