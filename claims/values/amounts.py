"""A number and its unit: 3-inch, 1.5 million gallons, 五元三毛, 5 ft 2 in, 六成五, 三年半, 20 J/m²."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.model import Kind
from claims.values.amount import Amount
from claims.values.compounds import HALF, ONE, TEN, bare_amount, with_change, with_half, with_more, with_smaller
from claims.values.numeral import Form, Numeral
from claims.values.numerals import read_numeral
from claims.values.passage import Passage
from claims.values.race_times import race_time
from claims.values.unit_reading import CLAUSE_ENDS, find_unit
from claims.values.units import PERCENT, Unit, money
from claims.values.vocabulary import Vocabulary
from claims.values.word_fractions import word_at

LARGE = Decimal(10_000)

_HALVES = ("半数", "半导", "半径", "半岛", "半年", "半天", "半路", "半途", "半价")
_MORES = ("多少", "多元", "多样", "多年", "多次", "多家", "多名", "多人", "多个", "多项", "余下")
"""Words that begin with a half or with more, and so close the number before them."""


def read_amount(passage: Passage, start: int, vocabulary: Vocabulary, code: str | None = None) -> Amount | None:
    """The number that begins at ``start`` with its unit; ``code`` is the currency whose sign stands before it."""
    percent = word_at(passage, start, vocabulary.words("percent", "before"))
    if percent is not None:
        return _percent(passage, start, percent, vocabulary)
    if code is None and (timed := race_time(passage, start)) is not None:
        return timed
    numeral = read_numeral(passage, start, vocabulary, money=code is not None)
    if numeral is None:
        return None
    if code is not None:
        return with_change(passage, bare_amount(numeral, money(code)), vocabulary)
    return with_unit(passage, numeral, vocabulary)


def _percent(passage: Passage, start: int, at: int, vocabulary: Vocabulary) -> Amount | None:
    """百分之五, 百分之负五."""
    minus = word_at(passage, at, vocabulary.words("counting", "minus"))
    numeral = read_numeral(passage, minus if minus is not None else at, vocabulary)
    if numeral is None or numeral.form is Form.RATIO:
        return None
    if minus is not None and numeral.low is not None and numeral.high is not None:
        numeral = replace(numeral, low=-numeral.high, high=-numeral.low)
    return bare_amount(replace(numeral, start=start), PERCENT)


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
        return bare_amount(numeral, None)  # 百亿级 says how large, not how many levels
    found = find_unit(passage, numeral.end, vocabulary, numeral) or _shared_unit(passage, numeral, vocabulary)
    if found is None or _counts_a_share(numeral, found[1]):
        return _strong(passage, bare_amount(numeral, None), vocabulary)
    end, unit = found
    amount = replace(bare_amount(numeral, unit), end=end)
    if unit.tenths:
        return _strong(passage, _opened(passage, _tenths(passage, amount), vocabulary), vocabulary)
    amount = with_half(passage, amount, vocabulary)
    return with_smaller(passage, with_more(passage, amount, vocabulary), vocabulary)


def _counts_a_share(numeral: Numeral, unit: Unit) -> bool:
    """Whether a share has a measure word behind it, as 三分之一人口: it counts nothing, unlike 半个."""
    return numeral.form is Form.RATIO and unit.kind is Kind.COUNT and numeral.end - numeral.start > 1


def _opened(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """两成半 is 25 %, 三成多 more than 30 %."""
    counting = vocabulary.han.groups["counting"]
    char = passage.char(amount.end)
    tenths = amount.unit is not None and passage.char(amount.end - 1) == "成" and amount.point is not None
    if not tenths or amount.low is None:
        return amount
    if char in counting.get("half", ()) and not passage.folded.startswith(_HALVES, amount.end):
        half = amount.low + TEN * HALF
        return replace(amount, end=amount.end + 1, core=(amount.core[0], amount.end + 1), low=half, high=half, step=ONE)
    if char in counting.get("more", ()) and not passage.folded.startswith(_MORES, amount.end):
        return replace(amount, end=amount.end + 1, high=None, approx=True, hedged=True)
    return amount


def _strong(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """三分之一强, 三成弱: a share, and a little more or less."""
    counting, char = vocabulary.han.groups["counting"], passage.char(amount.end)
    after = passage.char(amount.end + 1)
    shared = amount.form is Form.RATIO or (amount.unit is not None and amount.unit.kind is Kind.PERCENT)
    if not shared or amount.point is None or not (after in CLAUSE_ENDS or after in "的是为和与来"):
        return amount
    if char in counting.get("strong", ()):
        return replace(amount, end=amount.end + 1, high=None, approx=True, hedged=True)
    if char in counting.get("weak", ()):
        return replace(amount, end=amount.end + 1, low=None, approx=True, hedged=True)
    return amount


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
    if not opened and passage.char(at + 2) in CLAUSE_ENDS and numeral.high is not None:
        unit = Unit(passage.char(at), Kind.COUNT)
        return replace(
            bare_amount(numeral, unit), end=at + 2, low=numeral.low + HALF, high=numeral.high + HALF, step=HALF
        )
    if found is None or found[1] is None or found[1].kind is not Kind.DURATION:
        return None
    amount = replace(bare_amount(numeral, found[1]), end=found[0])
    if opened:
        return replace(amount, high=None, approx=True)
    high = None if numeral.high is None else numeral.high + HALF
    return replace(amount, low=numeral.low + HALF, high=high, step=HALF, core=(numeral.start, at + 2))
