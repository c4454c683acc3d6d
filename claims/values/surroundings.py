"""What stands before and after a number and changes it: currency signs, minus, hedges."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.model import Kind
from claims.values.amount import Amount
from claims.values.amounts import read_amount
from claims.values.compounds import with_change
from claims.values.numeral import Form
from claims.values.passage import Passage, is_letter
from claims.values.units import money, named
from claims.values.vocabulary import Hedge, Vocabulary
from claims.values.word_fractions import word_at

LARGE = Decimal(10_000)
TEN = Decimal(10)
_DASHES = "-−–﹣－"
_SINGLE_AFTER_NUMBER = "级许"


def read_whole(passage: Passage, start: int, floor: int, vocabulary: Vocabulary) -> Amount | None:
    """The amount whose number begins at ``start``, with everything that belongs to it on both sides.

    Nothing before ``floor`` is looked at: it belongs to the value before.
    """
    sign = _currency_before(passage, start, floor, vocabulary)
    code = sign[1] if sign is not None else None
    size = 1
    if code is not None and len(code) == 4:
        size, code = 1000 if code[0] == "k" else 1_000_000, code[1:]
    amount = read_amount(passage, start, vocabulary, code)
    if amount is None:
        return None
    if sign is not None and code is not None:
        amount = _signed_sum(amount, sign[0], code, Decimal(size))
        word = vocabulary.currency_words.at(passage.folded, amount.end)
        if word is not None and amount.core[1] == amount.end and passage.char(amount.end) >= "\u2e80":
            amount = replace(amount, end=word[0])
    else:
        amount = _sum_of_code(passage, amount, vocabulary)
    amount = _negative(passage, _on_scale(passage, amount, floor, vocabulary), floor, vocabulary)
    return _hedged_before(passage, _hedged_after(passage, amount, vocabulary), floor, vocabulary)


def _currency_before(passage: Passage, start: int, floor: int, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """The currency named right before a number: where its sign, code or name begins, and its code."""
    for at in (start, start - 1):
        if at <= floor or (at < start and passage.char(at) != " "):
            continue
        found = vocabulary.signs.before(passage.text, at) or vocabulary.currency_words.before(passage.folded, at)
        if found is None or found[0] < floor or (at < start and passage.text[found[0] : at] in ("R", "T", "LE")):
            continue
        if passage.folded[found[0] : at] in vocabulary.words("blocked", "currency_before"):
            continue
        if found[1] == "CNY" and passage.text[found[0] : at] == "¥" and vocabulary.yen:
            return found[0], "JPY"
        if passage.char(found[0]) in "元块圆" and found[0] > floor:
            return None
        return found
    return None


def _signed_sum(amount: Amount, start: int, code: str, size: Decimal) -> Amount:
    low = None if amount.low is None else amount.low * size
    high = None if amount.high is None else amount.high * size
    unit = amount.unit if amount.unit is not None and amount.kind is Kind.MONEY else money(code)
    unit = replace(unit, name=code)
    return replace(amount, start=start, low=low, high=high, step=amount.step * size, unit=unit)


def _sum_of_code(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """20 USD, 30 MUSD, 10k$, 5 €: a sign or code behind the number, where no other unit stands."""
    if (amount.unit is not None and amount.end > amount.core[1]) or amount.form is Form.ORDINAL:
        return amount
    at = amount.end + (passage.char(amount.end) == " ")
    found = vocabulary.signs.at(passage.text, at)
    if found is None or (at > amount.end and passage.char(found[0]).isdigit()):
        return amount
    sign = passage.text[at : found[0]]
    if sign[0].isalpha() and (is_letter(passage.char(found[0])) or len(sign) < 2):
        return amount
    code, size = found[1], Decimal(1)
    if len(code) == 4:
        size, code = Decimal(1000 if code[0] == "k" else 1_000_000), code[1:]
    low = None if amount.low is None else amount.low * size
    high = None if amount.high is None else amount.high * size
    summed = replace(amount, end=found[0], low=low, high=high, step=amount.step * size, unit=money(code))
    return with_change(passage, summed, vocabulary)


def _on_scale(passage: Passage, amount: Amount, floor: int, vocabulary: Vocabulary) -> Amount:
    """华氏98度: the scale named before the number."""
    found = vocabulary.scales.before(passage.folded, amount.start) if amount.kind is Kind.MEASURE else None
    if found is None or found[0] < floor or amount.unit is None or amount.unit.name not in ("°", "°C", "°F"):
        return amount
    return replace(amount, start=found[0], unit=named(found[1]))


def _negative(passage: Passage, amount: Amount, floor: int, vocabulary: Vocabulary) -> Amount:
    """The amount with its minus, when there is one: a dash that joins nothing, or a word before or behind it."""
    below = (
        word_at(passage, amount.end + 1, vocabulary.words("counting", "below"))
        if passage.char(amount.end) == " "
        else None
    )
    if below is not None and amount.kind is Kind.MEASURE and amount.low is not None and amount.high is not None:
        return replace(amount, end=below, low=-amount.high, high=-amount.low)
    at = amount.start
    start = None
    before = passage.char(at - 1)
    if at > floor and before in _DASHES and not (passage.char(at - 2).isalnum() or passage.char(at - 2) in ")]%℃°"):
        start = at - 1
    elif at - 1 > floor and before == " " and passage.char(at - 2) in _DASHES and _lone_dash(passage, at - 2):
        start = at - 2
    else:
        for word in vocabulary.words("counting", "minus"):
            gap = 1 if before == " " else 0
            begin = at - gap - len(word)
            if (
                begin >= floor
                and passage.folded.startswith(word, begin)
                and not (is_letter(word[0]) and is_letter(passage.char(begin - 1)))
            ):
                start = begin
    if start is None or amount.low is None or amount.high is None or amount.form is Form.ORDINAL:
        return amount
    return replace(amount, start=start, core=(start, amount.core[1]), low=-amount.high, high=-amount.low)


def _lone_dash(_passage: Passage, at: int) -> bool:
    """A dash set off from its figure is a minus only where the text begins with it; else it is a bullet or a pause."""
    return at == 0


def _hedged_before(passage: Passage, amount: Amount, floor: int, vocabulary: Vocabulary) -> Amount:
    for _ in range(3):
        at = amount.start
        if passage.char(at - 1) == " " and at - 1 > floor:
            at -= 1
        found = vocabulary.hedges_before.before(passage.folded, at)
        if found is None or found[0] < floor or found[1] is Hedge.NONE:
            break
        word = passage.folded[found[0] : at]
        if not _may_hedge(passage, word, found[0], amount):
            break
        amount = apply(amount, found[1])
        amount = replace(amount, start=found[0])
    return amount


def _may_hedge(passage: Passage, word: str, start: int, amount: Amount) -> bool:
    """One-character hedges are also parts of other words: 上 only opens 上百, and none of them ends a longer word."""
    if word == "上":
        return amount.form is Form.BARE
    if word in ("some", "near", "within", "minimum", "maximum") and amount.form is Form.RATIO:
        return False
    if word in ("快", "过"):
        return amount.low is None or amount.low >= TEN or amount.form is Form.RATIO
    return not (word in ("<", ">") and passage.char(start - 1) in "<>=")


def _hedged_after(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    at = amount.end + (passage.char(amount.end) == " ")
    found = vocabulary.hedges_after.at(passage.folded, at)
    if found is None or (at > amount.end and passage.char(at) in "+-"):
        return amount
    end, hedge = found
    if passage.folded.startswith((" than", " or ", " equal", " to "), end):
        return amount
    if end - at == 1 and passage.char(at) >= "\u2e80" and not _closes(passage, at, end, amount):
        return amount
    if passage.char(at) == "+" and passage.char(end).isalnum() and passage.char(end).isascii():
        return amount
    return replace(apply(amount, hedge), end=end)


def _closes(passage: Passage, at: int, end: int, amount: Amount) -> bool:
    """级 and 许 follow a large number itself; 起 closes a phrase."""
    if passage.char(at) in _SINGLE_AFTER_NUMBER:
        return amount.end == amount.core[1] and amount.scale >= LARGE
    return passage.char(end) in "\n，。；、,.;）)的" and amount.kind is not Kind.COUNT


def apply(amount: Amount, hedge: Hedge) -> Amount:
    """The amount under a hedge: a bound opens its other side, "about" leaves it and marks it approximate."""
    if hedge is Hedge.NEAR or amount.kind is Kind.RANK or amount.hedged:
        return replace(amount, approx=True)
    if hedge is Hedge.LOWER:
        return replace(amount, high=None, approx=True, hedged=True)
    return replace(
        amount, low=None, high=amount.high if amount.high is not None else amount.low, approx=True, hedged=True
    )


def forward(passage: Passage, start: int, vocabulary: Vocabulary) -> int:
    """Where the number begins that a hedge, a sign or a minus at ``start`` introduces."""
    at = start
    for _ in range(4):
        at += passage.char(at) == " "
        step = (
            vocabulary.hedges_before.at(passage.folded, at)
            or vocabulary.signs.at(passage.text, at)
            or vocabulary.currency_words.at(passage.folded, at)
        )
        if step is not None and not passage.char(at).isdigit():
            at = step[0]
        elif passage.char(at) in _DASHES and passage.char(at + 1).isdigit():
            at += 1
        else:
            minus = word_at(passage, at, vocabulary.words("counting", "minus"))
            if minus is None:
                break
            at = minus
    return at
