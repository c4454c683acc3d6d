"""The texts that a source has had: an edited article gets a new version, and the old one stays until it is pruned."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from claims.model import Claim
from registry import load
from registry.load import rows
from registry.model import Source
from registry.rows import claim_of
from sources.document import Document
from sources.errors import KeyNotFoundError


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a source. ``number`` counts from 1; ``added`` is a UTC time; ``claims`` says how many were found."""

    source: str
    number: int
    document: str
    published: str | None
    added: str
    characters: int
    claims: int


@dataclass(frozen=True, slots=True)
class Text:
    """A version with its text and what was found in it, in the order of the values; spans are code points of it."""

    version: Version
    document: Document
    claims: tuple[Claim, ...]


_VERSIONS = """
    SELECT s.name AS source, v.number, v.document, v.published, v.added, d.characters,
        CASE WHEN v.document IN (SELECT document FROM sources)
            THEN (SELECT count(*) FROM claims AS c WHERE c.document = v.document)
            ELSE (SELECT count(*) FROM past_claims AS c WHERE c.document = v.document) END AS claims
    FROM versions AS v JOIN sources AS s ON s.id = v.source JOIN documents AS d ON d.sha256 = v.document
    WHERE v.source = ? ORDER BY v.number
"""


def versions_of(db: Database, source: Source) -> tuple[Version, ...]:
    """The versions of a source that are kept, the present one last."""
    return tuple(Version(**row) for row in rows(db, _VERSIONS, (source.id,)))


def text_of(db: Database, source: Source, number: int) -> Text:
    """A version of a source by its number. Raises KeyNotFoundError where there is none, or none any more."""
    kept = {version.number: version for version in versions_of(db, source)}
    if number not in kept:
        numbers = ", ".join(map(str, kept))
        raise KeyNotFoundError(f"{source.name}, version {number}", "is not kept", f"choose one of {numbers}")
    version = kept[number]
    standing = load.owner(db, version.document) is not None
    found = load.claim_rows(db, version.document) if standing else load.past_claim_rows(db, version.document)
    claims = sorted((claim_of(row) for row in found), key=lambda claim: (claim.value_span, claim.span))
    return Text(version, load.document(db, version.document), tuple(claims))


def compared_texts(db: Database, source: Source, old: int | None = None, new: int | None = None) -> tuple[Text, Text]:
    """Two versions of a source, the older first; without numbers the last two, which are one where there is only one.

    Raises KeyNotFoundError for a number that is not kept.
    """
    numbers = [version.number for version in versions_of(db, source)]
    new = numbers[-1] if new is None else new
    earlier = [number for number in numbers if number < new]
    old = (earlier[-1] if earlier else new) if old is None else old
    return text_of(db, source, min(old, new)), text_of(db, source, max(old, new))
