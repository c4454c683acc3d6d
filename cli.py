"""The ``claims`` command: all commands under one name, and one line for whatever goes wrong."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from io import BytesIO, TextIOWrapper
from typing import Any, TextIO

import click

from registry.commands.add import add
from registry.commands.alias import alias
from registry.commands.baseline import baseline
from registry.commands.check import check
from registry.commands.conflicts import conflicts
from registry.commands.coverage import coverage
from registry.commands.decide import decide
from registry.commands.decisions import decisions
from registry.commands.demo import demo
from registry.commands.doctor import doctor
from registry.commands.export import export
from registry.commands.extract import extract
from registry.commands.init import init
from registry.commands.listing import list_
from registry.commands.metadata import metadata
from registry.commands.output import FINE, INTERRUPTED, fail
from registry.commands.prune import prune
from registry.commands.publish import publish
from registry.commands.reader import reader
from registry.commands.refresh import refresh
from registry.commands.remove import remove
from registry.commands.report import report
from registry.commands.review import review
from registry.commands.rules import rules
from registry.commands.serve import serve
from registry.commands.show import show
from registry.commands.stats import stats
from registry.commands.values import values
from registry.commands.verify import verify
from registry.commands.versions import versions
from registry.commands.watch import watch
from sources.errors import ClaimsError, UsageError

_RARELY = (50_000, 20, 20)
"""When garbage is looked for: nearly all that a command reads and finds is kept until it ends."""


class Command(click.Group):
    """The group of all commands: whatever goes wrong becomes one line on standard error and an exit code."""

    def main(self, args: Sequence[str] | None = None, *_rest: Any, **_options: Any) -> Any:
        """Runs a command line and ends the process with its exit code."""
        gc.set_threshold(*_RARELY)
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


@click.group(cls=Command, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(None, "--version", package_name="claim-registry", message="%(version)s")
def main() -> None:
    """Finds the statements on which articles disagree: numbers, ranks, dates, superlatives, in Chinese and English."""


for command in (
    add,
    alias,
    baseline,
    check,
    conflicts,
    coverage,
    decide,
    decisions,
    demo,
    doctor,
    export,
    extract,
    init,
    list_,
    metadata,
    prune,
    reader,
    refresh,
    publish,
    remove,
    report,
    review,
    rules,
    serve,
    show,
    stats,
    values,
    verify,
    versions,
    watch,
):
    main.add_command(command)

if __name__ == "__main__":
    main()
