"""The ``claims`` command: parse, call one function, print."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from enum import StrEnum
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from claims.model import Kind, Severity, Verdict
from registry.model import Judgement, Status
from registry.reports import CLAIM_FORMATS, DETAIL_FORMATS, FORMATS, PROPOSAL_FORMATS
from registry.reports.screen import Screen, clipped, plain
from registry.reports.wording import counted
from sources.errors import ClaimsError, UsageError

if TYPE_CHECKING:
    from registry.ingest import Outcome, Progress

FINE, FINDINGS, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; the last is the one shells give to what Control-C ended."""


class Command(click.Group):
    """The group of all commands: whatever goes wrong becomes one line on standard error and an exit code."""

    def main(self, args: Sequence[str] | None = None, *_rest: Any, **_options: Any) -> Any:
        """Runs a command line and ends the process with its exit code."""
        try:
            prepare_streams()
            code = super().main(args, prog_name="claims", standalone_mode=False)
        except click.UsageError as error:
            path = error.ctx.command_path if error.ctx else "claims"
            code = fail(f"{path}: {' '.join(error.format_message().split())} See `{path} --help`.")
        except click.ClickException as error:
            code = fail(f"claims: {error.format_message()}")
        except ClaimsError as error:
            code = fail(f"claims: {error}")
        except (click.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        sys.exit(code or FINE)


def prepare_streams() -> None:
    """Makes the standard streams hold any text; what a shell has closed is replaced, or refused where it is needed."""
    streams: dict[str, TextIO | None] = {name: getattr(sys, name) for name in ("stdin", "stdout", "stderr")}
    for name, stream in streams.items():
        if stream is None:
            setattr(sys, name, TextIOWrapper(BytesIO(), encoding="utf-8"))
        elif name != "stdin" and hasattr(stream, "reconfigure"):
            # Names of files may hold bytes that are no text, JSON strings half a character.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if streams["stdout"] is None:
        raise UsageError("standard output", "is closed", "send it to a file, or to /dev/null")


def fail(line: str) -> int:
    """Says what went wrong."""
    click.echo(line, err=True)
    return WRONG


def tell(lines: Iterable[str]) -> None:
    """Prints results; a reader who has seen enough, such as ``head``, may hang up."""
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError as error:
        # What is still in the buffer has to go somewhere when the interpreter flushes it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            problem = f"cannot be written ({error.strerror})"
            raise UsageError("standard output", problem, "make room, or send it elsewhere") from error


def screen() -> Screen:
    """The place where results appear."""
    return Screen.of(sys.stdout, os.environ)


def watcher() -> Progress:
    """Shows on a terminal how far a run has come."""
    from registry.ingest import silent

    if not sys.stderr.isatty():
        return silent

    def show(name: str, outcome: Outcome, number: int, total: int) -> None:
        line = clipped(plain(f"[{number}/{total}] {outcome.value} {name}"), 78)
        click.echo(f"\r\x1b[K{line}" if number < total else "\r\x1b[K", nl=False, err=True)

    return show


def words(enumeration: type[StrEnum]) -> click.Choice[str]:
    """The words an option takes."""
    return click.Choice([word.value for word in enumeration], case_sensitive=False)


PATH = click.Path(path_type=Path)
database = click.option("--db", type=PATH, metavar="FILE", help="The registry; by default registry.db here.")
limit = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than N.")
of_source = click.option("--source", metavar="NAME", help="Only of this source, by its name or file name.")
of_subject = click.option("--subject", metavar="NAME", help="Only about this subject, under any of its names.")


def formats(table: Iterable[str]) -> Callable[[Any], Any]:
    """The option that chooses among the formats of a table."""
    return click.option("--format", "form", type=click.Choice(list(table)), default="text", show_default=True)


@click.group(cls=Command, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(None, "--version", package_name="claim-registry", message="%(version)s")
def main() -> None:
    """Finds the statements on which articles disagree: numbers, ranks, dates, superlatives, in Chinese and English."""


@main.command()
@click.option("--keep", type=PATH, metavar="DIR", help="Leave articles and registry in DIR, a new folder.")
def demo(keep: Path | None) -> None:
    """Run the whole job on seven constructed articles.

    They ship with the package; without --keep nothing is left behind.
    """
    from registry.demo import run_demo

    with tempfile.TemporaryDirectory() as scratch:
        report = run_demo(keep or Path(scratch) / "demo", watcher())
    tell(FORMATS["text"](report, screen()))
    place = f"cd {keep} && claims conflicts" if keep else "claims demo --keep DIR leaves the articles and the registry"
    click.echo(f"Go on: {place}. Your own articles: claims add FOLDER, then claims conflicts.", err=True)


@main.command()
@database
@click.option("--manifest", type=PATH, metavar="FILE", help="A .json, .jsonl or .csv list of sources.")
@click.option("--published", metavar="DATE", help="When PATH was published: 2025, 2025-04 or 2025-04-09.")
@click.argument("paths", type=PATH, nargs=-1, metavar="[PATH]...")
def add(db: Path | None, manifest: Path | None, published: str | None, paths: tuple[Path, ...]) -> int:
    """Register sources and compare what they say.

    Reads files and folders, or what claims.toml names when no PATH is given, extracts claims and compares them with
    everything registered, one transaction a source.
    """
    from registry import ingest
    from registry.project import find_project, method_of
    from registry.reports.run import run_summary
    from registry.selection import select

    settings = find_project(db)
    submissions = select(settings, paths, manifest, published)
    summary = ingest.Summary()
    try:
        ingest.add(settings.database, submissions, method_of(settings), watcher(), summary)
    except KeyboardInterrupt:
        click.echo(f"claims add: stopped after {counted(summary.done, 'source')}; run it again to go on", err=True)
        return INTERRUPTED
    tell(run_summary(summary, screen()))
    for error in summary.failures:
        fail(f"claims: {error}")
    return WRONG if summary.failures else FINE


@main.command()
@database
@click.argument("names", nargs=-1, required=True, metavar="SOURCE...")
def remove(db: Path | None, names: tuple[str, ...]) -> None:
    """Take sources out of the registry.

    Their text, claims, pairs and quotes go; decisions stay.
    """
    from registry.project import find_project
    from registry.removal import remove as take_out

    settings = find_project(db)
    removed = take_out(settings, names)
    tell(f"removed {source.name}" for source in removed)


@main.command("list")
@database
@of_source
@of_subject
@click.option("--kind", "kinds", type=words(Kind), multiple=True, help="Only of this kind; may be repeated.")
@limit
@formats(CLAIM_FORMATS)
def list_(
    db: Path | None, source: str | None, subject: str | None, kinds: tuple[str, ...], limit: int | None, form: str
) -> None:
    """List registered claims."""
    from registry import lookup, telling
    from registry.connection import open_registry
    from registry.project import find_project
    from registry.queries import ClaimFilter

    settings = find_project(db)
    with open_registry(settings.database) as registry:
        chosen = lookup.find_sources(registry.db, source, settings.folder) if source else ()
        wanted = ClaimFilter(chosen, subject, tuple(map(Kind, kinds)), limit)
        tell(CLAIM_FORMATS[form](telling.claim_list(registry.db, wanted), screen()))


@main.command()
@database
@formats(DETAIL_FORMATS)
@click.argument("key", metavar="ID")
def show(db: Path | None, form: str, key: str) -> None:
    """Show one claim or conflict in full.

    ID is a key, or as much of its beginning as no other key shares.
    """
    from registry import lookup, telling
    from registry.connection import open_registry
    from registry.project import find_project

    with open_registry(find_project(db).database) as registry:
        hit = lookup.find_key(registry.db, key)
        tell(DETAIL_FORMATS[form](telling.detail(registry.db, hit), screen()))


@main.command()
@database
@click.option("--all", "everything", is_flag=True, help="Every compared pair, decided and agreeing ones too.")
@click.option(
    "--verdict", "verdicts", type=words(Verdict), multiple=True, help="Only of this verdict; may be repeated."
)
@click.option(
    "--severity", "severities", type=words(Severity), multiple=True, help="Only of this severity; may be repeated."
)
@of_source
@of_subject
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Only what this rule decided; may be repeated.")
@click.option("--status", "statuses", type=words(Status), multiple=True, help="Only of this status; may be repeated.")
@limit
@formats(FORMATS)
def conflicts(
    db: Path | None,
    everything: bool,
    verdicts: tuple[str, ...],
    severities: tuple[str, ...],
    source: str | None,
    subject: str | None,
    rules: tuple[str, ...],
    statuses: tuple[str, ...],
    limit: int | None,
    form: str,
) -> None:
    """List statements that disagree, worst first.

    Without options: pairs that are open or reopened, of verdict conflict, tension or time_drift. With --all, --verdict
    and --status ask among every compared pair; a and b in a line are the sides that decisions name.
    """
    from registry import lookup, telling
    from registry.connection import open_registry
    from registry.project import find_project
    from registry.queries import FLAGGED, UNSETTLED, PairFilter

    settings = find_project(db)
    with open_registry(settings.database) as registry:
        wanted = PairFilter(
            verdicts=tuple(map(Verdict, verdicts)) or (() if everything else FLAGGED),
            statuses=tuple(map(Status, statuses)) or (() if everything else UNSETTLED),
            severities=tuple(map(Severity, severities)),
            sources=lookup.find_sources(registry.db, source, settings.folder) if source else (),
            subject=subject,
            rules=rules,
            limit=limit,
        )
        tell(FORMATS[form](telling.report(registry.db, wanted), screen()))


@main.command()
@click.option(
    "--jsonl",
    is_flag=True,
    required=True,
    expose_value=False,
    help="Read JSON lines: {id, text, language?, published?}.",
)
def values() -> None:
    """Read the values of texts, without a registry.

    Answers each line of standard input, in order, with every number, rank, date and duration expression in it.
    """
    from claims.values.filter import values_of
    from registry.text_rows import answers

    tell(answers(sys.stdin.buffer, values_of))


@main.command()
@click.option("--jsonl", is_flag=True, help="Read JSON lines from standard input: {id, text, language?, published?}.")
@click.option("--published", metavar="DATE", help="When PATH was published: 2025, 2025-04 or 2025-04-09.")
@formats(CLAIM_FORMATS)
@click.argument("paths", type=PATH, nargs=-1, metavar="[PATH]...")
def extract(jsonl: bool, published: str | None, form: str, paths: tuple[Path, ...]) -> int:
    """Extract claims, without a registry.

    From files, or line by line from standard input.
    """
    from registry import extraction
    from registry.project import find_project, method_of
    from registry.text_rows import answers

    if jsonl == bool(paths):
        raise UsageError("extract", "reads files or standard input", "give either PATH or --jsonl")
    settings = find_project(None)
    aliases = method_of(settings).aliases
    if jsonl:
        tell(answers(sys.stdin.buffer, lambda row: extraction.extract_row(row, aliases)))
        return FINE
    found, failures = extraction.extract_files(settings, paths, published, aliases)
    tell(CLAIM_FORMATS[form](found, screen()))
    for error in failures:
        fail(f"claims: {error}")
    return WRONG if failures else FINE


@main.command()
@database
@click.option("--note", default="", metavar="TEXT", help="Why.")
@click.option("--by", metavar="NAME", help="Who decides; by default git's user.name, else the login name.")
@click.argument("conflict")
@click.argument("decision", type=words(Judgement), metavar="DECISION")
def decide(db: Path | None, note: str, by: str | None, conflict: str, decision: str) -> None:
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
    """
    from registry import decisions, lookup, telling
    from registry.connection import open_registry
    from registry.project import find_project

    by = decisions.default_author(Path.cwd()) if by is None else by
    with open_registry(find_project(db).database) as registry:
        hit = lookup.find_key(registry.db, conflict, ("pairs",))
        decisions.record(registry, hit.id, Judgement(decision), by=by, note=note)
        tell(DETAIL_FORMATS["text"](telling.detail(registry.db, hit), screen()))


@main.group(no_args_is_help=False)
def alias() -> None:
    """Keep the other names of subjects."""


@alias.command("add")
@database
@click.argument("name")
@click.argument("others", nargs=-1, required=True, metavar="ALIAS...")
def alias_add(db: Path | None, name: str, others: tuple[str, ...]) -> None:
    """Let ALIAS be other names of NAME.

    Writes the alias file, and brings the registry up to date where there is one.
    """
    from registry.alias_file import read_alias_file, write_alias_file
    from registry.connection import open_registry
    from registry.ingest import refresh_registry
    from registry.project import find_project, method_of

    settings = find_project(db)
    file = read_alias_file(settings.aliases).adding(name, others)
    # Nothing is written where the registry that has to follow cannot be used.
    with open_registry(settings.database) if db or settings.database.exists() else nullcontext():
        write_alias_file(file)
    tell([f"wrote {settings.aliases}"])
    reread = refresh_registry(settings.database, method_of(settings))
    if reread:
        click.echo(f"{counted(reread, 'document')} read anew", err=True)


@alias.command("list")
def alias_list() -> None:
    """List subjects and their other names."""
    from registry.alias_file import read_alias_file
    from registry.project import find_project

    file = read_alias_file(find_project(None).aliases)
    tell(f"{name}: {', '.join(sorted(file.groups[name]))}" for name in sorted(file.groups))
    if not file.groups:
        click.echo(f"{file.path} holds no names yet; claims alias add NAME ALIAS writes it", err=True)


@alias.command("suggest")
@database
@click.option(
    "--min", "lowest", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Only what scores so much."
)
@limit
@formats(PROPOSAL_FORMATS)
def alias_suggest(db: Path | None, lowest: float, limit: int | None, form: str) -> None:
    """Propose further names of subjects, the surest first.

    From brackets, short forms and spellings in the registered text; nothing is applied.
    """
    from registry.alias_file import read_alias_file
    from registry.alias_suggestions import propose
    from registry.connection import open_registry
    from registry.project import find_project

    settings = find_project(db)
    file = read_alias_file(settings.aliases)
    with open_registry(settings.database) as registry:
        tell(PROPOSAL_FORMATS[form](propose(registry.db, file, lowest=lowest, limit=limit), screen()))


@main.command()
@database
def doctor(db: Path | None) -> int:
    """Re-read every stored span from the stored text.

    Reports what no longer fits; exit code 1 when there is any.
    """
    from registry import doctor as check
    from registry.connection import open_registry
    from registry.project import find_project

    with open_registry(find_project(db).database) as registry:
        faults = list(check.misfits(registry.db))
        tell(faults or [f"{counted(check.checked(registry.db), 'claim')} re-read, all fit"])
    return FINDINGS if faults else FINE


if __name__ == "__main__":
    main()
