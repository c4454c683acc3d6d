"""The words dates are made of in languages that space their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claims import lexicon as lexicons
from claims.lexicon import Lexicon
from claims.values.phrases import Phrases
from claims.values.units import symbols


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language's dates, made ready for looking up."""

    months: Phrases[Decimal]
    weekdays: Phrases[Decimal]
    parts: Phrases[str]
    relative: Phrases[tuple[str, Decimal, bool]]
    holidays: Phrases[str]
    durations: Phrases[str]
    before_years: Phrases[bool]
    counted: Phrases[bool]
    before_figures: Phrases[bool]
    lexicon: Lexicon

    def row(self, name: str) -> tuple[str, ...]:
        """The words of a row of the table ``calendar``."""
        return self.lexicon.groups["calendar"].get(name, ())


@cache
def words_for(name: str) -> Words:
    """The date words of the lexicon ``name``."""
    lex = lexicons.load(name)
    relative = [
        (word, (unit, by, table == "anchored"))
        for table in ("relative", "anchored")
        for unit, row in lex.nested[table].items()
        for word, by in row.items()
    ]
    months = [(word, number) for word, number in lex.numbers["months"].items()]
    months += [(word + ".", number) for word, number in months if _abbreviates(word, lex)]
    return Words(
        months=Phrases(months),
        weekdays=Phrases(lex.numbers["weekdays"].items()),
        parts=Phrases((word, part) for part, row in lex.groups["parts"].items() for word in row),
        relative=Phrases(relative),
        holidays=Phrases((word, day) for day, row in lex.groups["holidays"].items() for word in row),
        durations=Phrases(
            (word, unit) for unit, row in lex.groups["durations"].items() for word in row if len(word) > 2
        ),
        before_years=Phrases((word, True) for word in lex.groups["calendar"].get("year_before", ())),
        counted=Phrases((word, True) for word in _counted(lex)),
        before_figures=Phrases((word, True) for word in lex.groups["calendar"].get("not_year_before", ())),
        lexicon=lex,
    )


def _abbreviates(word: str, lex: Lexicon) -> bool:
    """Whether a month's name is the beginning of a longer one, so that a full stop may belong to it."""
    return any(other != word and other.startswith(word) for other in lex.numbers["months"])


def _counted(lex: Lexicon) -> Iterator[str]:
    """The words behind an amount: units and their symbols, currencies, and what the lexicon adds.

    A unit that is written like a word which goes on behind a year (in 1892 in, in 2004 at) is none of them.
    """
    going_on = lex.groups["calendar"].get("year_behind", ())
    yield from (word for word in _units(lex) if word not in going_on)


def _units(lex: Lexicon) -> Iterator[str]:
    for table in ("units", "durations", "currencies", "percent"):
        yield from (word for row in lex.groups[table].values() for word in row if word not in ("'", '"'))
    yield from lex.words["times"]
    yield from lex.groups["calendar"].get("not_years", ())
    yield from (symbol.lower() for symbol, _ in symbols() if symbol.isascii() and len(symbol) > 1)


def starters(lexicon: Lexicon) -> frozenset[str]:
    """The first words of the dates of a language."""
    words = [*lexicon.numbers["months"], *lexicon.numbers["weekdays"]]
    words += [
        word for table in ("parts", "holidays", "calendar") for row in lexicon.groups[table].values() for word in row
    ]
    words += [word for table in ("relative", "anchored") for row in lexicon.nested[table].values() for word in row]
    words += [
        *lexicon.numbers["ordinals"],
        *lexicon.numbers["numerals"],
        *lexicon.groups["counting"].get("article", ()),
    ]
    words += [*lexicon.spans["vague"], "the", "on"]
    return frozenset(word.split()[0].rstrip("-.") for word in words)
