"""Workflow commands of GitHub Actions: an annotation at the line, for what nobody has judged.

GitHub shows ten annotations a level and step, so the worst are named and the others counted
(https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from registry.checking.finding import CheckReport, Finding
from registry.reports.check.levels import Level, level_of
from registry.reports.check.text import stale, summary
from registry.reports.screen import Screen, plain
from registry.reports.wording import counted

LIMIT = 10
"""Annotations of one level that GitHub shows of one step."""

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def write(report: CheckReport, _screen: Screen) -> Iterator[str]:
    """A command for each finding, worst first, as many as are shown; then, for the log, what was checked."""
    told: Counter[Level] = Counter()
    if report.stale and not report.stale_allowed:
        told[Level.ERROR] += 1
        yield f"::error title=baseline::{_data(chr(10).join((stale(report), *report.stale[:LIMIT])))}"
    for finding in report.open:
        level = level_of(finding, report)
        told[level] += 1
        if told[level] <= LIMIT:
            yield _command(COMMANDS[level], finding, report)
    hidden = sum(max(0, number - LIMIT) for number in told.values())
    if hidden:
        yield f"{counted(hidden, 'more finding')}: GitHub shows ten of a level, the summary of the job shows all."
    yield from summary(report)


def _command(command: str, finding: Finding, report: CheckReport) -> str:
    here, ruling = finding.here, finding.pair.ruling
    start, end = here.region.start, here.region.end
    lines = report.lines[here.source.name]
    properties = {
        "file": report.paths[here.source.name],
        "line": str(start.line),
        "endLine": str(end.line),
    }
    if start.line == end.line:
        # GitHub's pages count as JavaScript does.
        properties["col"] = str(lines.column_in_utf16(start))
        properties["endColumn"] = str(lines.column_in_utf16(end))
    properties["title"] = f"{ruling.severity} {ruling.verdict} ({ruling.rule})"
    there = finding.there
    against = f"{there.source.name}:{there.region.start.line}: {there.stored.claim.quote}"
    message = f"{finding.message}\nAgainst {plain(against)} ({finding.pair.id})"
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
