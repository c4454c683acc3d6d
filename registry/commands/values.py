"""``claims values``: a filter that reads values."""

from __future__ import annotations

import sys

import click

from registry.commands.output import tell


@click.command()
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
