"""``claims conflicts``: the report of statements that disagree."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.narrowing import Narrowing, by_correction, by_second_opinion, by_status, narrowed
from registry.commands.options import database, formats
from registry.commands.output import screen, tell
from registry.model import Correction, SecondOpinion, Status
from registry.reports import FORMATS


@click.command()
@database
@click.option("--all", "everything", is_flag=True, help="Every compared pair: decided, agreeing and closed ones too.")
@narrowed
@by_status
@by_correction
@by_second_opinion
@formats(FORMATS)
def conflicts(
    db: Path | None,
    everything: bool,
    narrowing: Narrowing,
    statuses: tuple[str, ...],
    corrections: tuple[str, ...],
    second_opinions: tuple[str, ...],
    form: str,
) -> None:
    """List statements that disagree, worst first.

    Without options: pairs that are open or reopened, of verdict conflict, tension or time_drift. With --all, --verdict
    and --status ask among every compared pair; --correction and --second-opinion ask among decided ones too. a and b
    in a line are the sides that decisions name.
    """
    from registry import telling
    from registry.connection import readable_registry
    from registry.project import find_project
    from registry.queries import FLAGGED, UNSETTLED

    settings = find_project(db)
    any_status = everything or corrections or second_opinions
    with readable_registry(settings.database) as registry:
        wanted = narrowing.filter(
            registry.db,
            settings,
            verdicts=() if everything else FLAGGED,
            statuses=tuple(map(Status, statuses)) or (() if any_status else UNSETTLED),
            corrections=tuple(map(Correction, corrections)),
            second_opinions=tuple(map(SecondOpinion, second_opinions)),
        )
        tell(FORMATS[form](telling.report(registry.db, wanted), screen()))
