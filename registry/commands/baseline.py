"""``claims baseline``: what is known and put off."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import PATH, formats
from registry.commands.output import tell


@click.group(no_args_is_help=False)
def baseline() -> None:
    """Look into baselines of `claims check`."""


@baseline.command("diff")
@formats(("text", "json"))
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
def baseline_diff(form: str, old: Path, new: Path) -> None:
    """Show what NEW lists and OLD does not, and the other way round."""
    from claims.rules import RULES
    from registry.checking.baseline import difference, read_baseline
    from registry.reports.baseline_diff import as_json, as_text

    rules = {rule.__name__ for rule in RULES}
    found = difference(read_baseline(old, rules), read_baseline(new, rules))
    tell(as_json(found) if form == "json" else as_text(found))
