"""Long lists, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from registry.desk.filters import Query
from registry.desk.web import Request


@dataclass(frozen=True, slots=True)
class Pages:
    """Which page of how many is shown, with the addresses of its neighbours; None where there is none."""

    number: int
    total: int
    before: Query | None
    after: Query | None


def page_number(request: Request) -> int:
    """The page asked for; the first where the address says nothing sensible."""
    wanted = request.one("page")
    return int(wanted) if wanted.isascii() and wanted.isdigit() and 0 < int(wanted[:7]) < 10**6 else 1


def pages(number: int, total: int, query: Query = ()) -> Pages:
    """The page ``number`` of ``total``; ``query`` is what else the address says."""
    total = max(1, total)
    return Pages(
        number,
        total,
        (*query, ("page", str(number - 1))) if number > 1 else None,
        (*query, ("page", str(number + 1))) if number < total else None,
    )


def page_count(entries: int, size: int) -> int:
    """How many pages of ``size`` so many entries fill."""
    return -(-entries // size)
