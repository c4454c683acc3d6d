"""How far editors agree, and how far a share can be trusted: three small formulas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

_Z = 1.959964
"""The standard normal deviate of a two-sided interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two opinions on the same matters compare. ``kappa`` is None where chance alone would make them agree."""

    matters: int
    same: int
    kappa: float | None

    @property
    def share(self) -> float:
        """The share of matters on which both said the same, 0–1; 0 where there are none."""
        return self.same / self.matters if self.matters else 0.0


def agreement(opinions: Sequence[tuple[str, str]]) -> Agreement:
    """The agreement of first and second opinions, with Cohen's kappa.

    κ = (observed − expected) / (1 − expected), expected from how often either opinion says each word (J. Cohen,
    "A coefficient of agreement for nominal scales", 1960, doi:10.1177/001316446002000104).
    """
    matters, same = len(opinions), sum(first == second for first, second in opinions)
    firsts, seconds = Counter(first for first, _ in opinions), Counter(second for _, second in opinions)
    # In whole numbers: times the square of the matters.
    expected = sum(firsts[word] * seconds[word] for word in firsts)
    certain = matters * matters
    if expected == certain:
        return Agreement(matters, same, None)
    return Agreement(matters, same, (same * matters - expected) / (certain - expected))


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The interval, 0–1, in which the true share lies with 95 % confidence; all of it where nothing was tried.

    The score interval, which holds for few tries too (E. B. Wilson, "Probable inference, the law of succession, and
    statistical inference", 1927, doi:10.1080/01621459.1927.10502953).
    """
    if not tries:
        return 0.0, 1.0
    share, square = hits / tries, _Z * _Z
    centre = (share + square / (2 * tries)) / (1 + square / tries)
    reach = _Z * sqrt(share * (1 - share) / tries + square / (4 * tries * tries)) / (1 + square / tries)
    # The share lies inside by its making; rounding may put the end of an interval a hair beyond 0, 1 or the share.
    return max(0.0, min(share, centre - reach)), min(1.0, max(share, centre + reach))
