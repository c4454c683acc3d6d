"""The options by which a command is narrowed down to some of the compared pairs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce, wraps
from typing import TYPE_CHECKING, Any

import click

from claims.model import Severity, Verdict
from registry.commands.options import limit, of_source, of_subject, words
from registry.model import Correction, SecondOpinion, Status

if TYPE_CHECKING:
    from sqlite_utils import Database

    from registry.config import Settings
    from registry.queries import PairFilter

_OPTIONS = (
    click.option(
        "--verdict", "verdicts", type=words(Verdict), multiple=True, help="Only of this verdict; may be repeated."
    ),
    click.option(
        "--severity", "severities", type=words(Severity), multiple=True, help="Only of this severity; may be repeated."
    ),
    of_source,
    of_subject,
    click.option(
        "--rule", "rules", multiple=True, metavar="RULE", help="Only what this rule decided; may be repeated."
    ),
    click.option("--assignee", metavar="NAME", help="Only what is given to this editor."),
    click.option("--flagged", is_flag=True, help="Only what is flagged."),
    limit,
)

by_status = click.option(
    "--status", "statuses", type=words(Status), multiple=True, help="Only of this status; may be repeated."
)
by_correction = click.option(
    "--correction",
    "corrections",
    type=words(Correction),
    multiple=True,
    help="Only what was found wrong and still stands, or no longer does.",
)
by_second_opinion = click.option(
    "--second-opinion",
    "second_opinions",
    type=words(SecondOpinion),
    multiple=True,
    help="Only where another editor's opinion is proposed, asked for, or given.",
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a person asked for. Words are checked when the options are read; names when a registry is open."""

    verdicts: tuple[str, ...]
    severities: tuple[str, ...]
    source: str | None
    subject: str | None
    rules: tuple[str, ...]
    assignee: str | None
    flagged: bool
    limit: int | None

    def filter(self, db: Database, settings: Settings, verdicts: tuple[Verdict, ...], **others: Any) -> PairFilter:
        """The filter, with ``verdicts`` where none are asked for; ``others`` are fields of it.

        Raises KeyNotFoundError for an unknown source.
        """
        from registry import lookup
        from registry.queries import PairFilter

        return PairFilter(
            verdicts=tuple(map(Verdict, self.verdicts)) or verdicts,
            severities=tuple(map(Severity, self.severities)),
            sources=lookup.find_sources(db, self.source, settings.folder) if self.source else (),
            subject=self.subject,
            rules=self.rules,
            assignee=self.assignee,
            flagged=self.flagged,
            limit=self.limit,
            **others,
        )


def narrowed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options, and hands it what they say as ``narrowing``."""

    @wraps(command)
    def run(**options: Any) -> Any:
        chosen = {name: options.pop(name) for name in Narrowing.__dataclass_fields__}
        return command(narrowing=Narrowing(**chosen), **options)

    return reduce(lambda made, option: option(made), reversed(_OPTIONS), run)
