"""A check from beginning to end: build, compare, judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from claims.model import Severity, Verdict
from claims.rules import RULES
from registry import load
from registry.checking.baseline import Baseline, read_baseline
from registry.checking.finding import CheckReport, Finding, Notice, Side, Standing
from registry.checking.ignores import Ignore, Ignores, ignores_of
from registry.checking.lines import Lines, Region
from registry.checking.repository import repository_paths
from registry.checking.request import Request
from registry.checking.workspace import Workspace, workspace
from registry.config import Settings
from registry.model import Source, Status, StoredClaim, StoredPair
from registry.queries import PairFilter, find_pairs
from sources.document import Document
from sources.errors import SourceError

_RULE_NAMES = frozenset(rule.__name__ for rule in RULES)
_STANDING = (Status.OPEN, Status.REOPENED, Status.DECIDED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report, and the errors of sources that could not be read.

    ``baseline`` is what is to be written where that was asked for and everything could be read.
    """

    report: CheckReport
    failures: tuple[SourceError, ...]
    baseline: Baseline | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """A document under the name of one of its sources, with its lines and what it ignores."""

    document: Document
    lines: Lines
    ignores: Ignores


def check(settings: Settings, request: Request) -> Outcome:
    """What the drafts that ``request`` names come to. Nothing is written.

    Raises UsageError where nothing is named, RegistryError and ConfigError for a registry or a file that cannot be
    used.
    """
    baseline = _known(request)
    with workspace(settings, request) as room:
        findings, texts = _findings(room, settings)
        compared = load.totals(room.registry.db).sources
    names = {source.name for source in room.checked}
    stale = baseline.stale(findings, names, whole=room.whole) if baseline else ()
    updated = None
    if baseline is not None and request.update_baseline and not room.failures:
        put_off = [finding for finding in findings if finding.standing is Standing.OPEN]
        baseline = updated = baseline.updated(put_off, stale)
        stale = ()
    findings = [_against(finding, baseline, request) for finding in findings]
    verdicts = settings.check.verdicts
    report = CheckReport(
        findings=tuple(replace(f, fails=_fails(f, request.fail_on, verdicts)) for f in findings),
        checked=room.checked,
        compared=compared,
        fail_on=request.fail_on,
        verdicts=verdicts,
        lines={name: text.lines for name, text in texts.items()},
        paths=repository_paths(texts, settings.folder),
        notices=tuple(_notices(findings, texts, room.checked)),
        stale=tuple(entry.told for entry in stale),
        stale_allowed=request.allow_stale,
    )
    return Outcome(report, room.failures, updated)


def _known(request: Request) -> Baseline | None:
    """The baseline in force; an empty one where there is none yet and one is to be written."""
    if request.baseline is None:
        return None
    if request.update_baseline and not request.baseline.exists():
        return Baseline()
    return read_baseline(request.baseline, _RULE_NAMES)


def _findings(room: Workspace, settings: Settings) -> tuple[list[Finding], dict[str, _Text]]:
    """What disagrees with a checked source under the newsroom's rules, worst first, as editors and authors judged it;
    and the texts of all sources that are named."""
    db = room.registry.db
    wanted = PairFilter(statuses=_STANDING, sources=room.checked)
    found = find_pairs(db, wanted) if room.checked else ()
    pairs = [pair for stored in found if (pair := settings.rules.applied(stored))]
    checked = {source.document: source for source in reversed(room.checked)}
    texts = _texts(db, [*room.checked, *(side.source for pair in pairs for side in (pair.a, pair.b))])
    findings = sorted((_finding(pair, checked, texts) for pair in pairs), key=_worst_first)
    return [_judged(finding, texts) for finding in findings], texts


def _against(finding: Finding, baseline: Baseline | None, request: Request) -> Finding:
    """The finding with what the baseline says of it, which counts only where nobody has judged it."""
    if baseline is None:
        return finding
    known = finding.fingerprint in baseline.entries
    if known and finding.standing is Standing.OPEN:
        return replace(finding, known=True, standing=Standing.BASELINED, why=f"in {request.baseline}")
    return replace(finding, known=known)


def _texts(db: Database, sources: Sequence[Source]) -> dict[str, _Text]:
    """What the sources say, by their names."""
    texts = {}
    for source in dict.fromkeys(sources):
        document = load.document(db, source.document)
        ignores = ignores_of(document, source.name, _RULE_NAMES)
        texts[source.name] = _Text(document, Lines.of(document.text), ignores)
    return texts


def _finding(pair: StoredPair, checked: Mapping[str, Source], texts: Mapping[str, _Text]) -> Finding:
    """The finding of a pair, one side of which stands in a document among ``checked``."""
    sides = [_side(letter, stored, checked, texts) for letter, stored in (("a", pair.a), ("b", pair.b))]
    here, there = sorted(sides, key=lambda side: (side.stored.document in checked, _place(side.stored)), reverse=True)
    return Finding(pair, here, there)


def _side(letter: str, stored: StoredClaim, checked: Mapping[str, Source], texts: Mapping[str, _Text]) -> Side:
    # The same bytes may have several names; what is checked is shown under the name it was checked by.
    source = checked.get(stored.document, stored.source)
    return Side(letter, stored, source, Region.of(texts[source.name].lines, stored.claim.value_span))


def _place(stored: StoredClaim) -> tuple[int, int]:
    return stored.source.id, stored.claim.value_span.start


def _worst_first(finding: Finding) -> tuple[int, int, float, str, int, str]:
    ruling = finding.pair.ruling
    ranks = list(Severity).index(ruling.severity), list(Verdict).index(ruling.verdict)
    return *ranks, -finding.pair.score, finding.here.source.name, finding.here.region.start.line, finding.pair.id


def _judged(finding: Finding, texts: Mapping[str, _Text]) -> Finding:
    """The finding with the first judgement that fits: a decision comes before an ignore."""
    pair = finding.pair
    if pair.status is Status.DECIDED and pair.decision:
        note = f": {pair.decision.note}" if pair.decision.note else ""
        why = f"{pair.decision.judgement.value}, {pair.decision.by}{note}"
        return replace(finding, standing=Standing.DECIDED, why=why)
    if ignore := next(_fitting(finding, texts), None):
        return replace(finding, standing=Standing.IGNORED, why=ignore.reason)
    return finding


def _fitting(finding: Finding, texts: Mapping[str, _Text]) -> Iterator[Ignore]:
    """The ignores, on either side, that mean the finding."""
    rule = finding.pair.ruling.rule
    for side in (finding.here, finding.there):
        found = texts[side.source.name].ignores.found
        yield from (ignore for ignore in found if ignore.covers(rule, side.stored.claim.value_span))


def _fails(finding: Finding, fail_on: Severity | None, verdicts: Sequence[Verdict]) -> bool:
    order = list(Severity)
    return (
        finding.standing is Standing.OPEN
        and fail_on is not None
        and order.index(finding.severity) <= order.index(fail_on)
        and finding.pair.ruling.verdict in verdicts
    )


def _notices(findings: Sequence[Finding], texts: Mapping[str, _Text], checked: Sequence[Source]) -> Iterator[Notice]:
    """What is wrong with the ignores of the checked sources: those of the others are not all asked."""
    used = {id(ignore) for finding in findings for ignore in _fitting(finding, texts)}
    for source in checked:
        ignores = texts[source.name].ignores
        unused = (
            Notice(source.name, ignore.line, "this ignore fits no finding; take it out")
            for ignore in ignores.found
            if id(ignore) not in used
        )
        yield from sorted([*ignores.notices, *unused], key=lambda notice: notice.line)
