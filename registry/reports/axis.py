"""Where a value stands on an axis: straight, by powers of ten, by places, or by days; and the ticks below it."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

Tick = tuple[float, str]
"""A place on the axis and what is written there."""

MANY_TIMES = 30
"""From this ratio on, the smaller of two numbers would stick to the edge of a straight axis."""

_PADDING = 0.06
_PLACES = 12
_TICKS = 6
_YEAR = 366
_MONTH = 31


class Scale(StrEnum):
    """How an axis is divided."""

    STRAIGHT = "straight"
    POWERS = "powers of ten"
    PLACES = "places"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from ``low`` to ``high``; days are counted as ordinals (1 January of year 1 is 1)."""

    scale: Scale
    low: float
    high: float

    @classmethod
    def over(cls, numbers: Sequence[float], scale: Scale) -> Axis:
        """The axis that shows all ``numbers``, of which there may be none, with room at both ends.

        A straight one becomes one of powers of ten where positive numbers lie far apart.
        """
        low, high = (min(numbers), max(numbers)) if numbers else (0.0, 1.0)
        if scale is Scale.PLACES:
            return cls(scale, 0.5, max(high, 3.0) + 0.5)
        if scale is Scale.STRAIGHT and low > 0 and high / low >= MANY_TIMES:
            return cls(Scale.POWERS, 10.0 ** math.floor(math.log10(low)), 10.0 ** math.ceil(math.log10(high * 1.001)))
        room = (high - low) * _PADDING or (_MONTH if scale is Scale.DAYS else abs(high) * _PADDING or 1.0)
        if scale is Scale.DAYS:
            return cls(scale, max(low - room, 1), min(high + room, datetime.date.max.toordinal()))
        return cls(scale, max(low - room, 0.0) if low >= 0 else low - room, high + room)

    def share(self, number: float) -> float:
        """How far along the axis ``number`` stands, from 0 to 1; what lies beyond an end stands there."""
        low, high = self.low, self.high
        if self.scale is Scale.POWERS:
            low, high, number = math.log10(low), math.log10(high), math.log10(max(number, low))
        return min(1.0, max(0.0, (number - low) / (high - low)))

    def ticks(self) -> tuple[Tick, ...]:
        """The ticks, in order."""
        drawn = {
            Scale.STRAIGHT: self._round_numbers,
            Scale.POWERS: self._powers,
            Scale.PLACES: self._places,
            Scale.DAYS: self._dates,
        }
        return tuple(drawn[self.scale]())

    def _round_numbers(self) -> Iterator[Tick]:
        step = _round_step((self.high - self.low) / _TICKS)
        for number in range(math.ceil(self.low / step), math.floor(self.high / step) + 1):
            yield number * step, f"{round(number * step, 10):,.10g}"

    def _powers(self) -> Iterator[Tick]:
        first, last = round(math.log10(self.low)), round(math.log10(self.high))
        for power in range(first, last + 1, max(1, math.ceil((last - first) / _TICKS))):
            yield 10.0**power, f"{10.0**power:,.15g}"

    def _places(self) -> Iterator[Tick]:
        last = math.floor(self.high)
        for place in range(1, last + 1, max(1, math.ceil(last / _PLACES))):
            yield float(place), str(place)

    def _dates(self) -> Iterator[Tick]:
        length = self.high - self.low
        if length > 2 * _YEAR:
            step = max(1, round(_round_step(length / _YEAR / _TICKS)))
            first = datetime.date.fromordinal(math.ceil(self.low)).year
            years = (year for year in range(first - first % step, datetime.MAXYEAR + 1, step) if year)
            yield from self._shown((datetime.date(year, 1, 1), f"{year}") for year in years)
        elif length > 3 * _MONTH:
            step = next(months for months in (1, 2, 3, 6) if months * _TICKS >= length / _MONTH)
            yield from self._shown((day, f"{day:%Y-%m}") for day in self._months(step))
        else:
            step = max(1, math.ceil(length / _TICKS))
            days = range(math.ceil(self.low), math.floor(self.high) + 1, step)
            yield from ((float(day), datetime.date.fromordinal(day).isoformat()) for day in days)

    def _months(self, step: int) -> Iterator[datetime.date]:
        start = datetime.date.fromordinal(math.ceil(self.low))
        for number in range(12 * start.year, 12 * datetime.MAXYEAR, step):
            yield datetime.date(number // 12, number % 12 + 1, 1)

    def _shown(self, dates: Iterator[tuple[datetime.date, str]]) -> Iterator[Tick]:
        for day, label in dates:
            if day.toordinal() > self.high:
                return
            if day.toordinal() >= self.low:
                yield float(day.toordinal()), label


def _round_step(step: float) -> float:
    """The next of 1, 2, 5, 10, 20, … (or 0.5, 0.2, …) that is not smaller than ``step``."""
    power = 10.0 ** math.floor(math.log10(step))
    return power * next(factor for factor in (1, 2, 5, 10) if factor * power >= step * 0.999)
