"""The unit behind a number: a word or a symbol, with its exponents and what it is counted per."""

from __future__ import annotations

import re

from claims.model import Kind
from claims.values.numeral import Numeral
from claims.values.passage import Passage, is_letter
from claims.values.units import ONE, Unit, named
from claims.values.vocabulary import Vocabulary
from claims.values.word_fractions import word_at

_PER = {"second": "s", "minute": "min", "hour": "h", "day": "d", "year": "yr"}
_EXPONENT = re.compile(r"\^?(?P<sign>[-−–⁻]?)(?P<digit>[1-4²³¹⁴])(?![\da-zA-Z]|\.\d)")
_SHY = (
    "in",
    "am",
    "pm",
    "as",
    "at",
    "h",
    "d",
    "b",
    "B",
    "T",
    "M",
    "A",
    "a",
    "F",
    "C",
    "N",
    "P",
    "E",
    "hm",
    "pt",
    "ha",
    "c",
    "p",
)
"""Symbols that are also words or letters: they count as units only right after the figure, or not before a word."""
CLAUSE_ENDS = "\n.,;:!?)]}，。；：！？、）】」』”’"
_SECONDS_FOLLOW = re.compile(r"(?: ?\d{1,2}|[一二三四五六七八九十]{1,3})秒")
"""Behind 分, which then is a minute and no point: 4分19秒."""

_MINUTES_FOLLOW = re.compile(r"[时時]\d{1,2}分\d{1,2}秒")
"""时 behind a number that is no time of day: 2时27分05秒, as runners' times are given."""

_KEEPS_UNIT = ("thick", "long", "wide", "tall", "deep", "high", "in diameter")


def find_unit(
    passage: Passage, end: int, vocabulary: Vocabulary, numeral: Numeral | None = None
) -> tuple[int, Unit] | None:
    """The unit behind a number that ends at ``end``: where it ends, and what it is."""
    at = end
    if passage.char(at) == " " or (passage.char(at) in "-‐‑" and is_letter(passage.char(at + 1))):
        at += 1
    if passage.char(at) in "(<" and at > end:
        inner = find_unit(passage, at + 1, vocabulary, numeral)
        closed = inner is not None and passage.char(inner[0]) in ")>" and inner[1].kind is Kind.MEASURE
        return (inner[0] + 1, inner[1]) if inner is not None and closed else None
    skipped = word_at(passage, at, vocabulary.spaced.groups["counting"].get("additional", ())) if at > end else None
    if skipped is not None and passage.char(skipped) == " ":
        found = vocabulary.unit_words.at(passage.folded, skipped + 1)
        if found is not None and found[1] is not None and found[1].kind is Kind.DURATION:
            return found[0], found[1]
    word = _word_unit(passage, end, at, vocabulary)
    symbol = _symbol_unit(passage, end, at, vocabulary, numeral)
    best = symbol if word is None or (symbol is not None and symbol[0] > word[0]) else word
    return _rate(passage, best, vocabulary) if best is not None else None


def _word_unit(passage: Passage, end: int, at: int, vocabulary: Vocabulary) -> tuple[int, Unit] | None:
    found = vocabulary.unit_words.at(passage.folded, at) or vocabulary.unit_words.at(passage.folded, end)
    if found is None and _MINUTES_FOLLOW.match(passage.folded, end):
        return end + 1, named("hour")
    if found is None or found[1] is None:
        return None
    stop, unit = found
    if (
        stop == at + 1
        and passage.char(at).isascii()
        and passage.char(at).isalpha()
        and (at > end or passage.text[at].isupper())
    ):
        return None
    if passage.char(at) == '"' and passage.text.count('"', max(0, at - 200), at) % 2:
        return None
    if passage.char(stop - 1) in "x×" and passage.char(stop).isalnum():
        return None
    if unit is None:
        return None
    other = unit.other
    if (
        other is not None
        and other.kind is Kind.MONEY
        and (passage.char(stop) in CLAUSE_ENDS or _small_change(passage, stop, vocabulary))
    ):
        return stop, other
    if (
        other is not None
        and other.kind is Kind.DURATION
        and (
            passage.char(stop) in vocabulary.han.groups["counting"].get("half", ())
            or _SECONDS_FOLLOW.match(passage.folded, stop)
        )
    ):
        return stop, other
    return stop, unit


