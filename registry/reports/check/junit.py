"""A JUnit report: a suite for each checked source, a case for each finding, or one that passes where there is none."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence

from registry.checking.finding import CheckReport, Finding, Standing
from registry.reports.screen import Screen
from registry.reports.wording import counted


def write(report: CheckReport, _screen: Screen) -> Iterator[str]:
    """What fails is a failure, what someone has judged is skipped with the reason, what is only said passes."""
    root = ET.Element("testsuites", name="claims check")
    for source in report.checked:
        findings = [finding for finding in report.findings if finding.here.source == source]
        _suite(root, source.name, report, findings)
    if report.stale:
        _stale(root, report)
    for total in ("tests", "failures", "skipped"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield from ET.tostring(root, encoding="unicode").split("\n")


def _suite(root: ET.Element, name: str, report: CheckReport, findings: Sequence[Finding]) -> None:
    failures = sum(finding.fails for finding in findings)
    skipped = sum(finding.standing is not Standing.OPEN for finding in findings)
    counts = {"tests": max(1, len(findings)), "failures": failures, "skipped": skipped, "errors": 0}
    suite = ET.SubElement(root, "testsuite", {"name": _text(name)} | {key: str(n) for key, n in counts.items()})
    for finding in findings:
        _case(suite, finding, report)
    if not findings:
        ET.SubElement(suite, "testcase", classname=_text(name), name="nothing disagrees")


def _case(suite: ET.Element, finding: Finding, report: CheckReport) -> None:
    here, ruling = finding.here, finding.pair.ruling
    path, line = report.paths[here.source.name], here.region.start.line
    about = f"{ruling.rule} at line {line}: {finding.pair.topic} ({finding.pair.id})"
    named = {"classname": _text(here.source.name), "name": _text(about), "file": _text(path), "line": str(line)}
    case = ET.SubElement(suite, "testcase", named)
    if finding.fails:
        kind = f"{ruling.severity} {ruling.verdict}"
        failure = ET.SubElement(case, "failure", type=kind, message=_text(finding.message))
        failure.text = _text(_told(finding, report))
    elif finding.standing is not Standing.OPEN:
        ET.SubElement(case, "skipped", message=_text(f"{finding.standing}: {finding.why}"))
    else:
        ET.SubElement(case, "system-out").text = _text(f"{finding.message}\n{_told(finding, report)}")


def _stale(root: ET.Element, report: CheckReport) -> None:
    suite = ET.SubElement(root, "testsuite", name="baseline", tests="1", failures="1", skipped="0", errors="0")
    case = ET.SubElement(suite, "testcase", classname="baseline", name="every entry fits a finding")
    message = f"{counted(len(report.stale), 'entry', 'entries')} of the baseline without a finding"
    ET.SubElement(case, "failure", type="stale", message=message).text = "\n".join(report.stale)


def _told(finding: Finding, report: CheckReport) -> str:
    """Both places with what they say, each on a line."""
    sides = (finding.here, finding.there)
    return "\n".join(
        f"{report.paths[s.source.name]}:{s.region.start.line}:{s.region.start.column}: {s.stored.claim.quote}"
        for s in sides
    )


def _text(text: str) -> str:
    """``text`` without the characters that XML 1.0 cannot hold."""
    return "".join(
        c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
