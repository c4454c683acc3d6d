"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

PATH = click.Path(path_type=Path)
database = click.option("--db", type=PATH, metavar="FILE", help="The registry; by default registry.db here.")
limit = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than N.")
of_source = click.option("--source", metavar="NAME", help="Only of this source, by its name or file name.")
of_subject = click.option("--subject", metavar="NAME", help="Only about this subject, under any of its names.")

note = click.option("--note", default="", metavar="TEXT", help="Why.")
author = click.option("--by", metavar="NAME", help="Who decides; by default git's user.name, else the login name.")


def words(enumeration: type[StrEnum]) -> click.Choice[str]:
    """The words an option takes."""
    return click.Choice([word.value for word in enumeration], case_sensitive=False)


def formats(table: Iterable[str]) -> Callable[[Any], Any]:
    """The option that chooses among the formats of a table."""
    return click.option("--format", "form", type=click.Choice(list(table)), default="text", show_default=True)
