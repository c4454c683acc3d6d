"""A line of an article with one passage of it to be marked, cut to the room there is."""

from __future__ import annotations

from dataclasses import dataclass

from registry.checking.finding import CheckReport, Side
from registry.reports.screen import clipped, clipped_left, columns, one_line


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands before the passage on its line, the passage, and what stands after it."""

    before: str
    marked: str
    after: str

    @property
    def line(self) -> str:
        """The whole of it."""
        return f"{self.before}{self.marked}{self.after}"

    def shortened(self, width: int) -> Excerpt:
        """The same in ``width`` columns: the passage stays, a mark stands for words left out around it."""
        marked = clipped(self.marked, width - 4)
        room = width - columns(marked)
        # What leads up to a value says more of it than what follows.
        before = clipped_left(self.before, max(room - columns(self.after), 2 * room // 3))
        return Excerpt(before, marked, clipped(self.after, room - columns(before)))


def excerpt(report: CheckReport, side: Side) -> Excerpt:
    """The line on which the value of ``side`` begins, whole; of a value on several lines, what stands on the first."""
    line, region = report.line_of(side), side.region
    start = region.start.column - 1
    end = region.end.column - 1 if region.end.line == region.start.line else len(line)
    return Excerpt(*(one_line(piece) for piece in (line[:start].lstrip(), line[start:end], line[end:].rstrip())))
