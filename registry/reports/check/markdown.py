"""Markdown for a pull request or the summary of a job, within what GitHub shows of it: one mebibyte a step
(https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.checking.finding import CheckReport, Finding, Side, Standing
from registry.reports.check.excerpt import excerpt
from registry.reports.check.levels import Level, level_of
from registry.reports.check.text import summary
from registry.reports.screen import Screen, one_line
from registry.reports.wording import counted

LIMIT = 1024 * 1024
"""Bytes of a summary that GitHub takes."""

_RESERVE = 4096
_ROOM = 160
_STALE = 10
"""Entries of the baseline that are named where they fit nothing any more."""

_SIGNS = {Level.ERROR: "🔴", Level.WARNING: "🟠", Level.NOTE: "🔵"}
_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_OPENING = re.compile(r"\A(\s*)([-+#=]|\d+(?=[.)]))")
_MENTION = re.compile(r"([@#])(?=\w)")


def write(report: CheckReport, _screen: Screen) -> Iterator[str]:
    """The findings that nobody has judged, worst first, as far as there is room; the others behind a fold."""
    yield f"### {'❌' if report.fails else '✅'} claims check"
    yield ""
    yield " ".join(summary(report))
    yield ""
    used = 0
    for entry in report.stale[:_STALE]:
        yield f"- {escaped(entry)}"
    if len(report.stale) > _STALE:
        yield f"- {counted(len(report.stale) - _STALE, 'more')}"
    if report.stale:
        yield ""
    for number, finding in enumerate(report.open):
        lines = list(_finding(finding, report))
        used += sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)
        if used > LIMIT - _RESERVE:
            yield f"{counted(len(report.open) - number, 'more finding')} left out: a summary may hold {LIMIT:,} bytes."
            return
        yield from lines
    yield from _judged([f for f in report.findings if f.standing is not Standing.OPEN], LIMIT - _RESERVE - used)


def _finding(finding: Finding, report: CheckReport) -> Iterator[str]:
    ruling = finding.pair.ruling
    sign = _SIGNS[level_of(finding, report)]
    yield f"{sign} **{ruling.severity} {ruling.verdict}** {_place(finding.here)} · `{ruling.rule}`"
    yield ""
    yield escaped(finding.message)
    yield ""
    for side in (finding.here, finding.there):
        shown = excerpt(report, side).shortened(_ROOM)
        # Stars make nothing bold between a sign such as % and a Chinese character.
        yield f"> {escaped(shown.before)}<b>{escaped(shown.marked)}</b>{escaped(shown.after)}  "
        published = f" · {escaped(side.source.published)}" if side.source.published else ""
        yield f"> — {_place(side)}{published}"
        yield ">"
    yield f"> `{finding.pair.id}`"
    yield ""


def _judged(findings: Sequence[Finding], room: int) -> Iterator[str]:
    """One line for each finding that someone has judged."""
    if not findings:
        return
    yield "<details>"
    yield f"<summary>{counted(len(findings), 'finding')} that someone has judged</summary>"
    yield ""
    for number, finding in enumerate(findings):
        line = f"- {_place(finding.here)} · `{finding.pair.ruling.rule}` · {finding.standing}: {escaped(finding.why)}"
        room -= len(line.encode("utf-8", "replace")) + 1
        if room < 0:
            yield f"- {counted(len(findings) - number, 'more')}"
            break
        yield line
    yield ""
    yield "</details>"


def _place(side: Side) -> str:
    return f"{escaped(side.source.name)}:{side.region.start.line}"


def escaped(text: str) -> str:
    """``text`` on one line as Markdown shows it: nothing in it is a mark, a tag, a mention or a link to an issue."""
    marked = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = _SPECIAL.sub(r"\\\1", _MENTION.sub("\\1\u200b", marked))
    return _OPENING.sub(lambda found: f"{found[1]}&#{ord(found[2][0])};{found[2][1:]}", marked)
