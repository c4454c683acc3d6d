"""What speaks for two claims being of one thing: reasons with their weight, and what is asked of the two for them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.model import Claim, Features, Kind
from claims.topics.families import kin
from claims.topics.naming import likeness
from claims.topics.reading import is_chinese
from claims.topics.words import load_words

ONE_QUOTATION = "one quotation"
ONE_WORDING = "one wording"
RIVALS = "one title claimed for two"
BY_STORY = "articles that tell of one story in Chinese"
ON_RECORD = "the fact sheet"
"""Features of a match that rules ask for: one quotation dated by both, one sentence but for its values, two holders
of one superlative, one story without a subject in common, and an entry of the fact sheet on one side."""

PLACES = frozenset({Kind.RANK, Kind.SUPERLATIVE})
"""Kinds that state a place in an order."""

ANYBODY = "=people"
"""The head of a count of people of any sort: those employed, hurt or in the audience."""

TIED = 2
"""How many properties one word may stand for."""

_FEW = 10


@dataclass(frozen=True, slots=True)
class Part:
    """One reason to hold two claims for one topic; ``feature`` names it, empty when it is none."""

    score: float
    feature: str = ""


NO_REASON = Part(0.0)


def in_chinese(a: Claim, b: Claim) -> bool:
    """Whether both are said in Chinese."""
    return is_chinese(a.sentence) and is_chinese(b.sentence)


def translated(a: Claim, b: Claim) -> bool:
    """Whether the two are in different languages, so that only concepts and names can be shared."""
    return is_chinese(a.sentence) != is_chinese(b.sentence)


def small(a: Claim, b: Claim) -> bool:
    """Whether both are counts of a few: two companies here and three there are seldom the same ones."""
    return a.kind is Kind.COUNT and few(a, b, _FEW)


def few(a: Claim, b: Claim, most: int) -> bool:
    """Whether both numbers are bounded, and by no more than ``most``."""
    return all(isinstance(c.quantity.high, Decimal) and c.quantity.high <= most for c in (a, b))


def one_property(x: Features, y: Features) -> bool:
    """Whether the nearest words of both name one property."""
    return bool(set(x.properties[:TIED]) & set(y.properties[:TIED]))


def belong(related: tuple[str, ...], name: str) -> bool:
    """Whether ``name`` is alike to one of those that are ``related`` to another."""
    return any(likeness(other, name) for other in related)


def of_anybody(x: str, y: str) -> bool:
    """Whether one of two heads is no more than people, and the other may be persons too: 620 people, 600 engineers."""
    return ANYBODY in (x, y) and not {x, y} & load_words().impersonal


def other_thing(a: Claim, b: Claim) -> bool:
    """Whether the two heads are known to name different things: shops and employees, revenue and profit."""
    x, y = a.features.head, b.features.head
    if not x or not y or x == y or of_anybody(x, y) or kin(x, y):
        return False
    if a.kind is Kind.COUNT and len({x, y} & load_words().fates) == 1:
        return False  # sailors, and those rescued: what befell them is said of one side only
    return (x.startswith("=") and y.startswith("=")) or x.isascii() == y.isascii()


def other_event(a: Claim, b: Claim) -> bool:
    """Whether two dates are of different events: of the founding and of the sale."""
    x, y = a.features.event, b.features.event
    return a.kind is Kind.DATE and bool(x and y) and x != y
