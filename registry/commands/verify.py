"""``claims verify``: what an editor found out about one claim."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import author, database, note, words
from registry.commands.output import screen, tell
from registry.model import Verification
from registry.reports import DETAIL_FORMATS
from sources.errors import UsageError


@click.command()
@database
@click.option("--evidence", default="", metavar="URL", help="Where it can be seen.")
@note
@author
@click.option("--undo", is_flag=True, help="Take the latest verification back; the one before it holds again.")
@click.argument("claim")
@click.argument("verdict", type=words(Verification), metavar="[VERDICT]", required=False)
def verify(
    db: Path | None, evidence: str, note: str, by: str | None, undo: bool, claim: str, verdict: str | None
) -> None:
    """Record whether CLAIM is true.

    VERDICT is supported, refuted or unproven. CLAIM is a key that `claims list` prints, or its beginning. It holds
    for every claim of the same wording and goes into the same log as decisions. The value of a supported claim is
    held to be right: reports and checks say which statements depart from it.
    """
    from registry import lookup, telling
    from registry.connection import open_registry
    from registry.decisions import default_author
    from registry.project import find_project
    from registry.verification import undo_verification
    from registry.verification import verify as record

    if undo == bool(verdict):
        raise UsageError("verify", "takes a verdict or --undo", f"give one of {' '.join(Verification)}")
    by = default_author(Path.cwd()) if by is None else by
    with open_registry(find_project(db).database) as registry:
        hit = lookup.find_key(registry.db, claim, ("claims",))
        if verdict:
            record(registry, hit.id, Verification(verdict), by=by, note=note, evidence=evidence)
        else:
            undo_verification(registry, hit.id, by=by, note=note)
        tell(DETAIL_FORMATS["text"](telling.detail(registry.db, hit), screen()))
