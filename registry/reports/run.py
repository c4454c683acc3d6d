"""What a run of ``claims add`` did, for people."""

from __future__ import annotations

from collections.abc import Iterator

from registry.changes import ChangeSum
from registry.ingest import Summary
from registry.reports.screen import Screen, wrapped
from registry.reports.second_reader import coverage_line, judged_line
from registry.reports.watch_list import summary as standing_sentence
from registry.reports.wording import counted


def run_summary(summary: Summary, screen: Screen) -> Iterator[str]:
    """Sources by what became of them, what is registered and compared now, and what to do next."""
    for line in _sentences(summary):
        yield from wrapped(line, screen.width)


def reread_summary(summary: Summary) -> Iterator[str]:
    """How many documents were read anew, and what came of that and of a new fact sheet; nothing where nothing did."""
    if summary.reread:
        yield f"{counted(summary.reread, 'document')} read anew"
    if summary.reread or summary.changes != ChangeSum():
        yield change_summary(summary.changes)
    if summary.reread:
        yield from _reader_lines(summary)


def _reader_lines(summary: Summary) -> Iterator[str]:
    """How far a second reader has read, and judged, what is registered."""
    if summary.second:
        yield coverage_line(summary.second)
    if summary.second and summary.judged:
        yield judged_line(summary.judged, summary.second.model)


def change_summary(changes: ChangeSum) -> str:
    """What became of the findings, in one line."""
    parts = (
        counted(changes.found, "new finding") if changes.found else "",
        f"{changes.gone:,} gone" if changes.gone else "",
        f"{changes.reopened:,} reopened, because a value or wording changed" if changes.reopened else "",
    )
    return ", ".join(filter(None, parts)) or "no change in the findings"


def _sentences(summary: Summary) -> Iterator[str]:
    yield ", ".join(f"{number} {outcome.value}" for outcome, number in summary.outcomes.items() if number)
    if summary.reread:
        causes = "aliases, thresholds, watched facts or the second reader"
        yield f"{counted(summary.reread, 'document')} read anew, because {causes} had changed"
    totals = summary.totals
    if totals and summary.changed:
        yield change_summary(summary.changes)
    if totals:
        yield (
            f"{counted(totals.claims, 'claim')} in {counted(totals.sources, 'source')}; "
            f"{counted(totals.compared, 'pair')} compared, "
            f"{totals.cut:,} cut away by blocking, {totals.matched:,} on the same matter"
        )
        if summary.standings:
            yield f"{standing_sentence(summary.standings)} See claims watch."
        if summary.outdated:
            yield f"{counted(summary.outdated, 'document')} read by another release: claims refresh reads anew"
        yield from _reader_lines(summary)
        yield "Next: claims conflicts"
