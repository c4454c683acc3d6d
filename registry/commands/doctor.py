"""``claims doctor``: whether every stored span still fits."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import database
from registry.commands.output import FINDINGS, FINE, tell
from registry.reports.wording import counted


@click.command()
@database
def doctor(db: Path | None) -> int:
    """Re-read every stored span from the stored text.

    Reports what no longer fits; exit code 1 when there is any.
    """
    from registry import doctor as check
    from registry.connection import readable_registry
    from registry.project import find_project

    with readable_registry(find_project(db).database) as registry:
        faults = list(check.misfits(registry.db))
        tell(faults or [f"{counted(check.checked(registry.db), 'claim')} re-read, all fit"])
    return FINDINGS if faults else FINE
