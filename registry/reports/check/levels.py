"""How loudly a finding is told: one scale for all formats, which each words in its own way."""

from __future__ import annotations

from enum import StrEnum

from claims.model import Severity
from registry.checking.finding import CheckReport, Finding


class Level(StrEnum):
    """From what must not be missed to what is only said."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_BY_SEVERITY = {Severity.HIGH: Level.ERROR, Severity.MEDIUM: Level.WARNING, Severity.LOW: Level.NOTE}


def level_of(finding: Finding, report: CheckReport) -> Level:
    """By the severity; of a verdict by which the check never fails, such as ``time_drift``, a note."""
    listed = finding.pair.ruling.verdict in report.verdicts
    return _BY_SEVERITY[finding.severity] if listed else Level.NOTE
