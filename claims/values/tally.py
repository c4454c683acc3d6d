"""Adding up the words of a number: ``three hundred and five``, ``四亿五千六百万``."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

ONE = Decimal(1)
TEN = Decimal(10)


@dataclass(slots=True)
class Term:
    """A part of the sum: between ``low`` and ``high`` (None: no end), ``size`` the multiplier it was counted in."""

    low: Decimal
    high: Decimal | None
    size: Decimal


@dataclass(slots=True)
class Tally:
    """The sum so far. ``step`` is the weight of the last digit written."""

    terms: list[Term] = field(default_factory=list)
    step: Decimal = ONE

    def add(self, low: Decimal, high: Decimal | None, size: Decimal = ONE, step: Decimal = ONE) -> None:
        """Takes in a further word."""
        self.terms.append(Term(low, high, size))
        self.step = step

    def takes(self, multiplier: Decimal) -> bool:
        """Whether a multiplier can follow what is there: what it does not multiply must be larger than it."""
        rest = [term.size for term in self.terms if term.size >= multiplier]
        return not rest or rest[-1] > multiplier

    def multiply(self, multiplier: Decimal) -> None:
        """Multiplies all smaller terms, or stands for one of itself when there is none."""
        low, high, some = Decimal(0), Decimal(0), False
        open_end = False
        while self.terms and self.terms[-1].size < multiplier:
            term = self.terms.pop()
            low, some = low + term.low, True
            if term.high is None:
                open_end = True
            else:
                high += term.high
        self.step = self.step * multiplier if some else multiplier
        if not some:
            low = high = ONE
        self.terms.append(Term(low * multiplier, None if open_end else high * multiplier, multiplier))

    def square(self) -> None:
        """Multiplies the last term by its own multiplier once more (万万)."""
        last = self.terms[-1]
        last.low *= last.size
        last.high = None if last.high is None else last.high * last.size
        self.step *= last.size

    def total(self) -> tuple[Decimal, Decimal | None]:
        """Low and high of the whole."""
        highs = [term.high for term in self.terms]
        closed = [high for high in highs if high is not None]
        low = sum((term.low for term in self.terms), Decimal(0))
        return low, sum(closed, Decimal(0)) if len(closed) == len(highs) else None
