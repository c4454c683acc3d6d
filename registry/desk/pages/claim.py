"""One claim: where it stands, how it was read, and what it was compared with."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from registry import telling
from registry.desk.host import Host
from registry.desk.page import show
from registry.desk.pages.conflict import PARAGRAPH
from registry.desk.pages.queue import Entry
from registry.desk.side import in_passage, origin_of, side_of
from registry.desk.web import Answer, Request
from registry.lookup import find_key
from registry.reports.report import ClaimDetail


async def claim_page(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``/-/claims/claim/ID``."""

    def ask(db: Database) -> ClaimDetail:
        return telling.claim_detail(db, find_key(db, request.places["id"], ("claims",)).id, PARAGRAPH)

    detail = await host.read(name, ask)
    stored = detail.passage.stored
    values = {
        "side": in_passage("", detail.passage),
        "kind": stored.claim.kind.value,
        "section": stored.claim.section,
        "sources": [origin_of(source) for source in detail.sources],
        "entries": [Entry(pair, side_of("a", pair.a), side_of("b", pair.b)) for pair in detail.pairs],
    }
    return await show(host, request, given, "claim.html", values)
