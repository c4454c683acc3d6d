"""The values that everything else passes along: frozen, comparable, free of input and output."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sources.span import Span

Bound = Decimal | str | None
"""One end of an interval: a number, an ISO date at the precision stated (``2021-02``), or None for unbounded."""


class Kind(StrEnum):
    """What sort of value a claim states."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"
    MEASURE = "measure"
    RANK = "rank"
    DATE = "date"
    DURATION = "duration"
    SUPERLATIVE = "superlative"
    FACT = "fact"


class Modality(StrEnum):
    """How a statement stands to the world."""

    ACTUAL = "actual"
    FORECAST = "forecast"
    TARGET = "target"
    DENIED = "denied"


class Verdict(StrEnum):
    """What a comparison of two claims comes to."""

    CONFLICT = "conflict"
    TENSION = "tension"
    TIME_DRIFT = "time_drift"
    SCOPE_DIFFERS = "scope_differs"
    AGREE = "agree"

    @property
    def flagged(self) -> bool:
        """Whether an editor is asked to look."""
        return self in (Verdict.CONFLICT, Verdict.TENSION, Verdict.TIME_DRIFT)


class Severity(StrEnum):
    """What an editor loses by missing a finding."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a value expression says, as a closed interval with its unit and the precision it was written with.

    ``low`` and ``high`` are both numbers or both ISO dates; None is unbounded. A point has ``low == high``.
    ``step`` is the weight of the last digit written (``1.8亿`` 10 000 000, ``90,000`` 1, ``十几`` 1): how far two
    roundings of one number may lie apart. None for dates, superlatives and facts.
    """

    kind: Kind
    low: Bound
    high: Bound
    unit: str | None = None
    approx: bool = False
    step: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ValueMention:
    """A value expression in a text.

    ``span`` covers hedge, numeral and unit; ``core`` the numeral alone (for a date the whole expression). Both
    count code points of the text that was searched. ``role`` is None for a quantity that may carry a claim, else
    the name of what the number is instead (``list_number``, ``phone``, ``citation``, …; see the lexicons).
    """

    span: Span
    core: Span
    surface: str
    quantity: Quantity
    role: str | None = None
