"""``claims check``: drafts in continuous integration."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from registry.checking.settings import SEVERITIES, severity_named
from registry.commands.check_output import FORMAT, OUTPUT, OrderedCommand, publish
from registry.commands.options import PATH
from registry.commands.output import FINDINGS, FINE, WRONG, fail
from registry.reports.check import CHECK_FORMATS, FINDINGS_ALONE
from registry.reports.wording import counted
from sources.errors import UsageError


@click.command(cls=OrderedCommand)
@click.option("--db", type=PATH, metavar="FILE", help="Check against this registry, which is only read.")
@click.option(FORMAT, "forms", type=click.Choice(list(CHECK_FORMATS)), multiple=True, help="By default text.")
@click.option(
    OUTPUT,
    "outputs",
    type=PATH,
    multiple=True,
    metavar="FILE",
    help="Write the format before it to FILE; - is standard output.",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="The lowest severity that fails the check; by default what claims.toml says, else medium.",
)
@click.option("--since", metavar="REF", help="Check only files that have changed since this git revision.")
@click.option("--baseline", type=PATH, metavar="FILE", help="Findings that this file lists are known and put off.")
@click.option(
    "--update-baseline",
    is_flag=True,
    help="Write what is found now into the baseline, and take out what fits nothing any more.",
)
@click.option("--allow-stale-baseline", is_flag=True, help="Entries of the baseline may fit nothing any more.")
@click.option("--exit-zero", is_flag=True, help="Findings do not change the exit code.")
@click.option("--stdin-filename", type=PATH, metavar="PATH", help="The file that standard input is a draft of.")
@click.argument("paths", type=click.Path(path_type=Path, allow_dash=True), nargs=-1, metavar="[PATH]...")
@click.pass_context
def check(
    ctx: click.Context,
    db: Path | None,
    forms: tuple[str, ...],
    outputs: tuple[Path, ...],
    fail_on: str | None,
    since: str | None,
    baseline: Path | None,
    update_baseline: bool,
    allow_stale_baseline: bool,
    exit_zero: bool,
    stdin_filename: Path | None,
    paths: tuple[Path, ...],
) -> int:
    """Check drafts for statements that disagree.

    PATH are files and folders, `-` is standard input; without any, the sources that claims.toml names are checked.
    They are compared with each other and with everything else: what is registered in --db, else what claims.toml
    names. A PATH that is registered takes the place of its registered version. Exit code 1 when a finding is open,
    severe enough, and of a verdict that claims.toml lists (by default conflict and tension).
    """
    from registry.checking.baseline import write_baseline
    from registry.checking.check import check as run
    from registry.checking.request import Request
    from registry.project import find_project
    from registry.reports.check.text import stale

    reports = OrderedCommand.pairs(ctx, forms, outputs)
    settings = find_project(None)
    dash = Path("-") in paths
    if stdin_filename and not dash:
        raise UsageError("--stdin-filename", "names standard input, which is not read", "give `-` as PATH")
    request = Request(
        paths=tuple(path for path in paths if path != Path("-")),
        draft=sys.stdin.buffer.read() if dash else None,
        draft_name=stdin_filename,
        database=db,
        since=since,
        fail_on=severity_named(fail_on) if fail_on else settings.check.fail_on,
        baseline=baseline or settings.check.baseline,
        update_baseline=update_baseline,
        allow_stale=allow_stale_baseline,
    )
    if update_baseline and not request.baseline:
        raise UsageError("--update-baseline", "names no file", "give it with --baseline FILE")
    outcome = run(settings, request)
    if outcome.baseline is not None and request.baseline:
        write_baseline(request.baseline, outcome.baseline)
        click.echo(f"wrote {request.baseline}: {counted(len(outcome.baseline.entries), 'entry', 'entries')}", err=True)
    if outcome.report.checked or not outcome.failures:
        publish(outcome.report, reports)
    if outcome.report.stale and any(target.form in FINDINGS_ALONE for target in reports):
        fail(f"claims: {request.baseline}: {stale(outcome.report)}")
    for line in (*map(str, outcome.report.notices), *(f"claims: {error}" for error in outcome.failures)):
        fail(line)
    if outcome.failures:
        return WRONG
    return FINDINGS if outcome.report.fails and not exit_zero else FINE
