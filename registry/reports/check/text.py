"""The report of a check for people: the place, what is wrong, the line with the value underlined, the other side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from claims.wording import written
from registry.checking.finding import CheckReport, Finding, Side, Standing
from registry.model import Status
from registry.reports.change import change_lines
from registry.reports.check.excerpt import excerpt
from registry.reports.screen import Screen, columns, heading, plain, wrapped
from registry.reports.text import SEVERITY_STYLES
from registry.reports.wording import counted

_INDENT = "    "


def write(report: CheckReport, screen: Screen) -> Iterator[str]:
    """The findings that nobody has judged, worst first, those about one value together; then a line that sums up."""
    for _, group in groupby(report.open, key=_subject):
        yield from _findings(list(group), report, screen)
        yield ""
    for sentence in summary(report):
        yield from wrapped(sentence, screen.width)
    for entry in report.stale:
        yield from (f"{_INDENT}{line}" for line in wrapped(entry, screen.width - len(_INDENT)))


def summary(report: CheckReport) -> Iterator[str]:
    """What was checked, what was found, and what is left out because someone has judged it."""
    open_ones = report.open
    failing = sum(finding.fails for finding in open_ones)
    found = counted(len(open_ones), "finding") if open_ones else "no open findings"
    if open_ones:
        found += f", {failing} of which {'fails' if failing == 1 else 'fail'} the check"
    yield f"{counted(len(report.checked), 'source')} checked against {report.compared:,}: {found}."
    judged = {
        "decided by the editors": report.count(Standing.DECIDED),
        "ignored in the text": report.count(Standing.IGNORED),
        "in the baseline": report.count(Standing.BASELINED),
    }
    if parts := [f"{number} {what}" for what, number in judged.items() if number]:
        yield f"Not shown: {', '.join(parts)}."
    if report.stale:
        yield stale(report)


def stale(report: CheckReport) -> str:
    """How many entries of the baseline are to leave it."""
    number = len(report.stale)
    fit, them = ("fits", "it") if number == 1 else ("fit", "them")
    gone = f"{counted(number, 'entry', 'entries')} of the baseline {fit} nothing any more"
    return f"{gone}; --update-baseline takes {them} out."


def _subject(finding: Finding) -> tuple[str, str, str, str]:
    ruling = finding.pair.ruling
    return finding.here.source.name, finding.here.stored.id, ruling.rule, ruling.severity


def _findings(group: Sequence[Finding], report: CheckReport, screen: Screen) -> Iterator[str]:
    """Findings by one rule about one value: the value once, then all that speaks against it."""
    first = group[0]
    ruling, here = first.pair.ruling, first.here
    level = screen.styled(f"{ruling.severity} {ruling.verdict}", SEVERITY_STYLES[ruling.severity], "bold")
    quiet = "" if first.fails else ", does not fail the check"
    yield f"{screen.styled(_place(here), 'bold')}: {level} [{ruling.rule}{quiet}]"
    for message in _messages(group):
        yield from (f"{_INDENT}{line}" for line in wrapped(plain(message), screen.width - len(_INDENT)))
    yield from _marked(here, "^", report, screen, SEVERITY_STYLES[ruling.severity])
    for finding in group:
        there = finding.there
        dated = f" of {there.source.published}" if there.source.published else ""
        reopened = ", reopened" if finding.pair.status is Status.REOPENED else ""
        yield f"{_INDENT}against {_place(there)}{dated} ({finding.pair.id}{reopened})"
        yield from change_lines(finding.pair, screen, _INDENT)
        yield from _marked(there, "~", report, screen, "cyan")


def _messages(group: Sequence[Finding]) -> Iterator[str]:
    """What is said of the findings, each sentence once, whichever of its two values it names first."""
    told = set()
    for finding in group:
        if finding.message not in told:
            yield finding.message
        told |= {finding.message, _turned(finding)}


def _turned(finding: Finding) -> str:
    """The message with the two values in the other order; as it is where more is told, which may speak of a and b."""
    if finding.message != finding.pair.ruling.reason:
        return finding.message
    a, b = (written(side.claim) for side in (finding.pair.a, finding.pair.b))
    return finding.message.replace(f"{a} against {b}", f"{b} against {a}", 1)


def _marked(side: Side, sign: str, report: CheckReport, screen: Screen, style: str) -> Iterator[str]:
    """The line of an article, and below it a line that marks the value."""
    gutter = f"{side.region.start.line:>6} | "
    shown = excerpt(report, side).shortened(screen.width - len(gutter))
    yield f"{screen.styled(gutter, 'faint')}{shown.line}"
    under = sign * max(1, columns(shown.marked))
    bar = f"{'| ':>{len(gutter)}}"
    yield f"{screen.styled(bar, 'faint')}{' ' * columns(shown.before)}{screen.styled(under, style)}"


def _place(side: Side) -> str:
    point = side.region.start
    return f"{heading(side.source.name)}:{point.line}:{point.column}"
