"""The whole line from two texts to compared claims, without a registry between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.aliases import Aliases
from claims.blocking import blocking_keys
from claims.compare import compare_documents
from claims.extract import extract
from claims.model import Claim, Match, Ruling
from sources.readers import read

NO_ALIASES = Aliases()


@dataclass(frozen=True, slots=True)
class Finding:
    """A comparison with its sides in the order of the texts; their spans count code points of those."""

    a: Claim
    b: Claim
    match: Match
    ruling: Ruling


def claims_of(
    text: str, published: str | None, name: str = "passage.txt", title: str | None = None
) -> tuple[Claim, ...]:
    """What a source called ``name`` with this text claims; no alias or language is given."""
    document = read(text.encode("utf-8"), name)
    return extract(document, language=None, published=published, title=title, aliases=NO_ALIASES)


def compared(ours: Sequence[Claim], theirs: Sequence[Claim]) -> tuple[Finding, ...]:
    """What comes of comparing the claims of two texts, as far as blocking lets them meet."""
    found = compare_documents(ours, theirs, list(pairs_met(ours, theirs)))
    return tuple(
        Finding(first, second, comparison.match, comparison.ruling)
        for comparison in found
        for first, second in ((comparison.a, comparison.b), (comparison.b, comparison.a))
        if any(first is claim for claim in ours) and any(second is claim for claim in theirs)
    )


def pairs_met(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The places of the claims that share a blocking key."""
    keys = [blocking_keys(claim) for claim in theirs]
    for i, claim in enumerate(ours):
        mine = blocking_keys(claim)
        yield from ((i, j) for j, other in enumerate(keys) if mine & other)
