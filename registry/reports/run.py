"""What a run of ``claims add`` did, for people."""

from __future__ import annotations

from collections.abc import Iterator

from registry.ingest import Summary
from registry.reports.wording import counted


def run_summary(summary: Summary) -> Iterator[str]:
    """Two or three lines: sources by what became of them, what is registered and compared now."""
    yield ", ".join(f"{number} {outcome.value}" for outcome, number in summary.outcomes.items() if number)
    if summary.reread:
        yield f"{counted(summary.reread, 'document')} read anew, because aliases or thresholds had changed"
    totals = summary.totals
    if totals:
        yield (
            f"{counted(totals.claims, 'claim')} in {counted(totals.sources, 'source')}; "
            f"{counted(totals.compared, 'pair')} compared, "
            f"{totals.cut:,} cut away by blocking, {totals.matched:,} on the same matter"
        )
        yield "Next: claims conflicts"
