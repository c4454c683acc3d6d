"""Registered claims for people: one line a claim, under the name of its source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from registry.model import StoredClaim
from registry.reports.reading import read_by, reading
from registry.reports.report import ClaimList
from registry.reports.screen import Screen, clipped, placed, plain, shortened
from registry.reports.text import quote_line
from registry.reports.wording import counted


def claims(report: ClaimList, screen: Screen) -> Iterator[str]:
    """Each claim with its id, what it says of whom, and its quote."""
    for source, group in groupby(report.claims, key=lambda stored: stored.source):
        known = "".join(f" · {plain(word)}" for word in (source.title, source.publisher) if word)
        published = f" · {source.published}" if source.published else ""
        yield screen.styled(placed("", plain(source.name), known, published, screen.width), "bold")
        for stored in group:
            yield f"  {screen.styled(stored.id, 'bold')}  {clipped(_said(stored), screen.width - 18)}"
            yield f"    {screen.lit(shortened(quote_line(stored), screen.width - 4))}"
    shown, in_all = len(report.claims), report.totals.claims
    yield counted(in_all, "claim") if shown == in_all else f"{shown:,} of {counted(in_all, 'claim')}"


def _said(stored: StoredClaim) -> str:
    claim = stored.claim
    about = " · ".join(filter(None, (claim.subject, claim.attribute, claim.scope)))
    said = read_by(claim)
    parts = (f"{claim.kind.value} {reading(claim)}", about, f"[{said}]" if said else None)
    return plain(" · ".join(filter(None, parts)))
