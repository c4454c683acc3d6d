"""The report of a check for scripts: every finding, judged ones too, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from registry.checking.finding import CheckReport
from registry.reports.screen import Screen


def write_list(report: CheckReport, _screen: Screen) -> Iterator[str]:
    """A list with one object a finding, indented."""
    return iter(json.dumps(report.records(), ensure_ascii=False, indent=2).splitlines())


def write_lines(report: CheckReport, _screen: Screen) -> Iterator[str]:
    """One object a line."""
    return (json.dumps(record, ensure_ascii=False) for record in report.records())
