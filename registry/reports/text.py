"""The conflict report for people: one topic, each source with its value, date and quote, the verdict once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.model import Severity
from registry.model import Judgement, SecondOpinion, Status, StoredClaim, StoredPair
from registry.reports.change import change_lines
from registry.reports.held import held_lines
from registry.reports.report import Report, Standing
from registry.reports.screen import Screen, clipped, columns, placed, plain, quoted, shortened, wrapped
from registry.reports.wording import counted

SEVERITY_STYLES = {Severity.HIGH: "red", Severity.MEDIUM: "yellow", Severity.LOW: "cyan"}

_INDENT = "     "
_QUOTE_LINES = 3
"""About so many lines of a quote are shown; what is left out stands away from its value."""


def conflicts(report: Report, screen: Screen) -> Iterator[str]:
    """The pairs by topic, the worst topic first, then what the registry holds and what to do next."""
    for topic, pairs in _by_topic(report.pairs).items():
        yield from _topic(topic, pairs, screen)
        yield ""
    for sentence in _summary(report):
        yield from wrapped(sentence, screen.width)


def value_and_place(stored: StoredClaim, *, gone: bool = False) -> str:
    """One line: the value as written, since when it holds, the source and its date; and if it is not there any more."""
    value, path, last = _value_place_date(stored, gone)
    return f"{value} · {path}{last}"


def value_and_place_in(stored: StoredClaim, width: int, *, gone: bool = False) -> str:
    """The same line in ``width`` columns: a long path gives way, not its date."""
    value, path, last = _value_place_date(stored, gone)
    return placed(value, path, "", last, width)


def _value_place_date(stored: StoredClaim, gone: bool) -> tuple[str, str, str]:
    claim, source = stored.claim, stored.source
    held = f" (as of {claim.as_of.replace('/', ' to ')})" if claim.as_of else ""
    last = "".join(f" · {part}" for part in (source.published, "no longer there" if gone else None) if part)
    return plain(f"{claim.value_quote}{held}"), plain(source.name), last


def quote_line(stored: StoredClaim) -> str:
    """The quote on one line, its value in brackets."""
    claim = stored.claim
    start, end = claim.value_span.start - claim.span.start, claim.value_span.end - claim.span.start
    return quoted(claim.quote[:start], claim.quote[start:end], claim.quote[end:])


def ruling_lines(pair: StoredPair, screen: Screen, lead: str = "") -> Iterator[str]:
    """Severity, verdict, id and rule, and how the editors decided, behind ``lead``; one line where there is room."""
    line, used = lead, columns(lead)
    for text, *styles in _ruling_words(pair):
        text = clipped(text, screen.width - len(_INDENT))
        if line != lead and used + 2 + columns(text) > screen.width:
            yield line
            line, used = _INDENT, len(_INDENT)
        elif line != lead:
            line, used = f"{line}  ", used + 2
        line, used = line + screen.styled(text, *styles), used + columns(text)
    yield line


def _ruling_words(pair: StoredPair) -> Iterator[tuple[str, ...]]:
    """The parts of a ruling, each with its styles."""
    ruling = pair.ruling
    if ruling.verdict.flagged:
        yield f"{ruling.severity.value} {ruling.verdict.value}", SEVERITY_STYLES[ruling.severity], "bold"
    else:
        yield (ruling.verdict.value,)
    yield pair.id, "bold"
    yield f"by {ruling.rule}, match {pair.score:.2f}", "faint"
    if pair.decision:
        yield (plain(f"{pair.status.value}: {pair.decision.judgement.value}, {pair.decision.by}"),)
    elif pair.status is not Status.OPEN:
        yield (pair.status.value,)
    if pair.correction:
        yield (f"correction {pair.correction}",)
    if pair.flagged:
        yield "flagged", "bold"
    if pair.assignee:
        yield (plain(f"for {pair.assignee}"),)
    if pair.second_opinion in (SecondOpinion.ASKED, SecondOpinion.PROPOSED):
        yield f"second opinion {pair.second_opinion.value}", "faint"


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
    gone = {stored.id for pair in pairs for stored in pair.gone}
    yield screen.styled(clipped(plain(topic), screen.width), "bold", "underline")
    for stored in order:
        lead, width = f" {number[stored.id]:>2}  ", screen.width - len(_INDENT)
        yield lead + value_and_place_in(stored, screen.width - len(lead), gone=stored.id in gone)
        lines = wrapped(shortened(quote_line(stored), _QUOTE_LINES * width), width)
        yield from screen.lit("\n".join(f"{_INDENT}{line}" for line in lines)).split("\n")
    for reason, alike in _by_reason(pairs).items():
        for pair in alike:
            yield from ruling_lines(pair, screen, f"  a {number[pair.a.id]}, b {number[pair.b.id]}: ")
            yield from held_lines(pair, screen, _INDENT)
            yield from change_lines(pair, screen, _INDENT)
        yield from (f"{_INDENT}{line}" for line in wrapped(plain(reason), screen.width - len(_INDENT)))


def _summary(report: Report) -> Iterator[str]:
    totals = report.totals
    share = f", {100 * totals.cut / totals.possible:.1f} % cut away by blocking" if totals.possible else ""
    yield (
        f"{counted(totals.sources, 'source')}, {counted(totals.claims, 'claim')}; "
        f"of {counted(totals.possible, 'pair')} {totals.compared:,} compared{share}; "
        f"{totals.matched:,} on the same matter."
    )
    yield _standing(report.standing, len(report.pairs))
    if any(pair.ruling.verdict.flagged for pair in report.pairs):
        words = " ".join(Judgement)
        yield f"Look closer: claims show ID. Decide: claims decide ID DECISION, with DECISION one of {words}."


def _standing(standing: Standing, shown: int) -> str:
    """How far the editors are, and how many pairs are shown where options made it others than the open ones."""
    open_ones = sum(standing.open.values())
    told = f"Shown: {counted(shown, 'pair')}. " if shown != open_ones else ""
    if not open_ones and not standing.decided:
        return f"{told}No statements disagree."
    parts = ", ".join(f"{standing.open[severity]} {severity.value}" for severity in Severity if standing.open[severity])
    return f"{told}Open: {open_ones}{f' ({parts})' if parts else ''}. Decided: {standing.decided}."
