"""``claims rules``: the rules of comparison."""

from __future__ import annotations

import click

from registry.commands.options import formats
from registry.commands.output import screen, tell
from registry.reports import rule_list
from sources.errors import UsageError


@click.command()
@formats(rule_list.FORMATS)
@click.argument("name", required=False)
def rules(form: str, name: str | None) -> None:
    """List the rules of comparison, or show one.

    In the order in which they are asked, with what claims.toml makes of each; of the rule NAME all it says, and the
    cases by which it is tested.
    """
    from claims.rules.pages import rule_pages
    from registry.project import find_project

    pages = rule_pages()
    chosen = tuple(page for page in pages if name in (None, page.name))
    if not chosen:
        raise UsageError(f"{name}", "is no rule", "`claims rules` lists them")
    listed = rule_list.RuleList(chosen, find_project(None).rules, whole=name is not None)
    tell(rule_list.FORMATS[form](listed, screen()))
