"""SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): both sides, every rule with its page, every judgement.

What someone has judged is marked and never left out. Columns count code points, as ``columnKind`` says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from registry.checking.finding import CheckReport, Finding, Side, Standing
from registry.model import Judgement
from registry.records import Record
from registry.reports.check.levels import Level, level_of
from registry.reports.screen import Screen

if TYPE_CHECKING:
    from claims.rules.pages import RulePage

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""What paths are relative to: the root of the repository, wherever it is checked out."""


def write(report: CheckReport, _screen: Screen) -> Iterator[str]:
    """One log with one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return iter(json.dumps(log, ensure_ascii=False, indent=2).splitlines())


def _run(report: CheckReport) -> Record:
    from importlib.metadata import version

    from claims.rules.pages import rule_pages

    pages = rule_pages()
    places = {page.name: number for number, page in enumerate(pages)}
    return {
        "tool": {
            "driver": {
                "name": "claims",
                "fullName": "Claim Registry",
                "semanticVersion": version("claim-registry"),
                "rules": [_rule(page) for page in pages],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)}],
        "results": [_result(finding, report, places) for finding in report.findings],
    }


def _rule(page: RulePage) -> Record:
    return {
        "id": page.name,
        "name": "".join(word.capitalize() for word in page.name.split("_")),
        "shortDescription": {"text": page.first_sentence},
        "fullDescription": {"text": page.text},
        "help": {"text": page.help, "markdown": page.markdown},
        "defaultConfiguration": {"level": Level.WARNING.value},
        "properties": {"tags": ["consistency"]},
    }


def _notifications(report: CheckReport) -> list[Record]:
    stale = [f"An entry of the baseline fits no finding any more: {entry}" for entry in report.stale]
    said = [str(notice) for notice in report.notices]
    return [{"level": Level.WARNING.value, "message": {"text": _escaped(text)}} for text in (*stale, *said)]


def _result(finding: Finding, report: CheckReport, places: dict[str, int]) -> Record:
    pair, ruling, there = finding.pair, finding.pair.ruling, finding.there
    published = f" of {there.source.published}" if there.source.published else ""
    against = f"[{_escaped(there.source.name)}:{there.region.start.line}](1){published}"
    key, _, number = pair.id.partition("-")
    result: Record = {
        "ruleId": ruling.rule,
        "ruleIndex": places[ruling.rule],
        "level": level_of(finding, report).value,
        "message": {"text": f"{_escaped(finding.message)} Against {against}."},
        "locations": [_location(finding.here, report)],
        "relatedLocations": [{"id": 1, **_location(there, report), "message": {"text": _said(there)}}],
        # The name that GitHub knows; the number tells places with the same two wordings apart.
        "partialFingerprints": {"primaryLocationLineHash": f"{key}:{number or 1}", "claimPair/v1": finding.fingerprint},
        "suppressions": _suppressions(finding),
        "properties": {
            "id": pair.id,
            "topic": pair.topic,
            "verdict": ruling.verdict.value,
            "severity": ruling.severity.value,
            "score": pair.score,
            "status": pair.status.value,
            "standing": finding.standing.value,
            "fails": finding.fails,
        },
    }
    if finding.known is not None:
        result["baselineState"] = "unchanged" if finding.known else "new"
    return result


def _suppressions(finding: Finding) -> list[Record]:
    """How the finding was judged; a decision ``unsure`` is under review, and suppresses nothing."""
    decision = finding.pair.decision
    if finding.standing is Standing.DECIDED:
        return [{"kind": "external", "status": "accepted", "justification": finding.why}]
    if finding.standing is Standing.IGNORED:
        return [{"kind": "inSource", "status": "accepted", "justification": finding.why}]
    if decision and decision.judgement is Judgement.UNSURE:
        why = f"{decision.judgement}, {decision.by}{f': {decision.note}' if decision.note else ''}"
        return [{"kind": "external", "status": "underReview", "justification": why}]
    return []


def _location(side: Side, report: CheckReport) -> Record:
    start, end = side.region.start, side.region.end
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(report.paths[side.source.name]),
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
                "snippet": {"text": side.stored.claim.value_quote},
            },
        }
    }


def _artifact(path: str) -> Record:
    if path.startswith(("http://", "https://")):
        return {"uri": quote(path, safe="/:?&=#%+~,;@!$'()*[]")}
    if path.startswith("/"):
        return {"uri": f"file://{quote(path, safe='/')}"}
    return {"uri": quote(path, safe="/"), "uriBaseId": ROOT}


def _said(side: Side) -> str:
    published = f", {side.source.published}" if side.source.published else ""
    return f"{_escaped(side.stored.claim.quote)} ({_escaped(side.source.name)}{published})"


def _escaped(text: str) -> str:
    """``text`` where brackets would begin a link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
