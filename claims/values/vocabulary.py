"""The lexicons of the languages in a text, made ready for looking things up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum, auto
from functools import cache

from claims import lexicon
from claims.lexicon import Lexicon
from claims.values.phrases import Phrases
from claims.values.units import Unit, symbols, words

_PLACES = ((1, "first"), (2, "second"), (3, "third"))
ENGLISH = "en"
CHINESE = "zh"


class Hedge(StrEnum):
    """What a hedge does to the number beside it."""

    LOWER = auto()  # more than: the number is a lower bound
    UPPER = auto()  # at most: the number is an upper bound
    NEAR = auto()  # about
    NONE = auto()  # looks like a hedge and is none


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What both grammars need: ``han`` is the lexicon for Han characters, ``spaced`` for the words between spaces."""

    han: Lexicon
    spaced: Lexicon
    hedges_before: Phrases[Hedge]
    hedges_after: Phrases[Hedge]
    unit_words: Phrases[Unit | None]
    unit_symbols: Phrases[Unit]
    signs: Phrases[str]
    currency_words: Phrases[str]
    idioms: Phrases[bool]
    fixed: Phrases[tuple[Decimal | None, Decimal | None]]
    ratios: Phrases[Decimal]
    roles_before: Phrases[str]
    roles_after: Phrases[str]
    behind_codes: frozenset[str]
    openings: Phrases[bool]
    closings: Phrases[bool]
    pair_openings: Phrases[bool]
    endings: Phrases[bool]
    joints: Phrases[bool]
    pairs: Phrases[bool]
    also: Phrases[bool]
    changes: Phrases[bool]
    places: Phrases[int]
    subunits: Phrases[Decimal]
    scales: Phrases[str]
    starters: frozenset[str]
    yen: bool
    han_digits: str
    han_multipliers: str

    def words(self, table: str, row: str) -> tuple[str, ...]:
        """The words of a row of a table, of both lexicons."""
        return tuple(word for lex in (self.han, self.spaced) for word in lex.groups[table].get(row, ()))


@cache
def vocabulary(language: str | None, han_text: bool = True) -> Vocabulary:
    """The vocabulary for a text said to be in ``language`` (BCP 47, the region does not matter).

    ``han_text`` says whether the text holds Han characters, in which case ¥ is the yuan and not the yen.
    Han characters are read as Chinese and other letters as English unless the language says that they are another's.
    """
    known = {name: lexicon.load(name) for name in lexicon.names()}
    named = known.get((language or "").split("-")[0].lower())
    han = named if named is not None and named.han else known[CHINESE]
    spaced = named if named is not None and not named.han else known[ENGLISH]
    both = (spaced, han)
    return Vocabulary(
        han=han,
        spaced=spaced,
        hedges_before=Phrases(_hedges(both, "before")),
        hedges_after=Phrases(_hedges(both, "after")),
        unit_words=Phrases(words(both)),
        unit_symbols=Phrases(symbols()),
        signs=Phrases(_signs()),
        currency_words=Phrases(_currencies(both)),
        idioms=Phrases((word, True) for lex in both for word in lex.words["idioms"]),
        fixed=Phrases(entry for lex in both for entry in lex.spans["fixed"].items()),
        ratios=Phrases(entry for lex in both for entry in lex.numbers["ratios"].items()),
        roles_before=Phrases(_grouped(both, "roles")),
        roles_after=Phrases(_grouped(both, "role_endings")),
        behind_codes=frozenset(word for lex in both for word in lex.words["behind_codes"]),
        openings=_range(both, "open"),
        closings=_range(both, "close"),
        pair_openings=_range(both, "both"),
        endings=Phrases((word, True) for row in ("close", "until") for word in _row(both, "ranges", row)),
        joints=_range(both, "join"),
        pairs=_range(both, "pair"),
        also=_range(both, "also"),
        changes=_range(both, "change"),
        scales=Phrases((word, unit) for lex in both for unit, row in lex.groups["scales"].items() for word in row),
        subunits=Phrases(entry for lex in both for row in lex.nested["subunits"].values() for entry in row.items()),
        places=Phrases((word, place) for place, row in _PLACES for word in _row(both, "rank", row)),
        starters=frozenset(_starters(both)),
        yen=not han_text,
        han_digits="".join(han.numbers["numerals"]),
        han_multipliers="".join(han.numbers["multipliers"]),
    )


def _hedges(lexicons: tuple[Lexicon, ...], side: str) -> Iterator[tuple[str, Hedge]]:
    for lex in lexicons:
        for table, hedge in (("near", Hedge.NEAR), ("upper", Hedge.UPPER), ("lower", Hedge.LOWER)):
            yield from ((word, hedge) for word in lex.groups[table].get(side, ()))
        if side == "before":
            yield from ((word, Hedge.NONE) for word in lex.groups["blocked"].get("words", ()))


def _grouped(lexicons: tuple[Lexicon, ...], table: str) -> Iterator[tuple[str, str]]:
    return ((word, name) for lex in lexicons for name, row in lex.groups[table].items() for word in row)


def _signs() -> Iterator[tuple[str, str]]:
    """Signs and codes that stand beside a number, and whose case counts."""
    units = lexicon.load("units")
    for code in units.words["codes"]:
        yield code, "CNY" if code == "RMB" else code
        for size in "kM":
            yield size + code, f"{size}{code}"
    for code, signs in units.groups["symbols"].items():
        for sign in signs:
            yield sign, code
            if not sign.startswith("A"):  # "a $ 4 million" has an article
                yield sign.lower(), code


def _currencies(lexicons: tuple[Lexicon, ...]) -> Iterator[tuple[str, str]]:
    return ((word, code) for lex in lexicons for code, row in lex.groups["currencies"].items() for word in row)


def _range(lexicons: tuple[Lexicon, ...], row: str) -> Phrases[bool]:
    return Phrases((word, True) for word in _row(lexicons, "ranges", row))


def _row(lexicons: tuple[Lexicon, ...], table: str, row: str) -> Iterator[str]:
    return (word for lex in lexicons for word in lex.groups[table].get(row, ()))


def _starters(lexicons: tuple[Lexicon, ...]) -> Iterator[str]:
    """The first words of every number or fixed expression in words, by which most words are passed over at once."""
    for lex in lexicons:
        for table in ("numerals", "multipliers", "ordinals", "denominators", "ratios"):
            yield from (word.split()[0].split("-")[0] for word in lex.numbers[table])
        for table in ("vague", "fixed"):
            yield from (word.split()[0] for word in lex.spans[table])
        yield from lex.groups["counting"].get("article", ())
        yield from (word.split()[0] for word in lex.groups["counting"].get("most", ()))
