"""The review desk: a plugin of Datasette, which finds these functions by the entry point in ``pyproject.toml``.

On a database that is no registry it stays out of the way. Pages and their functions are listed in ``ROUTES``.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from registry.desk import admission, host
from registry.desk.host import Host, anchor, hook, view
from registry.desk.page import ROOT, on_registry
from registry.desk.pages.claim import claim_page
from registry.desk.pages.conflict import conflict_page
from registry.desk.pages.decide import arrange, decide, undo
from registry.desk.pages.feed import feed_page
from registry.desk.pages.queue import queue_page
from registry.desk.pages.search import search_page
from registry.desk.pages.source import source_page, sources_page
from registry.desk.pages.topic import topic_page, topics_page
from registry.desk.pages.versions import versions_page
from registry.desk.sign_in import PATH, sign_in, sign_out
from registry.desk.web import address
from sources.errors import RegistryError

_ID = r"(?P<id>[A-Za-z0-9-]+)"

PAGES = (
    (r"conflicts", on_registry(queue_page)),
    (rf"conflict/{_ID}", on_registry(conflict_page)),
    (r"topics", on_registry(topics_page)),
    (r"topic", on_registry(topic_page)),
    (r"sources", on_registry(sources_page)),
    (r"source/(?P<number>[0-9]{1,9})", on_registry(source_page)),
    (r"source/(?P<number>[0-9]{1,9})/versions", on_registry(versions_page)),
    (rf"claim/{_ID}", on_registry(claim_page)),
)
"""What can be read without asking for anything in words, each by the pattern of its path below ``/-/claims/``."""

ROUTES = (
    *PAGES,
    (rf"conflict/{_ID}/decide", on_registry(decide)),
    (rf"conflict/{_ID}/undo", on_registry(undo)),
    (rf"conflict/{_ID}/arrange", on_registry(arrange)),
    (r"search", on_registry(search_page)),
    (r"feed", on_registry(feed_page)),
    (PATH, on_registry(sign_in)),
    (r"sign-out", on_registry(sign_out)),
)
"""All pages below ``/-/claims/``, each by the pattern of its path."""


KEYS = {
    ("claims", "id"): "claim",
    ("pairs", "id"): "conflict",
    ("compared_pairs", "id"): "conflict",
    ("open_conflicts", "id"): "conflict",
    ("closed_conflicts", "id"): "conflict",
    ("closed_pairs", "id"): "conflict",
    ("pairs", "a"): "claim",
    ("pairs", "b"): "claim",
    ("compared_pairs", "a"): "claim",
    ("compared_pairs", "b"): "claim",
    ("open_conflicts", "a"): "claim",
    ("open_conflicts", "b"): "claim",
    ("findings", "id"): "conflict",
    ("findings", "a"): "claim",
    ("findings", "b"): "claim",
    ("verified_claims", "id"): "claim",
    ("sources", "name"): "source",
    ("topics", "topic"): "topic",
    (None, "claim"): "claim",
    (None, "conflict"): "conflict",
}
"""Which columns hold keys, and the page that each leads to; without a table, those of any query."""

KEY = re.compile(r"[a-z0-9]{8,}(-[0-9]+)?")


@hook
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Where our pages are."""
    return [(rf"^{ROOT}/{path}$", view(page)) for path, page in ROUTES]


@hook
def prepare_connection(conn: Any) -> None:
    """Connections to a registry wait for the command line, as that waits for the desk; others are left as they are."""
    host.prepare(conn)


@hook
def asgi_wrapper() -> Callable[[admission.Application], admission.Application]:
    """Lets in what is short enough, before anything reads it."""
    return admission.guarded


@hook
def startup(datasette: Any) -> Callable[[], Awaitable[None]]:
    """Notes which database is a registry."""
    return Host(datasette).remember


@hook
def render_cell(row: Any, value: object, column: str, table: str | None, database: str | None, datasette: Any) -> Any:
    """Keys of claims and conflicts, names of sources and topics lead to the desk, from tables and saved queries."""
    kind = KEYS.get((table, column)) or KEYS.get((None, column))
    place = Host(datasette)
    if kind is None or database != place.known():
        return None
    page = _page_of(kind, value, row)
    return anchor(place.path(f"{ROOT}/{page}"), str(value)) if page else None


def _page_of(kind: str, value: object, row: Any) -> str | None:
    """The page that a cell leads to; None for what is nothing of that kind."""
    if not isinstance(value, str):
        return None
    if kind == "source":
        return f"source/{row['id']}" if "id" in row.keys() else None  # noqa: SIM118  # a row of SQLite is no mapping
    if kind == "topic":
        return address("topic", (("name", value),))
    return f"{kind}/{value}" if KEY.fullmatch(value) else None


@hook
def menu_links(datasette: Any) -> Callable[[], Awaitable[list[dict[str, str]]]]:
    """The way from Datasette's own pages to the desk."""

    async def links() -> list[dict[str, str]]:
        place = Host(datasette)
        try:
            known = await place.registry()
        except RegistryError:
            return []
        return [{"href": place.path(f"{ROOT}/conflicts"), "label": "Review desk"}] if known else []

    return links
