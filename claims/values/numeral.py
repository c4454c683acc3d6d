"""A number as written, before anything is known of its unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum, auto


class Form(StrEnum):
    """How a number is written, where that matters for what it can be."""

    FIGURE = auto()  # 3, 1,730, 1.5
    WORDS = auto()  # three hundred, 三百, 1.5亿
    DIGIT = auto()  # one digit word: one, 三
    BARE = auto()  # a multiplier without a number before it: 百亿, million
    RATIO = auto()  # 三分之一, two thirds, 1/3
    PERCENT = auto()  # 百分之三
    ORDINAL = auto()  # third, 2nd
    ARTICLE = auto()  # a dozen, an hour: the number is an article


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number between ``start`` and ``end`` of a passage, as an interval with the weight of its last digit.

    ``scale`` is the last large multiplier written (万 in 3万), by which a range shares it (2-3万).
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    form: Form
    approx: bool = False
    scale: Decimal = Decimal(1)

    @property
    def point(self) -> Decimal | None:
        """The number, when it is one."""
        return self.low if self.low is not None and self.low == self.high else None
