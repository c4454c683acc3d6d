"""Where commands print: results to standard output, messages and progress to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from registry.reports.screen import Screen, clipped, plain
from sources.errors import UsageError

if TYPE_CHECKING:
    from registry.ingest import Outcome, Progress

FINE, FINDINGS, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; the last is the one shells give to what Control-C ended."""


def fail(line: str) -> int:
    """Says what went wrong, and gives the exit code for it."""
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


def question_watcher(noun: str) -> Callable[[int, int], None]:
    """Shows on a terminal how many passages or pairs, whose name is ``noun``, have been asked about."""
    shown = sys.stderr.isatty()

    def show(number: int, total: int) -> None:
        if shown:
            click.echo(f"\r\x1b[K[{number}/{total}] {noun}" if number < total else "\r\x1b[K", nl=False, err=True)

    return show


def page_counter() -> Callable[[int, int], None]:
    """Shows on a terminal how many pages are written, and how many wait; nothing elsewhere."""
    shown = sys.stderr.isatty()

    def show(written: int, waiting: int) -> None:
        if shown and (written % 25 == 0 or not waiting):
            line = f"{written:,} pages written, {waiting:,} to go" if waiting else ""
            click.echo(f"\r\x1b[K{line}", nl=False, err=True)

    return show


def watcher() -> Progress:
    """Shows on a terminal how far a run has come."""
    from registry.ingest import silent

    if not sys.stderr.isatty():
        return silent

    def show(name: str, outcome: Outcome, number: int, total: int) -> None:
        line = clipped(plain(f"[{number}/{total}] {outcome.value} {name}"), 78)
        click.echo(f"\r\x1b[K{line}" if number < total else "\r\x1b[K", nl=False, err=True)

    return show
