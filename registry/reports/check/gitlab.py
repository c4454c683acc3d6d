"""A code quality report for GitLab: a JSON list that its merge requests compare by fingerprint
(https://docs.gitlab.com/ci/testing/code_quality/)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claims.model import Severity
from registry.checking.finding import CheckReport, Finding
from registry.records import Record
from registry.reports.screen import Screen, plain

_SEVERITIES = {Severity.HIGH: "critical", Severity.MEDIUM: "major", Severity.LOW: "minor"}
_SAID_ONLY = "info"


def write(report: CheckReport, _screen: Screen) -> Iterator[str]:
    """What nobody has judged: the format knows no other state."""
    entries = [_entry(finding, report) for finding in report.open]
    return iter(json.dumps(entries, ensure_ascii=False, indent=2).splitlines())


def _entry(finding: Finding, report: CheckReport) -> Record:
    here, there, ruling = finding.here, finding.there, finding.pair.ruling
    against = f"{there.source.name}:{there.region.start.line}"
    listed = ruling.verdict in report.verdicts
    return {
        "description": plain(f"{finding.message} Against {against}."),
        "check_name": ruling.rule,
        # Two places with the same two wordings are two entries, and GitLab wants each of its own.
        "fingerprint": finding.pair.id,
        "severity": _SEVERITIES[finding.severity] if listed else _SAID_ONLY,
        "location": {
            "path": report.paths[here.source.name],
            "lines": {"begin": here.region.start.line, "end": here.region.end.line},
        },
    }
