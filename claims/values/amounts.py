"""A number and its unit: 3-inch, 1.5 million gallons, 五元三毛, 5 ft 2 in, 六成五, 三年半, 20 J/m²."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims.model import Kind
from claims.values.amount import Amount
from claims.values.numeral import Form, Numeral
from claims.values.numerals import read_numeral
from claims.values.passage import Passage, is_letter
from claims.values.units import MONEY, PERCENT, Unit, money
from claims.values.vocabulary import Vocabulary
from claims.values.word_fractions import read_share, word_at

ONE, TEN = Decimal(1), Decimal(10)
HALF = Decimal("0.5")
LARGE = Decimal(10_000)
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
_CLAUSE_ENDS = "\n.,;:!?)]}，。；：！？、）】」』”’"
_KEEPS_UNIT = ("thick", "long", "wide", "tall", "deep", "high", "in diameter")


def read_amount(passage: Passage, start: int, vocabulary: Vocabulary, code: str | None = None) -> Amount | None:
    """The number that begins at ``start`` with its unit; ``code`` is the currency whose sign stands before it."""
    percent = word_at(passage, start, vocabulary.words("percent", "before"))
    numeral = read_numeral(passage, percent if percent is not None else start, vocabulary, money=code is not None)
    if numeral is None:
        return None
    if percent is not None:
        if numeral.form is Form.RATIO:
            return None
        return _bare(replace(numeral, start=start), PERCENT)
    if code is not None:
        return with_change(passage, _bare(numeral, money(code)), vocabulary)
    return with_unit(passage, numeral, vocabulary)


def with_unit(passage: Passage, numeral: Numeral, vocabulary: Vocabulary) -> Amount:
    """The numeral with the unit behind it, or alone."""
    spread = _tolerance(passage, numeral, vocabulary)
    if spread is not None:
        return spread
    opened = _split_measure(passage, numeral, vocabulary)
    if opened is not None:
        return opened
    hedge = vocabulary.hedges_after.at(passage.folded, numeral.end) if numeral.scale >= LARGE else None
    if hedge is not None and passage.char(numeral.end) >= "\u2e80":
        return _bare(numeral, None)  # 百亿级 says how large, not how many levels
    found = find_unit(passage, numeral.end, vocabulary, numeral) or _shared_unit(passage, numeral, vocabulary)
    if found is None:
        return _bare(numeral, None)
    end, unit = found
    amount = replace(_bare(numeral, unit), end=end)
    if unit.tenths:
        return _tenths(passage, amount)
    amount = _and_half(passage, amount, vocabulary)
    return _compound(passage, _opened(passage, amount, vocabulary), vocabulary)


def _tolerance(passage: Passage, numeral: Numeral, vocabulary: Vocabulary) -> Amount | None:
    """2,000.45±0.01 pounds: the interval that the tolerance leaves."""
    at = numeral.end + (passage.char(numeral.end) == " ")
    if passage.char(at) not in "±" or numeral.low is None or numeral.high is None:
        return None
    width = read_amount(passage, at + 1 + (passage.char(at + 1) == " "), vocabulary)
    if width is None or width.point is None or width.low is None:
        return None
    factor = width.unit.factor if width.unit is not None else ONE
    low, high = numeral.low * factor - width.low, numeral.high * factor + width.low
    core = (numeral.start, width.core[1])
    return replace(width, start=numeral.start, core=core, low=low, high=high, approx=True, hedged=True)


def _shared_unit(passage: Passage, numeral: Numeral, vocabulary: Vocabulary) -> tuple[int, Unit] | None:
    """half a litre, a quarter of an hour, one and a quarter of hour: the unit that a share is taken of."""
    at = numeral.end + (passage.char(numeral.end) in " -")
    counting = vocabulary.spaced.groups["counting"]
    if numeral.point is None or numeral.point == numeral.point.to_integral_value():
        return None
    of = word_at(passage, at, tuple(word + " " for word in counting.get("of", ())))
    if of is None:
        return None
    of = word_at(passage, of, tuple(word + " " for word in counting.get("article", ()))) or of
    found = vocabulary.unit_words.at(passage.folded, of)
    return (found[0], found[1]) if found is not None and found[1] is not None and found[1].dimension else None


def _bare(numeral: Numeral, unit: Unit | None) -> Amount:
    factor = unit.factor if unit is not None else ONE
    low = None if numeral.low is None else numeral.low * factor
    high = None if numeral.high is None else numeral.high * factor
    return Amount(
        numeral.start,
        numeral.end,
        (numeral.start, numeral.end),
        low,
        high,
        numeral.step * factor,
        unit,
        numeral.form,
        numeral.approx,
        numeral.scale,
    )


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
    other = unit.other
    if (
        other is not None
        and other.kind is Kind.MONEY
        and (passage.char(stop) in _CLAUSE_ENDS or _small_change(passage, stop, vocabulary))
    ):
        return stop, other
    if (
        other is not None
        and other.kind is Kind.DURATION
        and passage.char(stop) in vocabulary.han.groups["counting"].get("half", ())
    ):
        return stop, other
    return stop, unit


def _small_change(passage: Passage, at: int, vocabulary: Vocabulary) -> bool:
    """三块四, 三块四毛: a digit behind 块 that ends the clause or is followed by a smaller unit of money."""
    if passage.char(at) not in vocabulary.han_digits:
        return False
    return passage.char(at + 1) in _CLAUSE_ENDS + "一" or vocabulary.subunits.at(passage.folded, at + 1) is not None


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
    if symbol in ("A", "C", "N", "F", "T", "M", "B", "E", "P") and after not in _CLAUSE_ENDS + " ":
        return None
    if symbol in ("am", "pm"):
        return None if numeral is None or numeral.step >= ONE else (stop, unit)
    if symbol in _SHY and at > end and not _unlike_word(passage, stop, symbol):
        return None
    return stop, unit


def _shy_unit(passage: Passage, end: int, vocabulary: Vocabulary) -> tuple[int, Unit] | None:
    """A symbol that may be a word, where only a smaller unit can follow: 12 ft 2 in."""
    return vocabulary.unit_symbols.at(passage.text, end + (passage.char(end) == " "))


def _unlike_word(passage: Passage, stop: int, symbol: str) -> bool:
    """Whether a shy symbol stands where only a unit can: at the end of a clause, or before thick, long, wide."""
    if passage.char(stop) in _CLAUSE_ENDS:
        return symbol not in ("A", "a", "as", "at", "I")
    return symbol == "in" and any(passage.folded.startswith(" " + word, stop) for word in _KEEPS_UNIT)


def _rate(passage: Passage, found: tuple[int, Unit], vocabulary: Vocabulary) -> tuple[int, Unit]:
    """km/h, kg m−3, J/m² per year: the unit with its exponents and whatever it is counted per."""
    end, unit = found
    if unit.kind is not Kind.MEASURE or unit.name is None:
        return found
    name = unit.name
    for _ in range(4):
        exponent = _EXPONENT.match(passage.text, end) if not passage.char(end - 1).isdigit() else None
        if exponent is not None:
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


def _tenths(passage: Passage, amount: Amount) -> Amount:
    """六成五 is 65 %, 75折 and 七五折 are 75 %."""
    low, high = amount.low, amount.high
    if low is not None and amount.point is not None and low > 100:
        low = high = low / TEN
    digits = "零一二三四五六七八九"
    at = amount.end + (passage.char(amount.end) == " ")
    tail = digits.find(passage.char(at))
    if (
        amount.unit is not None
        and tail > 0
        and low is not None
        and passage.char(amount.end - 1) == "成"
        and _ends(passage, at + 1)
    ):
        return replace(amount, end=at + 1, core=(amount.core[0], at + 1), low=low + tail, high=low + tail, step=ONE)
    return replace(amount, low=low, high=high)


def _ends(passage: Passage, at: int) -> bool:
    return not passage.char(at).isdigit() and passage.char(at) not in "十百千万亿个家名年月"


def _split_measure(passage: Passage, numeral: Numeral, vocabulary: Vocabulary) -> Amount | None:
    """一个多月, 两个半小时: 多 or 半 between the measure word and the unit."""
    counting = vocabulary.han.groups["counting"]
    at = numeral.end + (passage.char(numeral.end) == " ")
    if passage.char(at) not in counting.get("big", ()):
        return None
    middle = passage.char(at + 1)
    opened = middle in counting.get("more", ())
    if not opened and middle not in counting.get("half", ()):
        return None
    found = vocabulary.unit_words.at(passage.folded, at + 2)
    if numeral.low is None or numeral.low != numeral.low.to_integral_value():
        return None
    if not opened and passage.char(at + 2) in _CLAUSE_ENDS and numeral.high is not None:
        unit = Unit(passage.char(at), Kind.COUNT)
        return replace(_bare(numeral, unit), end=at + 2, low=numeral.low + HALF, high=numeral.high + HALF, step=HALF)
    if found is None or found[1] is None or found[1].kind is not Kind.DURATION:
        return None
    amount = replace(_bare(numeral, found[1]), end=found[0])
    if opened:
        return replace(amount, high=None, approx=True)
    high = None if numeral.high is None else numeral.high + HALF
    return replace(amount, low=numeral.low + HALF, high=high, step=HALF, core=(numeral.start, at + 2))


def _opened(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """三年多, 两米多: 多 after the unit opens the end."""
    more = passage.char(amount.end) in vocabulary.han.groups["counting"].get("more", ())
    measured = amount.kind in (Kind.MEASURE, Kind.DURATION, Kind.MONEY)
    if not more or not measured or passage.folded.startswith(("多少", "多元", "多样", "余下"), amount.end):
        return amount
    return replace(amount, end=amount.end + 1, high=None, approx=True)


def _and_half(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """三斤半, an hour and a half, one year and a quarter: a share of the unit behind it."""
    if (
        amount.low is None
        or amount.high is None
        or amount.unit is None
        or amount.kind not in (Kind.MEASURE, Kind.DURATION, Kind.MONEY)
    ):
        return amount
    if passage.char(amount.end) in vocabulary.han.groups["counting"].get("half", ()):
        if passage.folded.startswith(("半数", "半导", "半径", "半岛"), amount.end):
            return amount
        return replace(amount, end=amount.end + 1, low=amount.low + HALF, high=amount.high + HALF, step=HALF)
    for link in vocabulary.spaced.groups["counting"].get("and", ()):
        if passage.folded.startswith(f" {link} ", amount.end):
            share = read_share(passage, amount.end + len(link) + 2, vocabulary.spaced)
            if share is not None and share.form is Form.RATIO and share.low is not None and share.low < ONE:
                part = share.low * amount.unit.factor
                return replace(amount, end=share.end, low=amount.low + part, high=amount.high + part)
    return amount


def _compound(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """5 ft 2 in, 一小时三十分钟, 五元三毛, 3 dollars 50 cents: smaller units of the same dimension are added on."""
    for _ in range(4):
        if amount.point is None or amount.unit is None or not amount.unit.dimension or amount.low is None:
            return amount
        smaller = _smaller(passage, amount, vocabulary)
        if smaller is None or smaller.unit is None or smaller.low is None:
            break
        if amount.unit.dimension.startswith(MONEY):
            part, unit = smaller.low, replace(amount.unit, size=smaller.unit.size)
        else:
            part, unit = smaller.low * smaller.unit.size / amount.unit.size, amount.unit
        total = amount.low + part
        core = (amount.core[0], smaller.core[1])
        amount = replace(amount, end=smaller.end, core=core, low=total, high=total, step=smaller.step, unit=unit)
    return with_change(passage, amount, vocabulary)


def _smaller(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount | None:
    """The amount right behind, when its unit is a smaller one of the same dimension."""
    if amount.unit is None:
        return None
    ands = vocabulary.spaced.groups["counting"].get("and", ())
    links = ("", " ", *(f" {word} " for word in ands), "零", "又")
    for link in links:
        at = amount.end + len(link)
        if not passage.folded.startswith(link, amount.end) or not _may_begin(passage, at):
            continue
        numeral = read_numeral(passage, at, vocabulary)
        if numeral is None or numeral.point is None or numeral.form is Form.ORDINAL:
            continue
        if amount.kind is Kind.MONEY:
            share = vocabulary.subunits.at(passage.folded, numeral.end + (passage.char(numeral.end) == " "))
            if share is not None and share[1] < amount.unit.size:
                return replace(_bare(numeral, money(amount.unit.name or "", share[1])), end=share[0])
            continue
        found = find_unit(passage, numeral.end, vocabulary, numeral) or _shy_unit(passage, numeral.end, vocabulary)
        if found is None:
            continue
        unit = found[1].other if found[1].kind is Kind.COUNT and found[1].other is not None else found[1]
        if unit.dimension == amount.unit.dimension and unit.size < amount.unit.size:
            return _and_half(passage, replace(_bare(numeral, unit), end=found[0]), vocabulary)
    return None


def _may_begin(passage: Passage, at: int) -> bool:
    return not (passage.char(at).isdigit() and passage.char(at - 1).isdigit())


def _change(amount: Amount) -> Decimal | None:
    """How many of what may follow without its unit make one of the amount's unit; None when nothing may."""
    if amount.unit is None or amount.low is None:
        return None
    if amount.unit.name == "hour":
        return Decimal(60) if amount.low == amount.low.to_integral_value() else None
    if amount.kind is not Kind.MONEY:
        return None
    tenth = amount.unit.size == ONE / TEN
    whole = amount.low == amount.low.to_integral_value() and amount.unit.size == ONE
    return Decimal(1000) if tenth else Decimal(100) if whole else None


