"""A number with its unit, and what is written around the two."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.model import Kind, Quantity
from claims.values.numeral import Form
from claims.values.units import Unit

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in the making: its place, the place of its numeral, its interval in its unit.

    ``form`` and ``scale`` are those of the numeral (see ``Numeral``); ``hedged`` says that a hedge has set a bound.
    """

    start: int
    end: int
    core: tuple[int, int]
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    unit: Unit | None
    form: Form
    approx: bool = False
    scale: Decimal = ONE
    hedged: bool = False

    @property
    def point(self) -> Decimal | None:
        """The number, when it is one."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def kind(self) -> Kind:
        """What sort of value it is."""
        if self.unit is not None:
            return self.unit.kind
        return Kind.RATIO if self.form is Form.RATIO else Kind.RANK if self.form is Form.ORDINAL else Kind.COUNT

    def quantity(self) -> Quantity:
        """The finished quantity."""
        name = self.unit.name if self.unit is not None else None
        return Quantity(self.kind, self.low, self.high, name, self.approx, self.step)
