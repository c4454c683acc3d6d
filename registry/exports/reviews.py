"""Judged claims as schema.org ClaimReview, the form in which search engines and fact-check collections take them.

The vocabulary is https://schema.org/ClaimReview. A claim is reviewed by the latest of what holds of it: its
verification, and the decisions on its conflicts that find it right, wrong or out of date. What says nothing of either
side (``not_comparable``, ``misread``, ``unsure``) reviews nothing, and nor does a decision in whose place another one
has come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlite_utils import Database

from registry.exports.annotations import claim_iri, source_iri
from registry.load import rows
from registry.model import Entry, Judgement, StoredClaim, Verification
from registry.queries import ClaimFilter, find_claims
from registry.records import Record
from registry.rows import entry_of

CONTEXT = "https://schema.org"
BEST, WORST = 5, 1


@dataclass(frozen=True, slots=True)
class Rating:
    """A step of the scale from WORST to BEST, and its name."""

    value: int
    name: str


TRUE, FALSE = Rating(BEST, "True"), Rating(WORST, "False")
OUTDATED, UNPROVEN = Rating(3, "Outdated"), Rating(3, "Unproven")

OF_SIDES: Mapping[Judgement, tuple[Rating | None, Rating | None]] = MappingProxyType(
    {
        Judgement.A_WRONG: (FALSE, None),
        Judgement.B_WRONG: (None, FALSE),
        Judgement.BOTH_WRONG: (FALSE, FALSE),
        Judgement.BOTH_RIGHT: (TRUE, TRUE),
    }
)
"""What a decision says of side a and of side b. ``superseded`` depends on which of the two is the earlier."""

OF_CLAIM: Mapping[Verification, Rating] = MappingProxyType(
    {Verification.SUPPORTED: TRUE, Verification.REFUTED: FALSE, Verification.UNPROVEN: UNPROVEN}
)


@dataclass(frozen=True, slots=True)
class Review:
    """A claim, how it was rated, and the entry that did."""

    stored: StoredClaim
    rating: Rating
    entry: Entry


def reviews(db: Database) -> Iterator[Review]:
    """The latest review of each claim that stands in a source and was judged, source by source."""
    claims = find_claims(db, ClaimFilter())
    by_key: dict[str, list[StoredClaim]] = {}
    for stored in claims:
        by_key.setdefault(stored.claim.key, []).append(stored)
    found: dict[str, tuple[Rating, Entry]] = {}
    for row in rows(db, _HOLDING):
        entry = entry_of(row)
        for key, rating in _ratings(entry, by_key):
            found[key] = (rating, entry)
    return (Review(stored, *found[stored.claim.key]) for stored in claims if stored.claim.key in found)


_HOLDING = """
    SELECT * FROM latest_decisions UNION ALL SELECT * FROM latest_verifications ORDER BY decided_at, id
"""


def _ratings(entry: Entry, by_key: Mapping[str, list[StoredClaim]]) -> Iterator[tuple[str, Rating]]:
    if entry.verification:
        yield entry.a_key, OF_CLAIM[entry.verification]
    elif entry.judgement is Judgement.SUPERSEDED and entry.b_key:
        dates = {key: _published(by_key.get(key, ())) for key in (entry.a_key, entry.b_key)}
        if None not in dates.values() and len(set(dates.values())) > 1:
            yield min(dates, key=lambda key: dates[key] or ""), OUTDATED
    elif entry.judgement and entry.b_key:
        for key, rating in zip((entry.a_key, entry.b_key), OF_SIDES.get(entry.judgement, (None, None)), strict=True):
            if rating:
                yield key, rating


def _published(copies: Iterable[StoredClaim]) -> str | None:
    return min((stored.source.published for stored in copies if stored.source.published), default=None)


def review_graph(found: Iterable[Review], publisher: str, base: str | None = None) -> Record:
    """The reviews as one JSON-LD graph; ``publisher`` is the newsroom that stands for them.

    ``base`` is the address below which readers find the pages of the desk; without it a review has no address.
    """
    author = {"@type": "Organization", "name": publisher}
    return {"@context": CONTEXT, "@graph": [_record(review, author, base) for review in found]}


def _record(review: Review, author: Record, base: str | None) -> Record:
    stored = review.stored
    record: Record = {
        "@type": "ClaimReview",
        "@id": f"{claim_iri(stored)}:review",
        "author": author,
        "datePublished": review.entry.at[:10],
        # The sentence, because the shortest stretch that holds a value may not say of what; the item has that one.
        "claimReviewed": stored.claim.sentence,
        "itemReviewed": _item(stored),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": review.rating.value,
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": review.rating.name,
        },
    }
    if base:
        pair = review.entry.pair_key
        record["url"] = f"{base}/-/claims/{f'conflict/{pair}' if pair else f'claim/{stored.id}'}"
    if review.entry.right:
        record["reviewRating"]["ratingExplanation"] = f"The right value: {review.entry.right}"
    if review.entry.evidence:
        record["citation"] = review.entry.evidence
    return record


def _item(stored: StoredClaim) -> Record:
    source = stored.source
    appearance = {"@type": "CreativeWork", "@id": source_iri(source), "name": source.title or source.name}
    item: Record = {"@type": "Claim", "@id": claim_iri(stored), "text": stored.claim.quote, "appearance": appearance}
    if source.language:
        item["inLanguage"] = source.language
    if source.published:
        item["datePublished"] = source.published
    if said_by := stored.claim.attributed_to:
        item["author"] = {"@type": "Thing", "name": said_by}
    elif source.publisher:
        item["author"] = {"@type": "Organization", "name": source.publisher}
    return item
