"""Claims found by words or by a value, each with the way to its article and to its findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from registry.desk.host import Host
from registry.desk.page import show
from registry.desk.pages.source import Look, look_of
from registry.desk.side import Side, side_of
from registry.desk.web import Answer, Request
from registry.listings import standings
from registry.queries import ClaimFilter, find_claims

SIZE = 100
"""Claims that are shown; who finds more asks for more words."""

LONGEST = 200
"""Characters of what is asked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that was found."""

    side: Side
    look: Look


async def search_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/search?q=TEXT``."""
    text = request.one("q")[:LONGEST].strip()

    def ask(db: Database) -> list[Hit]:
        found = find_claims(db, ClaimFilter(search=text, limit=SIZE + 1)) if text else ()
        standing = standings(db, [stored.id for stored in found])
        return [Hit(side_of("", stored), look_of(stored.id, standing.get(stored.id))) for stored in found]

    hits = await host.read(name, ask)
    values = {"query": text, "hits": hits[:SIZE], "more": len(hits) > SIZE}
    return await show(host, request, given, "search.html", values)
