"""What waits to be judged, as a feed that an editor can follow."""

from __future__ import annotations

from typing import Any

from registry.desk.host import Host
from registry.desk.web import Answer, Request
from registry.exports.feed import MEDIA, atom, entries


async def feed_page(host: Host, name: str, request: Request, _given: Any) -> Answer:
    """``/-/claims/feed``: the newest findings that are open or reopened, as Atom."""
    found = await host.read(name, entries)
    base = f"{request.scheme}://{request.host}{host.path('/').rstrip('/')}"
    return Answer(atom(found, host.title or "Claim Registry", base), media=MEDIA)
