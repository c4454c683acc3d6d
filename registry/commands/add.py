"""``claims add``: sources into the registry."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.commands.options import PATH, database
from registry.commands.output import FINE, INTERRUPTED, WRONG, fail, question_watcher, screen, tell, watcher
from registry.reports.screen import plain
from registry.reports.wording import counted
from sources.errors import UsageError

if TYPE_CHECKING:
    from registry.connection import Registry
    from registry.ingest import Judging
    from registry.method import Method
    from registry.reader.asking import Asked
    from registry.reader.doubts import Doubts
    from registry.reader.language_model import LanguageModel
    from registry.reader.settings import ReaderSettings
    from registry.selection import Submission
    from sources.errors import SourceError


@click.command()
@database
@click.option("--manifest", type=PATH, metavar="FILE", help="A .json, .jsonl or .csv list of sources.")
@click.option("--published", metavar="DATE", help="When PATH was published: 2025, 2025-04 or 2025-04-09.")
@click.option("--reader", type=click.Choice(["grammar", "llm"]), help="Who reads: grammar alone, or a model besides.")
@click.option("--model", metavar="NAME", help="The model that reads, by its name in the llm library.")
@click.option("--judge/--no-judge", default=None, help="Ask the model too whether doubtful pairs are of one thing.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent to the model, and stop.")
@click.option("--max-calls", type=click.IntRange(min=0), metavar="N", help="No more than N calls of the model.")
@click.option("--max-tokens", type=click.IntRange(min=0), metavar="N", help="No more than about N tokens.")
@click.argument("paths", type=PATH, nargs=-1, metavar="[PATH]...")
def add(
    db: Path | None,
    manifest: Path | None,
    published: str | None,
    reader: str | None,
    model: str | None,
    judge: bool | None,
    dry_run: bool,
    max_calls: int | None,
    max_tokens: int | None,
    paths: tuple[Path, ...],
) -> int:
    """Register sources and compare what they say.

    Reads files and folders, or what claims.toml names when no PATH is given, extracts claims and compares them with
    everything registered, one transaction a source. With --reader llm a language model says first what the values
    are said of; what is sent where is printed before the first call. With --judge it says then whether pairs that
    matching is not sure of speak of the same thing.
    """
    from registry import ingest
    from registry.project import find_project, method_of
    from registry.reader.asking import Asked
    from registry.reader.run import chosen, method_with
    from registry.reports.run import run_summary
    from registry.selection import select

    settings = find_project(db)
    submissions = select(settings, paths, manifest, published)
    wanted = chosen(settings, reader, model, max_calls, max_tokens, judge)
    method = method_with(method_of(settings), reader, wanted)
    if dry_run and not wanted.model:
        raise UsageError("--dry-run", "is about what a model would be sent", "add --reader llm --model NAME")
    summary, asked, opinions = ingest.Summary(), Asked(), Asked()
    try:
        if wanted.model:
            _ask(settings.database, submissions, method, wanted, asked, dry_run=dry_run)
        judging = _judging(settings.database, submissions, method, wanted, asked, opinions, dry_run=dry_run)
        if dry_run:
            return FINE
        ingest.add(settings.database, submissions, method, watcher(), summary, judging)
    except KeyboardInterrupt:
        answered = asked.answered + opinions.answered
        kept = f"{counted(answered, 'answer')} kept, " if answered else ""
        done = counted(summary.done, "source")
        click.echo(f"claims add: stopped after {done}; {kept}run it again to go on", err=True)
        return INTERRUPTED
    tell(run_summary(summary, screen()))
    for error in summary.failures:
        fail(f"claims: {error}")
    return WRONG if summary.failures else FINE


def _ask(
    database: Path,
    submissions: Sequence[Submission | SourceError],
    method: Method,
    wanted: ReaderSettings,
    asked: Asked,
    *,
    dry_run: bool,
) -> None:
    """Says what the model would be sent, and unless that is all that was asked for, sends it."""
    from registry.reader.run import asked_about, planned
    from registry.reports.second_reader import asked_line, plan_lines

    found, model = planned(database, submissions, method, wanted)
    for line in plan_lines(found, model.place if model else "", wanted):
        click.echo(plain(line), err=True)
    if model and not dry_run:
        try:
            asked_about(database, found, model, wanted, asked, question_watcher("passages"))
        finally:
            click.echo(plain(asked_line(asked)), err=True)


def _judging(
    database: Path,
    submissions: Sequence[Submission | SourceError],
    method: Method,
    wanted: ReaderSettings,
    asked: Asked,
    opinions: Asked,
    *,
    dry_run: bool,
) -> Judging | None:
    """Who asks about doubtful pairs once the sources are in; with ``dry_run`` only says what would be sent."""
    if not method.judge:
        return None
    from registry.reader.judging import asked_about_pairs, opened, rehearsed
    from registry.reports.second_reader import asked_line, doubt_lines

    def announce(found: Doubts, model: LanguageModel | None) -> None:
        for line in doubt_lines(found, model.place if model else "", wanted, method):
            click.echo(plain(line), err=True)

    if dry_run:
        announce(*rehearsed(database, submissions, method, wanted))
        return None

    def judge(registry: Registry, method: Method) -> None:
        found, model = opened(registry, method, wanted)
        announce(found, model)
        if model:
            try:
                asked_about_pairs(registry, found, model, wanted, asked, opinions, question_watcher("pairs"))
            finally:
                click.echo(plain(asked_line(opinions, "pair")), err=True)

    return judge
