"""The conflict report for people: one topic, each source with its value, date and quote, the verdict once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model import Severity
from registry.model import StoredClaim, StoredPair
from registry.reports.report import Report, Standing
from registry.reports.screen import Screen, clipped, plain, quoted, wrapped
from registry.reports.wording import counted

SEVERITY_STYLES = {Severity.HIGH: "red", Severity.MEDIUM: "yellow", Severity.LOW: "cyan"}

_INDENT = "     "
_QUOTE_LINES = 3


def conflicts(report: Report, screen: Screen) -> Iterator[str]:
    """The pairs by topic, the worst topic first, then what the registry holds and what to do next."""
    for topic, pairs in _by_topic(report.pairs).items():
        yield from _topic(topic, pairs, screen)
        yield ""
    yield from _summary(report)


def value_and_place(stored: StoredClaim) -> str:
    """One line: the value as written, since when it holds, the source and its date."""
    claim, source = stored.claim, stored.source
    held = f" (as of {claim.as_of.replace('/', ' to ')})" if claim.as_of else ""
    return plain(" · ".join(filter(None, (f"{claim.value_quote}{held}", source.name, source.published))))


def quote_line(stored: StoredClaim) -> str:
    """The quote on one line, its value in brackets."""
    claim = stored.claim
    start, end = claim.value_span.start - claim.span.start, claim.value_span.end - claim.span.start
    return quoted(claim.quote[:start], claim.quote[start:end], claim.quote[end:])


def ruling_line(pair: StoredPair, screen: Screen) -> str:
    """One line: severity, verdict, id and rule, and how the editors decided."""
    ruling = pair.ruling
    correction = f", correction {pair.correction}" if pair.correction else ""
    words = [
        screen.styled(f"{ruling.severity.value} {ruling.verdict.value}", SEVERITY_STYLES[ruling.severity], "bold")
        if ruling.verdict.flagged
        else ruling.verdict.value,
        screen.styled(pair.id, "bold"),
        screen.styled(f"by {ruling.rule}, match {pair.score:.2f}", "faint"),
    ]
    if pair.decision:
        words.append(f"{pair.status.value}: {pair.decision.judgement.value}, {plain(pair.decision.by)}{correction}")
    return "  ".join(words)


def _by_topic(pairs: Sequence[StoredPair]) -> dict[str, list[StoredPair]]:
    topics: dict[str, list[StoredPair]] = {}
    for pair in pairs:
        topics.setdefault(pair.topic, []).append(pair)
    return topics


def _by_reason(pairs: Sequence[StoredPair]) -> dict[str, list[StoredPair]]:
    """The pairs of a topic that are said to disagree in the same words, so that the words are said once."""
    reasons: dict[str, list[StoredPair]] = {}
    for pair in pairs:
        reasons.setdefault(pair.ruling.reason, []).append(pair)
    return reasons


def _topic(topic: str, pairs: list[StoredPair], screen: Screen) -> Iterator[str]:
    sides = {stored.id: stored for pair in pairs for stored in (pair.a, pair.b)}
    order = sorted(sides.values(), key=lambda s: (s.source.published or "9999", s.source.id, s.claim.span.start))
    number = {stored.id: n for n, stored in enumerate(order, 1)}
    yield screen.styled(clipped(plain(topic), screen.width), "bold", "underline")
    for stored in order:
        yield clipped(f" {number[stored.id]:>2}  {value_and_place(stored)}", screen.width)
        lines = list(wrapped(quote_line(stored), screen.width - len(_INDENT)))
        if len(lines) > _QUOTE_LINES:
            lines[_QUOTE_LINES - 1 :] = [f"{lines[_QUOTE_LINES - 1]} …"]
        yield from screen.lit("\n".join(f"{_INDENT}{line}" for line in lines)).split("\n")
    for reason, alike in _by_reason(pairs).items():
        for pair in alike:
            yield f"  a {number[pair.a.id]}, b {number[pair.b.id]}: {ruling_line(pair, screen)}"
        yield from (f"{_INDENT}{line}" for line in wrapped(plain(reason), screen.width - len(_INDENT)))


def _summary(report: Report) -> Iterator[str]:
    totals = report.totals
    share = f", {100 * totals.cut / totals.possible:.1f} % cut away by blocking" if totals.possible else ""
    yield (
        f"{counted(totals.sources, 'source')}, {counted(totals.claims, 'claim')}; "
        f"of {counted(totals.possible, 'pair')} {totals.compared:,} compared{share}; "
        f"{totals.matched:,} on the same matter."
    )
    yield _standing(report.standing)
    if any(pair.ruling.verdict.flagged for pair in report.pairs):
        yield "Look closer: claims show ID. Decide: claims decide ID DECISION, with DECISION one of"
        yield "a_wrong b_wrong both_wrong both_right superseded not_comparable misread unsure."


def _standing(standing: Standing) -> str:
    open_ones = sum(standing.open.values())
    if not open_ones and not standing.decided:
        return "No statements disagree."
    parts = ", ".join(f"{standing.open[severity]} {severity.value}" for severity in Severity if standing.open[severity])
    return f"Open: {open_ones}{f' ({parts})' if parts else ''}. Decided: {standing.decided}."
