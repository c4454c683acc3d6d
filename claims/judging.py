"""A second opinion on pairs that matching is not sure of: it moves a score within bounds and makes no match."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from claims.matching import FLAG, FLAG_WITHIN, SUGGEST
from claims.model import Match

SWAY = 0.1
"""How far an opinion moves a score, up or down.

Less than lies between SUGGEST and FLAG: what grammar matches at the very least, and all the more what it does not
match, stays below FLAG whatever a model says of it.
"""


class Sameness(StrEnum):
    """Whether two values are said of the same thing."""

    SAME = "same"
    OTHER = "other"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What was said of a pair, and which model said it."""

    says: Sameness
    by: str


_MOVES = {Sameness.SAME: SWAY, Sameness.OTHER: -SWAY, Sameness.CANNOT_TELL: 0.0}
_WORDS = {
    Sameness.SAME: "held to be one thing by {}",
    Sameness.OTHER: "held to be two things by {}",
    Sameness.CANNOT_TELL: "{} cannot tell whether it is one thing",
}


def needed(*, within: bool) -> float:
    """The score from which a disagreement is shown to an editor; ``within`` one document more is asked."""
    return FLAG_WITHIN if within else FLAG


def in_doubt(match: Match, *, within: bool) -> bool:
    """Whether an opinion could decide if a disagreement of this match is shown."""
    return needed(within=within) - SWAY <= match.score < needed(within=within) + SWAY


def weighed(match: Match, opinion: Opinion) -> Match:
    """``match`` with its score moved, never below SUGGEST, and the opinion named last among its features."""
    score = round(min(max(match.score + _MOVES[opinion.says], SUGGEST), 1.0), 3)
    feature = _WORDS[opinion.says].format(opinion.by)
    return replace(match, score=score, features=(*match.features, feature))
