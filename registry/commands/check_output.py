"""Where the reports of a check go: each ``--output`` belongs to the ``--format`` before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from registry.checking.finding import CheckReport
from registry.commands.output import screen, tell
from registry.reports.check import CHECK_FORMATS
from registry.reports.screen import Screen
from sources.errors import UsageError

FORMAT, OUTPUT = "--format", "--output"
_ORDER = "order of formats and outputs"


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it is written to, None for standard output."""

    form: str = "text"
    file: Path | None = None


class OrderedCommand(click.Command):
    """A command that knows in which order its options were given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parses as any command does, and keeps the order of formats and outputs."""
        if not ctx.resilient_parsing:
            _, _, order = self.make_parser(ctx).parse_args(args=list(args))
            names = {"forms": FORMAT, "outputs": OUTPUT}
            ctx.meta[_ORDER] = [names[parameter.name] for parameter in order if parameter.name in names]
        return super().parse_args(ctx, args)

    @staticmethod
    def pairs(ctx: click.Context, forms: Sequence[str], outputs: Sequence[Path]) -> tuple[Target, ...]:
        """The reports that are wanted. Raises UsageError where it is not clear what goes where."""
        return targets(ctx.meta[_ORDER], forms, outputs)


def targets(order: Sequence[str], forms: Sequence[str], outputs: Sequence[Path]) -> tuple[Target, ...]:
    """The reports that options in ``order`` ask for, formats and files each in their own order.

    An output belongs to the format before it; one format and one output belong together in either order, and one
    output alone is of text; ``-`` is standard output. Raises UsageError for an output without a format and for two
    reports in one place.
    """
    if len(outputs) == 1 and len(forms) <= 1:
        return (Target(forms[0] if forms else "text", _file(outputs[0])),)
    rest: dict[str, Iterator[Any]] = {FORMAT: iter(forms), OUTPUT: iter(outputs)}
    found: list[Target] = []
    given = False
    for option in order:
        value = next(rest[option])
        if option == FORMAT:
            found.append(Target(value))
            given = False
        elif found and not given:
            found[-1] = Target(found[-1].form, _file(value))
            given = True
        else:
            raise UsageError(f"{OUTPUT} {value}", "has no format before it", f"write {FORMAT} FORMAT {OUTPUT} {value}")
    shown = [target.form for target in found if target.file is None]
    if len(shown) > 1:
        problem = f"{' and '.join(shown)} would both go to standard output"
        raise UsageError("check", problem, f"put {OUTPUT} FILE behind all but one")
    files = [target.file for target in found if target.file]
    if len(set(files)) < len(files):
        raise UsageError("check", "two reports would go into one file", "give each a file of its own")
    return tuple(found) or (Target(),)


def _file(output: Path) -> Path | None:
    """The file of an output; ``-`` is standard output, as where a report without one goes."""
    return None if output == Path("-") else output


def publish(report: CheckReport, wanted: Sequence[Target]) -> None:
    """Writes a report in every format that is wanted. Raises UsageError for a file that cannot be written."""
    for target in wanted:
        write = CHECK_FORMATS[target.form]
        if target.file is None:
            tell(write(report, screen()))
            continue
        text = "".join(f"{line}\n" for line in write(report, Screen()))
        try:
            target.file.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
        except OSError as error:
            problem = f"cannot be written ({error.strerror})"
            raise UsageError(str(target.file), problem, "check its folder, or name another file") from None
