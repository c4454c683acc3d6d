"""What ``this most open licence`` is said of: the last thing of its class that the article named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims.model import Claim, Kind
from claims.topics.words import load_words

_MEASURES = "个款种项家一座部 "


def pointing_back(claim: Claim) -> bool:
    """Whether a word like 这个 or ``this`` before the value points back at what it is said of."""
    ahead = claim.sentence[: claim.value_at.start].lower().rstrip(_MEASURES)
    return any(ahead.endswith(word) for word in load_words().demonstratives | _THIS)


_THIS = frozenset({" this", " that"})


def with_holders(claims: Iterable[Claim]) -> Iterator[Claim]:
    """``claims`` in the order of the text, superlatives that point back given the name that they point at."""
    last: dict[str, Claim] = {}
    for claim in claims:
        head = claim.features.head
        if claim.kind is Kind.SUPERLATIVE and head and pointing_back(claim):
            if head in last:
                known = last[head]
                features = replace(claim.features, names=known.features.names[:1], named=True)
                yield replace(claim, subject=known.subject, features=features)
            else:
                yield replace(claim, features=replace(claim.features, named=False))
            continue
        if head and claim.features.named:
            last[head] = claim
        yield claim
