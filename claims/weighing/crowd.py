"""What else an article states, so that a word or a unit that is rare in it can count for more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.model import Bound, Claim, Kind
from claims.scales import scale_of

_TELLING = 13
"""Counts from which two articles seldom share one by chance: a dozen and less they do."""

_TO_THE_MONTH = len("2024-05")
_YEAR = len("2024")

Value = tuple[str, Bound, Bound]
"""The dimension of a value and its bounds."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """The claims of one article, counted: by dimension, by kind and unit, by kind and head, by nearest property;
    ``words`` tells in how many of its ``size`` claims a word stands; ``story`` are the names that the article is about;
    ``years`` those that a sentence names."""

    size: int
    dimensions: Mapping[str, int]
    units: Mapping[tuple[Kind, str | None], int]
    heads: Mapping[tuple[Kind, str], int]
    words: Mapping[str, int]
    values: frozenset[Value]
    story: frozenset[str]
    years: Mapping[str, frozenset[str]]
    properties: Mapping[str, int]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Crowd:
        """The crowd of an article's claims."""
        return cls(
            size=len(claims),
            dimensions=Counter(scale_of(c.quantity).dimension for c in claims),
            units=Counter((c.kind, c.quantity.unit) for c in claims),
            heads=Counter((c.kind, c.features.head) for c in claims),
            words=Counter(word for c in claims for word in {*c.features.terms, c.features.head, c.features.event}),
            values=frozenset(value_of(c) for c in claims if c.kind is not Kind.FACT),
            story=frozenset(name[1:] for c in claims[:1] for name in c.features.story),
            years=_years(claims),
            properties=Counter(stated for c in claims for stated in c.features.properties[:1]),
        )


def _years(claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    named: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        stated = claim.quantity.low if claim.kind is Kind.DATE else (claim.as_of or "").partition("/")[0]
        if isinstance(stated, str) and len(stated) >= _YEAR:
            named[claim.sentence].add(stated[:_YEAR])
    return {sentence: frozenset(years) for sentence, years in named.items()}


def value_of(claim: Claim) -> Value:
    """The value of ``claim``, as it can be found again in another article."""
    return scale_of(claim.quantity).dimension, claim.quantity.low, claim.quantity.high


@dataclass(frozen=True, slots=True)
class Meeting:
    """What two articles have in common as a whole: numbers and dates that seldom agree by chance, and names they are
    about, with the share that these are of all such names."""

    numbers: int
    dates: int
    names: int
    share: float

    @classmethod
    def of(cls, a: Crowd, b: Crowd) -> Meeting:
        """What the articles of two crowds have in common."""
        shared = [value for value in a.values & b.values if _telling(value)]
        dates = sum(isinstance(low, str) for _, low, _ in shared)
        names, union = len(a.story & b.story), len(a.story | b.story)
        return cls(len(shared) - dates, dates, names, names / union if a.story and b.story else 0.0)

    @property
    def strangers(self) -> bool:
        """Whether the two articles have nothing in common."""
        return not (self.numbers or self.dates or self.names)


def _telling(value: Value) -> bool:
    _, low, high = value
    if low is None or high is None:
        return False
    return abs(low) >= _TELLING if isinstance(low, Decimal) else len(low) >= _TO_THE_MONTH
