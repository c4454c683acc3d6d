"""``claims extract``: claims without a registry."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from registry.commands.options import PATH, formats
from registry.commands.output import FINE, WRONG, fail, screen, tell
from registry.reports import CLAIM_FORMATS
from sources.errors import UsageError


@click.command()
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
    method = method_of(settings)
    if jsonl:
        tell(answers(sys.stdin.buffer, lambda row: extraction.extract_row(row, method)))
        return FINE
    found, failures = extraction.extract_files(settings, paths, published, method)
    tell(CLAIM_FORMATS[form](found, screen()))
    for error in failures:
        fail(f"claims: {error}")
    return WRONG if failures else FINE
