"""JSON: one list."""

from __future__ import annotations

import json
from collections.abc import Iterator

from registry.reports.report import ClaimList, Proposals, Report
from registry.reports.screen import Screen


def write(report: Report | ClaimList | Proposals, _screen: Screen) -> Iterator[str]:
    """A list with one object an entry, indented."""
    records = list(report.records())
    return iter(json.dumps(records, ensure_ascii=False, indent=2).splitlines())
