"""``claims decisions``: the log as a file, to be kept in git."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import PATH, database
from registry.commands.output import tell
from registry.reports.wording import counted


@click.group(no_args_is_help=False)
def decisions() -> None:
    """Keep decisions in a file of their own."""


@decisions.command("export")
@database
@click.argument("file", type=PATH, required=False)
def export(db: Path | None, file: Path | None) -> None:
    """Write all decisions as sorted JSON lines.

    To FILE, or to standard output. One entry a line, with what both sides said then; the same decisions give the same
    bytes, and two files merge by putting their lines together.
    """
    from registry.connection import readable_registry
    from registry.decision_file import lines, write_decision_file
    from registry.decision_transfer import export_entries
    from registry.project import find_project

    with readable_registry(find_project(db).database) as registry:
        entries = export_entries(registry.db)
    if file is None:
        tell(lines(entries))
    else:
        write_decision_file(file, entries)
        click.echo(f"wrote {file}: {counted(len(entries), 'entry', 'entries')}", err=True)


@decisions.command("import")
@database
@click.argument("file", type=PATH, required=False)
def import_(db: Path | None, file: Path | None) -> None:
    """Add the decisions of FILE to the registry.

    By default of decisions.jsonl, or what claims.toml names; - is standard input. What is there already stays as it
    is. A file that is damaged or newer is refused with its line, and then nothing is written.
    """
    import sys

    from registry.config import DECISIONS_NAME
    from registry.connection import open_registry
    from registry.decision_file import parse, read_decision_file
    from registry.decision_transfer import import_entries
    from registry.project import find_project

    settings = find_project(db)
    file = file or settings.decisions or settings.folder / DECISIONS_NAME
    entries = parse(sys.stdin.buffer.read(), "standard input") if str(file) == "-" else read_decision_file(file)
    with open_registry(settings.database) as registry:
        arrived = import_entries(registry, entries)
    tell([f"{counted(arrived.added, 'entry', 'entries')} added, {arrived.known:,} known already"])