def with_change(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """20 dollars 43, $20 and 43 cents, 三块四, an hour thirty: what follows without a unit is in the next smaller one."""
    worth = _change(amount)
    if worth is None or amount.point is None or amount.low is None or amount.form is Form.RATIO:
        return amount
    smaller = _smaller(passage, amount, vocabulary) if amount.kind is Kind.MONEY else None
    if smaller is not None and smaller.low is not None:
        return _with(amount, smaller.end, smaller.core[1], amount.low + smaller.low, smaller.step)
    ands = vocabulary.spaced.groups["counting"].get("and", ())
    for link in ("", " ", *(f" {word} " for word in ands)):
        at = amount.end + len(link)
        named = amount.end > amount.core[1]
        if not passage.folded.startswith(link, amount.end) or not named or not _may_begin(passage, at):
            continue
        numeral = read_numeral(passage, at, vocabulary)
        if numeral is None or numeral.point is None or passage.char(numeral.end) not in _CLAUSE_ENDS:
            continue
        run_on = numeral.form is Form.DIGIT and passage.char(at) >= "\u2e80"
        if (link == "") != run_on or numeral.point >= worth or (run_on and amount.kind is not Kind.MONEY):
            continue
        part = numeral.point / (worth / TEN if run_on else worth)
        return _with(amount, numeral.end, numeral.end, amount.low + part, amount.step / worth)
    return amount


def _with(amount: Amount, end: int, core_end: int, total: Decimal, step: Decimal) -> Amount:
    return replace(amount, end=end, core=(amount.core[0], core_end), low=total, high=total, step=step)
