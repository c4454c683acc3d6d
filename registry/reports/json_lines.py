"""JSON lines: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from registry.reports.report import ClaimList, Proposals, Report
from registry.reports.screen import Screen


def write(report: Report | ClaimList | Proposals, _screen: Screen) -> Iterator[str]:
    """One object a line, in the order of the report."""
    return (json.dumps(record, ensure_ascii=False) for record in report.records())
