"""Whether two numbers can be of one thing at all, told by how far apart they lie and how little they say."""

from __future__ import annotations

from decimal import Decimal

from claims.evidence import BY_STORY, ON_RECORD, ONE_WORDING
from claims.intervals import Interval
from claims.matching import SURE
from claims.model import Kind
from claims.rules.pair import Pair
from claims.scales import scale_of

_FAR_APART = 30
_FAR_IN_STORY = 2
"""How far apart the numbers of one thing lie at most where only the story tells that it is one."""

_SOME = 3


def unlikely(pair: Pair) -> bool:
    """Whether the two are rather of different things than in conflict: the numbers lie far apart, or say little.

    Not so when the sentences are one, one side is on record, or when a digit or a unit may have slipped.
    """
    if {ONE_WORDING, ON_RECORD} & set(pair.match.features):
        return False
    if BY_STORY in pair.match.features and pair.ratio > _FAR_IN_STORY:
        return True
    slipped = power_of_ten(pair.x, pair.y, Decimal("0.01")) > 0
    return says_little(pair) or (pair.ratio > _FAR_APART and not slipped)


def says_little(pair: Pair) -> bool:
    """Whether a count is of one only, or vague (``several``, ``two or more``): articles are not held to those.

    Two shares told as fractions, and a vague number of many (``hundreds``) count where both surely speak of one thing.
    """
    if {pair.a.kind, pair.b.kind} == {Kind.RATIO} and scale_of(pair.a.quantity).dimension == "share":
        return pair.match.score < SURE  # half and a third are said of everything
    if pair.kind is not Kind.COUNT:
        return False
    vague = any(i.is_bounded and i.low * 3 <= i.high for i in (pair.x, pair.y))
    some = any(not i.is_bounded and i.stated <= _SOME for i in (pair.x, pair.y))
    return some or Decimal(1) in (pair.x.stated, pair.y.stated) or (vague and pair.match.score < SURE)


def power_of_ten(x: Interval, y: Interval, slack: Decimal = Decimal("0.05")) -> int:
    """n when one interval is the other times 10 to the n, give or take the share ``slack``; 0 when it is not."""
    low, high = sorted((x, y), key=lambda i: abs(i.stated))
    for power in range(1, 7):
        scaled = Interval(low.low * 10**power, low.high * 10**power)
        if abs(scaled.stated - high.stated) <= abs(high.stated) * slack:
            return power
    return 0
