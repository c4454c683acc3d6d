"""``claims reader``: the answers of language models as a file, to be kept in git."""

from __future__ import annotations

from pathlib import Path

import click

from registry.commands.options import PATH, database
from registry.commands.output import tell
from registry.reports.wording import counted


@click.group(no_args_is_help=False)
def reader() -> None:
    """Keep the answers of language models in a file of their own."""


@reader.command("export")
@database
@click.argument("file", type=PATH, required=False)
def export(db: Path | None, file: Path | None) -> None:
    """Write all answers as sorted JSON lines.

    To FILE, or to standard output. One answer a line, under the hash of the passage, the model and the version of the
    prompt. The same answers give the same bytes. A line holds what the model said, so names and quotes of a text.
    """
    from registry.connection import readable_registry
    from registry.project import find_project
    from registry.reader.answer_file import answer_lines, write_answer_file
    from registry.reader.answers import all_answers

    with readable_registry(find_project(db).database) as registry:
        kept = all_answers(registry.db)
    if file is None:
        tell(answer_lines(kept))
    else:
        write_answer_file(file, kept)
        click.echo(f"wrote {file}: {counted(len(kept), 'answer')}", err=True)


@reader.command("import")
@database
@click.argument("file", type=PATH, required=False)
def import_(db: Path | None, file: Path | None) -> None:
    """Add the answers of FILE to the registry.

    By default of answers.jsonl, or what claims.toml names; - is standard input. A registry that is not there is made.
    What is there already stays as it is. Texts are read with the answers by the next `claims add` or `claims
    refresh`, which need no key then and no network. A file that is damaged or newer is refused with its line, and then
    nothing is written.
    """
    import sys

    from registry.connection import open_registry
    from registry.project import find_project
    from registry.reader.answer_file import parse_answers, read_answer_file
    from registry.reader.answers import add_new
    from registry.reader.settings import ANSWERS_NAME

    settings = find_project(db)
    file = file or settings.reader.answers or settings.folder / ANSWERS_NAME
    kept = parse_answers(sys.stdin.buffer.read(), "standard input") if str(file) == "-" else read_answer_file(file)
    with open_registry(settings.database, create=True) as registry, registry.transaction():
        added = add_new(registry.db, kept)
    tell([f"{counted(added, 'answer')} added, {len(kept) - added:,} known already"])
