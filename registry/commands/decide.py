"""``claims decide``: an editor's decision, and what else an editor does to a conflict."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import author, database, note, words
from registry.commands.output import screen, tell
from registry.model import Judgement
from registry.reports import DETAIL_FORMATS


@click.command()
@database
@click.option("--right", default="", metavar="VALUE", help="Which value is right, as one would write it.")
@note
@author
@click.option("--undo", is_flag=True, help="Take the latest decision back; the one before it holds again.")
@click.option("--flag/--no-flag", default=None, help="Put a flag on it, or take it off.")
@click.option("--assign", metavar="NAME", help="Give it to an editor.")
@click.option("--no-assign", "unassign", is_flag=True, help="Give it to nobody.")
@click.option("--second-opinion/--no-second-opinion", default=None, help="Ask another editor to decide it too, or not.")
@click.argument("conflict")
@click.argument("decision", type=words(Judgement), metavar="[DECISION]", required=False)
def decide(
    db: Path | None,
    right: str,
    note: str,
    by: str | None,
    undo: bool,
    flag: bool | None,
    assign: str | None,
    unassign: bool,
    second_opinion: bool | None,
    conflict: str,
    decision: str | None,
) -> None:
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

    Without DECISION, what the options say is done alone. Every step is added to the log, an undo too.
    """
    from registry import lookup, telling
    from registry.connection import open_registry
    from registry.decisions import default_author
    from registry.project import find_project
    from registry.steps import Steps, take

    judgement = Judgement(decision) if decision else None
    steps = Steps(undo, judgement, right, flag, assign, unassign, second_opinion)
    by = default_author(Path.cwd()) if by is None else by
    with open_registry(find_project(db).database) as registry:
        hit = lookup.find_key(registry.db, conflict, ("pairs",))
        take(registry, hit.id, steps, by=by, note=note)
        tell(DETAIL_FORMATS["text"](telling.detail(registry.db, hit), screen()))
