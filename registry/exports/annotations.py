"""Claims as W3C Web Annotations: each a note on the very characters of its source.

The model is https://www.w3.org/TR/annotation-model/: a target is found again by what stands there
(TextQuoteSelector, with what stands before and after) and by where it stands (TextPositionSelector, in code points of
the source's decoded text, end exclusive).
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from registry.model import Source, StoredClaim
from registry.records import Record
from registry.reports.reading import reading

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation_page(claims: Iterable[StoredClaim]) -> Record:
    """All claims as one AnnotationPage, in the order given."""
    return {
        "@context": CONTEXT,
        "id": "urn:claim-registry:claims",
        "type": "AnnotationPage",
        "items": [annotation(stored) for stored in claims],
    }


def annotation(stored: StoredClaim) -> Record:
    """One claim: its value as read, and the quote in its source."""
    claim = stored.claim
    said_of = " · ".join(filter(None, (claim.subject, claim.attribute, claim.scope)))
    return {
        "id": claim_iri(stored),
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "value": f"{said_of}: {reading(claim)}" if said_of else reading(claim),
        },
        "target": {
            "source": source_iri(stored.source),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.quote,
                    "prefix": claim.prefix,
                    "suffix": claim.suffix,
                },
                {"type": "TextPositionSelector", "start": claim.span.start, "end": claim.span.end},
            ],
        },
    }


def claim_iri(stored: StoredClaim) -> str:
    """The name of a claim among linked data."""
    return f"urn:claim-registry:claim:{stored.id}"


def source_iri(source: Source) -> str:
    """Where a source is to be found: its web address; without one, its path as a relative reference."""
    address = source.url or source.name
    return address if address.startswith(("https://", "http://")) else quote(source.name)
