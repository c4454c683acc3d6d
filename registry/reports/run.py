"""What a run of ``claims add`` did, for people."""

from __future__ import annotations

from collections.abc import Iterator

from registry.ingest import Summary
from registry.reports.screen import Screen, wrapped
from registry.reports.watch_list import summary as standing_sentence
from registry.reports.wording import counted


def run_summary(summary: Summary, screen: Screen) -> Iterator[str]:
    """Sources by what became of them, what is registered and compared now, and what to do next."""
    for line in _sentences(summary):
        yield from wrapped(line, screen.width)


def _sentences(summary: Summary) -> Iterator[str]:
    yield ", ".join(f"{number} {outcome.value}" for outcome, number in summary.outcomes.items() if number)
    if summary.reread:
        causes = "aliases, thresholds or watched facts"
        yield f"{counted(summary.reread, 'document')} read anew, because {causes} had changed"
    totals = summary.totals
    if totals:
        yield (
            f"{counted(totals.claims, 'claim')} in {counted(totals.sources, 'source')}; "
            f"{counted(totals.compared, 'pair')} compared, "
            f"{totals.cut:,} cut away by blocking, {totals.matched:,} on the same matter"
        )
        if summary.standings:
            yield f"{standing_sentence(summary.standings)} See claims watch."
        yield "Next: claims conflicts"
