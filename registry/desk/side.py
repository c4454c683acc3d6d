"""One side of a finding as the pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from registry.model import Entry, Source, StoredClaim
from registry.reports.reading import reading
from registry.reports.report import Passage


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was read. ``link`` is its address on the web, None where it has none that may be followed."""

    id: int
    name: str
    title: str
    publisher: str | None
    published: str | None
    language: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """A claim in its passage: ``lead`` and ``tail`` are the quote around the value."""

    letter: str
    claim: str
    origin: Origin
    value: str
    reading: str
    as_of: str | None
    subject: str | None
    attribute: str | None
    scope: str | None
    attributed_to: str | None
    modality: str
    damaged: bool
    reader: str | None
    read_fields: tuple[str, ...]
    before: str
    lead: str
    tail: str
    after: str
    verified: Entry | None


def origin_of(source: Source) -> Origin:
    """What the pages show of a source."""
    return Origin(
        id=source.id,
        name=source.name,
        title=source.title or source.name,
        publisher=source.publisher,
        published=source.published,
        language=source.language,
        link=web_link(source.url) or web_link(source.name),
    )


def side_of(letter: str, stored: StoredClaim, before: str = "", after: str = "") -> Side:
    """What the pages show of a claim, with the text around its quote."""
    claim = stored.claim
    start, end = claim.value_span.start - claim.span.start, claim.value_span.end - claim.span.start
    return Side(
        letter=letter,
        claim=stored.id,
        origin=origin_of(stored.source),
        value=claim.value_quote,
        reading=reading(claim),
        as_of=claim.as_of.replace("/", " – ") if claim.as_of else None,
        subject=claim.subject,
        attribute=claim.attribute,
        scope=claim.scope,
        attributed_to=claim.attributed_to,
        modality=claim.modality.value,
        damaged=claim.damaged,
        reader=claim.reader.model if claim.reader else None,
        read_fields=claim.reader.fields if claim.reader else (),
        before=before,
        lead=claim.quote[:start],
        tail=claim.quote[end:],
        after=after,
        verified=stored.verified,
    )


def in_passage(letter: str, passage: Passage) -> Side:
    """What the pages show of a claim where it stands."""
    return side_of(letter, passage.stored, passage.before, passage.after)


def web_link(address: str | None) -> str | None:
    """``address`` where it is one of the web; anything else (``javascript:``, ``file:``) is no link."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
