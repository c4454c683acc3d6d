"""What nobody has judged yet as an Atom feed (RFC 4287), so that an editor can follow a registry.

An entry keeps its id as long as both sides say the same; a value or wording that changed makes a new entry. It is as
old as the text in which its later side came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from sqlite_utils import Database

from registry.load import listed, rows
from registry.model import Status, StoredClaim, StoredPair
from registry.queries import FLAGGED, UNSETTLED, pairs_by_id

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "application/atom+xml"
LENGTH = 100
"""How many entries a feed holds, the newest first."""

DAWN = "1970-01-01T00:00:00Z"
"""When a feed without entries was last changed: it has to say something, and to say the same every time."""

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that waits to be judged, and since when: a UTC time."""

    pair: StoredPair
    since: str


def entries(db: Database, length: int = LENGTH) -> tuple[Entry, ...]:
    """The newest findings that are open or reopened, the newest first."""
    sql = """
        SELECT p.id, max(
            (SELECT max(v.added) FROM versions AS v WHERE v.source = a.source AND v.document = a.document),
            (SELECT max(v.added) FROM versions AS v WHERE v.source = b.source AND v.document = b.document)
        ) AS since
        FROM compared_pairs AS p JOIN claims AS a ON a.id = p.a JOIN claims AS b ON b.id = p.b
        WHERE p.verdict IN (SELECT value FROM json_each(:flagged))
            AND p.status IN (SELECT value FROM json_each(:unsettled))
        ORDER BY since DESC, p.id LIMIT :length
    """
    parameters = {"flagged": listed(FLAGGED), "unsettled": listed(UNSETTLED), "length": length}
    since = {row["id"]: row["since"] for row in rows(db, sql, parameters)}
    return tuple(Entry(pair, since[pair.id]) for pair in pairs_by_id(db, tuple(since)))


def atom(found: tuple[Entry, ...], title: str, base: str | None) -> str:
    """The feed as XML. ``base`` is the address below which the review desk stands; without it nothing is linked."""
    feed = Xml.Element("feed", {"xmlns": ATOM})
    _add(feed, "id", f"{base}/-/claims/conflicts" if base else "urn:claim-registry:conflicts")
    _add(feed, "title", title)
    _add(feed, "updated", max((entry.since for entry in found), default=DAWN))
    _add(_add(feed, "author"), "name", "Claim Registry")
    if base:
        Xml.SubElement(feed, "link", {"rel": "alternate", "href": f"{base}/-/claims/conflicts"})
        Xml.SubElement(feed, "link", {"rel": "self", "type": MEDIA, "href": f"{base}/-/claims/feed"})
    for entry in found:
        _write(Xml.SubElement(feed, "entry"), entry, base)
    Xml.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, encoding="unicode") + "\n"


def _write(element: Xml.Element, entry: Entry, base: str | None) -> None:
    pair, ruling = entry.pair, entry.pair.ruling
    again = " (reopened)" if pair.status is Status.REOPENED else ""
    _add(element, "id", f"urn:claim-registry:conflict:{pair.id}")
    _add(element, "title", f"{ruling.severity.value} {ruling.verdict.value}{again}: {pair.topic}")
    _add(element, "updated", entry.since)
    if base:
        Xml.SubElement(element, "link", {"rel": "alternate", "href": f"{base}/-/claims/conflict/{pair.id}"})
    for term in (ruling.verdict.value, ruling.severity.value, ruling.rule):
        Xml.SubElement(element, "category", {"term": term})
    _add(element, "summary", ruling.reason)
    _add(element, "content", "\n".join(_sides(pair))).set("type", "text")


def _sides(pair: StoredPair) -> Iterator[str]:
    for side in (pair.a, pair.b):
        yield f"{_place(side)}: {' '.join(side.claim.quote.split())}"


def _place(stored: StoredClaim) -> str:
    return ", ".join(filter(None, (stored.source.name, stored.source.published)))


def _add(parent: Xml.Element, name: str, text: str = "") -> Xml.Element:
    element = Xml.SubElement(parent, name)
    element.text = _NO_XML.sub("\ufffd", text)
    return element