def _small_change(passage: Passage, at: int, vocabulary: Vocabulary) -> bool:
    """三块四, 三块四毛: a digit behind 块 that ends the clause or is followed by a smaller unit of money."""
    at += passage.char(at) in vocabulary.han.groups["counting"].get("zero", ())
    if passage.char(at) not in vocabulary.han_digits:
        return False
    return passage.char(at + 1) in CLAUSE_ENDS + "一" or vocabulary.subunits.at(passage.folded, at + 1) is not None


def _symbol_unit(
    passage: Passage, end: int, at: int, vocabulary: Vocabulary, numeral: Numeral | None
) -> tuple[int, Unit] | None:
    found = vocabulary.unit_symbols.at(passage.text, at)
    if found is None:
        return None
    stop, unit = found
    symbol = passage.text[at:stop]
    after = passage.char(stop)
    if after.isdigit() and not _EXPONENT.match(passage.text, stop):
        return None
    if symbol in ("A", "C", "N", "F", "T", "M", "B", "E", "P") and after not in CLAUSE_ENDS + " ":
        return None
    if symbol in ("am", "pm"):
        return None if numeral is None or numeral.step >= ONE else (stop, unit)
    if symbol in _SHY and at > end and not _unlike_word(passage, stop, symbol):
        return None
    return stop, unit


def shy_unit(passage: Passage, end: int, vocabulary: Vocabulary) -> tuple[int, Unit] | None:
    """A symbol that may be a word, where only a smaller unit can follow: 12 ft 2 in."""
    return vocabulary.unit_symbols.at(passage.text, end + (passage.char(end) == " "))


def _unlike_word(passage: Passage, stop: int, symbol: str) -> bool:
    """Whether a shy symbol stands where only a unit can: at the end of a clause, or before thick, long, wide."""
    if passage.char(stop) in CLAUSE_ENDS:
        return symbol not in ("A", "a", "as", "at", "I")
    if symbol in ("h", "d"):
        return passage.char(stop) == " " and passage.char(stop + 1).isdigit()
    return symbol == "in" and any(passage.folded.startswith(" " + word, stop) for word in _KEEPS_UNIT)


def _rate(passage: Passage, found: tuple[int, Unit], vocabulary: Vocabulary) -> tuple[int, Unit]:
    """km/h, kg m−3, J/m² per year: the unit with its exponents and whatever it is counted per."""
    end, unit = found
    if unit.kind is not Kind.MEASURE or unit.name is None:
        return found
    name = unit.name
    for _ in range(4):
        exponent = _EXPONENT.match(passage.text, end) if not passage.char(end - 1).isdigit() else None
        if exponent is not None and not (exponent["digit"].isascii() and passage.char(end - 1) >= "\u2e80"):
            name, end = name + exponent["digit"].translate(str.maketrans("¹²³⁴", "1234")), exponent.end()
        link = next(
            (
                word
                for word in ("/", " / ", " per ", " an ", " a ", "·", "⋅", " ")
                if passage.folded.startswith(word, end)
            ),
            None,
        )
        if link is None:
            break
        at = end + len(link)
        part = vocabulary.unit_symbols.at(passage.text, at) or vocabulary.unit_words.at(passage.folded, at)
        if part is None or part[1] is None or part[1].kind not in (Kind.MEASURE, Kind.DURATION):
            break
        raised = _EXPONENT.match(passage.text, part[0])
        if link in (" ", "·", "⋅") and (raised is None or not raised["sign"]):
            break
        if link in (" a ", " an ") and part[1].kind is not Kind.DURATION:
            break
        power = raised["digit"] if raised is not None and raised["sign"] and raised["digit"] not in "1¹" else ""
        name = f"{name}/{_PER.get(part[1].name or '', part[1].name)}{power}"
        end = raised.end() if raised is not None and raised["sign"] else part[0]
    return (end, unit) if name == unit.name else (end, Unit(name, Kind.MEASURE))
