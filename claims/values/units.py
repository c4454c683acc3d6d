"""Units: the words and symbols of the lexicons with their canonical names, kinds and sizes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from claims import lexicon
from claims.lexicon import Lexicon
from claims.model import Kind

ONE = Decimal(1)
MONEY = "money"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its canonical name (None for a bare ratio), the kind of value it makes, and how it is converted.

    Units of one ``dimension`` convert into each other by ``size``, the size in that dimension's base unit. ``factor``
    multiplies the number into the canonical unit (六成 is 60 %: ten); ``tenths`` marks tenths, which take a further
    digit (六成五) and are written without a mark before decimals (75折). ``other`` is what the word may mean instead:
    块 counts pieces, or is money.
    """

    name: str | None
    kind: Kind
    dimension: str = ""
    size: Decimal = ONE
    factor: Decimal = ONE
    tenths: bool = False
    other: Unit | None = None


_PER_HOUR = {"s": Decimal(3600), "min": Decimal(60), "h": ONE, "d": ONE / 24, "yr": ONE / Decimal("8765.82")}
"""How often an hour holds what stands behind the stroke; a year has its mean length in the Gregorian calendar."""

_SINGLE = "single"
"""The table of units that measure something each of its own."""

PERCENT = Unit("%", Kind.PERCENT)
RATIO = Unit(None, Kind.RATIO)
LONGER = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}
_PERCENTS = {
    "percent": PERCENT,
    "points": Unit("pp", Kind.PERCENT),
    "mille": Unit("%", Kind.PERCENT, factor=Decimal("0.1")),
    "tenths": Unit("%", Kind.PERCENT, factor=Decimal(10), tenths=True),
    "discount": Unit("%", Kind.PERCENT, factor=Decimal(10), tenths=True),
}


@cache
def named(name: str) -> Unit:
    """The unit with a canonical name, which may be two units with a stroke between; one of no known dimension converts
    into nothing."""
    table = _sizes()
    if name not in table:
        return _per_time(name) or Unit(name, Kind.MEASURE)
    dimension, size = table[name]
    kind = Kind.DURATION if dimension in ("time", "calendar") else Kind.MEASURE
    return Unit(name, kind, dimension, size)


def _per_time(name: str) -> Unit | None:
    """The unit of something by time, as km/h and Mbit/s, measured by the hour; None where either part is unknown."""
    counted, stroke, time = name.partition("/")
    table = _sizes()
    if not stroke or counted not in table or time not in _PER_HOUR:
        return None
    dimension, size = table[counted]
    return Unit(name, Kind.MEASURE, f"{dimension}/time", size * _PER_HOUR[time])


@cache
def _sizes() -> dict[str, tuple[str, Decimal]]:
    units = lexicon.load("units")
    table = {
        name: (name if dimension == _SINGLE else dimension, size)
        for dimension, row in units.nested["dimensions"].items()
        for name, size in row.items()
    }
    for base in units.words["prefixed"]:
        if base in table:
            dimension, size = table[base]
            for prefix, factor in units.numbers["prefixes"].items():
                table.setdefault(prefix + base, (dimension, size * factor))
    return table


def length_of_time(name: str) -> Unit | None:
    """The unit that fortnights, decades and centuries are counted in; None for every other name."""
    if name not in LONGER:
        return None
    base, number = LONGER[name]
    return replace(named(base), factor=Decimal(number))


def money(code: str, share: Decimal = ONE) -> Unit:
    """A currency by its ISO 4217 code, or the ``share`` of it that a subunit is."""
    return Unit(code, Kind.MONEY, f"{MONEY} {code}", share, factor=share)


def words(lexicons: tuple[Lexicon, ...]) -> Iterator[tuple[str, Unit | None]]:
    """Every word that can stand after a number as its unit; None for words that only begin like one (成立, 日本)."""
    for lex in lexicons:
        yield from ((word, None) for word in lex.groups["blocked"].get("units", ()))
        meant = dict(_measured(lex))
        counted = (*lex.words["nouns"], *lex.words["measures"])
        yield from meant.items()
        yield from ((word, Unit(word, Kind.COUNT, other=meant.get(word))) for word in counted)


def _measured(lex: Lexicon) -> Iterator[tuple[str, Unit]]:
    for code, shares in lex.nested["subunits"].items():
        yield from ((word, money(code, share)) for word, share in shares.items())
    for name, row in (*lex.groups["units"].items(), *lex.groups["durations"].items()):
        yield from ((word, length_of_time(name) or named(name)) for word in row)
    for code, row in lex.groups["currencies"].items():
        yield from ((word, money(code)) for word in row)
    for name, row in lex.groups["percent"].items():
        if name in _PERCENTS:
            yield from ((word, _PERCENTS[name]) for word in row)
    yield from ((word, RATIO) for word in lex.words["times"])


@cache
def symbols() -> tuple[tuple[str, Unit], ...]:
    """Every symbol that can stand after a number, its case as spelt: units with their SI prefixes, %, ‰."""
    durations = {"s": "second", "h": "hour", "min": "minute", "d": "day", "yr": "year", "wk": "week"}
    found = {symbol: named(symbol) for symbol in _sizes() if len(symbol) < 6 and max(symbol) < "\u2e80"}
    found.update({symbol: named(name) for symbol, name in durations.items()})
    found.update({"%": PERCENT, "‰": _PERCENTS["mille"], "Ω": named("Ω"), "℃": named("°C"), "℉": named("°F")})
    found["C"] = named("°C")
    return tuple(found.items())
