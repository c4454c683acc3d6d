"""One source: its whole article with its claims marked, and the list of sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from registry.desk.host import Host
from registry.desk.marked import Piece, part_at, part_count, part_of, pieces
from registry.desk.page import show
from registry.desk.paging import page_count, page_number, pages
from registry.desk.remembered import remembered
from registry.desk.side import origin_of
from registry.desk.web import Answer, Request
from registry.listings import SourceLine, Standing, source_lines, standings
from registry.load import document, rows, scalar, sources_of
from registry.model import Source, Status
from registry.rows import source_of
from sources.errors import KeyNotFoundError
from sources.span import Span

SIZE = 100

COLOURS = ("open", "settled", "agree", "alone")
"""How a claim stands, the most urgent first."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a claim is shown in its article: its colour, and the page it leads to, below ``/-/claims/``."""

    colour: str
    path: str


@dataclass(frozen=True, slots=True)
class Article:
    """A part of an article. ``names`` are all sources of the same text, ``number`` counts its claims."""

    source: Source
    names: tuple[Source, ...]
    part: int
    parts: int
    pieces: tuple[Piece, ...]
    looks: Mapping[str, Look]
    number: int
    versions: int


async def source_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/source/NUMBER``; ``?claim=ID`` opens the part that holds this claim."""
    wanted = int(request.places["number"])

    def ask(db: Database) -> Article:
        return article(db, wanted, page_number(request), request.one("claim"))

    found = await host.read(name, ask)
    values = {
        "article": found,
        "origin": origin_of(found.source),
        "colours": COLOURS,
        "pages": pages(found.part, found.parts),
    }
    return await show(host, request, given, "source.html", values)


async def sources_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/sources``."""
    number = page_number(request)

    def ask(db: Database) -> tuple[int, tuple[SourceLine, ...]]:
        total = scalar(db, "SELECT count(*) FROM sources")
        return total, remembered(db, ("sources", number), lambda: source_lines(db, (number - 1) * SIZE, SIZE))

    total, lines = await host.read(name, ask)
    values = {
        "sources": [(origin_of(line.source), line) for line in lines],
        "pages": pages(number, page_count(total, SIZE)),
    }
    return await show(host, request, given, "sources.html", values)


def article(db: Database, number: int, part: int, claim: str) -> Article:
    """A part of the article of a source: the one that holds ``claim``, else the one of that number.

    Raises KeyNotFoundError when there is no such source.
    """
    source = source_numbered(db, number)
    text = document(db, source.document).text
    total = part_count(text)
    offset = scalar(db, "SELECT value_start FROM claims WHERE id = ? AND document = ?", (claim, source.document))
    part = part_at(text, offset) if offset is not None else min(part, total)
    within = part_of(text, part)
    sql = """
        SELECT id, value_start, value_end FROM claims
        WHERE document = ? AND value_end > ? AND value_start < ? ORDER BY value_start, value_end
    """
    marks = [
        (Span(row["value_start"], row["value_end"]), row["id"])
        for row in rows(db, sql, (source.document, within.start, within.end))
    ]
    standing = standings(db, [claim for _, claim in marks])
    looks = {claim: look_of(claim, standing.get(claim)) for _, claim in marks}
    marks.sort(key=lambda mark: COLOURS.index(looks[mark[1]].colour))
    return Article(
        source=source,
        names=sources_of(db, source.document),
        part=part,
        parts=total,
        pieces=tuple(pieces(text, within, marks)),
        looks=looks,
        versions=scalar(db, "SELECT count(*) FROM versions WHERE source = ?", (source.id,)),
        number=scalar(db, "SELECT count(*) FROM claims WHERE document = ?", (source.document,)),
    )


def source_numbered(db: Database, number: int) -> Source:
    """The source of that number. Raises KeyNotFoundError when there is none."""
    source = next((source_of(row) for row in rows(db, "SELECT * FROM sources WHERE id = ?", (number,))), None)
    if source is None:
        raise KeyNotFoundError(str(number), "no source has this number", "the list of sources has them all")
    return source


def look_of(claim: str, standing: Standing | None) -> Look:
    """Open findings stand out, settled ones less, agreement least; one finding is opened at once, of several a list."""
    if standing is None:
        return Look("alone", f"claim/{claim}")
    if not standing.findings:
        return Look("agree", f"claim/{claim}")
    colour = "open" if standing.status in (Status.OPEN, Status.REOPENED) else "settled"
    return Look(colour, f"conflict/{standing.findings[0]}" if len(standing.findings) == 1 else f"claim/{claim}")
