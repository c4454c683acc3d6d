"""One page in HTML that needs nothing beside it: findings with both passages and the values on a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claims.model import Verdict
from registry.checking.finding import CheckReport, Finding, Standing
from registry.reports.check.excerpt import Excerpt, excerpt
from registry.reports.check.levels import level_of
from registry.reports.check.text import summary
from registry.reports.screen import Screen

if TYPE_CHECKING:
    from jinja2 import Template

_ROOM = 400


def write(report: CheckReport, _screen: Screen) -> Iterator[str]:
    """The page, with what nobody has judged first."""
    from registry.reports.number_line import draw_pair

    judged = [finding for finding in report.findings if finding.standing is not Standing.OPEN]
    page = _template().render(
        report=report,
        summary=list(summary(report)),
        shown=report.open,
        judged=judged,
        level=lambda finding: level_of(finding, report).value,
        passages=lambda finding: _passages(finding, report),
        drawing=lambda finding: draw_pair(
            finding.pair.a,
            finding.pair.b,
            name=finding.pair.id,
            drifted=finding.pair.ruling.verdict is Verdict.TIME_DRIFT,
        ),
    )
    return iter(page.splitlines())


def _passages(finding: Finding, report: CheckReport) -> list[tuple[str, str, Excerpt]]:
    """Both sides: the place, the date, and the line with the value."""
    return [
        (
            f"{side.source.name}:{side.region.start.line}:{side.region.start.column}",
            side.source.published or "",
            excerpt(report, side).shortened(_ROOM),
        )
        for side in (finding.here, finding.there)
    ]


@cache
def _template() -> Template:
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("registry.reports.check").joinpath("page.html").read_text(encoding="utf-8"))
