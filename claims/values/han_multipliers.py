"""Taking in what follows the digits of a number in Chinese numerals: 十百千万亿, 几, 多, 点."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from claims import lexicon as lexicons
from claims.lexicon import Lexicon
from claims.values.han_reader import LARGE, Reader
from claims.values.passage import Passage
from claims.values.tally import ONE, TEN


def take_vague(reader: Reader, ahead: int) -> bool:
    """Takes in 几 or 数: after a multiplier one to nine, else two to nine."""
    low, high = reader.lexicon.spans["vague"][reader.char(ahead)]
    if low is None or reader.last not in ("", "multiplier"):
        return False
    reader.tally.add(ONE if reader.last == "multiplier" else low, high)
    reader.at += ahead + 1
    reader.last = "vague"
    reader.approx = True
    return True


def take_multiplier(reader: Reader, ahead: int) -> bool:
    """Takes in a multiplier where it can stand."""
    multiplier = reader.multiplier(reader.char(ahead))
    if multiplier is None:
        return False
    at = reader.at + ahead
    if (
        len(reader.tally.terms) == 1
        and reader.last in ("digit", "figure")
        and _opens_unit(reader.passage, at, reader.lexicon)
    ):
        return False
    if reader.char(ahead) == "兆" and not _counts_trillions(reader.passage, at, reader.lexicon):
        return False
    tally, last = reader.tally, reader.last
    if last == "multiplier" or last == "closed":
        if multiplier < LARGE:
            if not (multiplier == TEN and tally.terms[-1].size > TEN):
                return False
            tally.add(ONE, ONE, ONE, TEN)
        if multiplier == tally.terms[-1].size:
            tally.square()
            reader.at, reader.last = reader.at + ahead + 1, "multiplier"
            return True
    elif last == "" and multiplier != TEN:
        reader.bare = True
    if not tally.takes(multiplier):
        return False
    if multiplier < LARGE and len(tally.terms) > 1 and tally.terms[-2].size <= multiplier:
        return False
    if multiplier >= LARGE and len(tally.terms) > 1 and tally.terms[-2].size < LARGE:
        short_tail(reader)
    tally.multiply(multiplier)
    reader.at, reader.last, reader.zero = reader.at + ahead + 1, "multiplier", False
    if multiplier > TEN:
        reader.scale = multiplier if multiplier >= LARGE or reader.scale < LARGE else reader.scale
    return True


@cache
def _unit_words(name: str) -> tuple[str, ...]:
    """The units whose names begin with a multiplier: 千克, 兆瓦."""
    lexicon = lexicons.load(name)
    words = (word for table in ("units", "durations") for row in lexicon.groups[table].values() for word in row)
    return tuple(word for word in words if len(word) > 1 and word[0] in lexicon.numbers["multipliers"])


@cache
def _currency_words(name: str) -> tuple[str, ...]:
    return tuple(word for row in lexicons.load(name).groups["currencies"].values() for word in row)


def _opens_unit(passage: Passage, at: int, lexicon: Lexicon) -> bool:
    """12千米 are twelve kilometres: the multiplier belongs to the unit."""
    return passage.folded.startswith(_unit_words(lexicon.name), at)


def _counts_trillions(passage: Passage, at: int, lexicon: Lexicon) -> bool:
    """兆 is 10^12 in traditional script, before a currency and inside a number; else mega, and left as a unit."""
    after = at + 1 + (passage.char(at + 1) == " ")
    goes_on = passage.char(after) in lexicon.numbers["numerals"] or passage.char(after).isdigit()
    money = passage.folded.startswith(_currency_words(lexicon.name), after)
    return passage.script == "hant" or goes_on or money


def take_more(reader: Reader, ahead: int, odd: bool) -> bool:
    """多 and 余 open the end; 来 only makes the number approximate. Both stand after a multiplier or a figure."""
    if reader.last not in ("multiplier", "figure") or (reader.last == "figure" and reader.gap):
        return False
    following = reader.char(ahead + 1)
    if odd and (not (reader.multiplier(following) or following in reader.lexicon.words["measures"])):
        return False
    if reader.last == "figure" and not _open_figure(reader):
        return False
    last = reader.tally.terms[-1]
    last.high = last.high if odd else None
    reader.approx = True
    reader.at += ahead + 1
    reader.last, reader.bare = "closed", False
    return True


def _open_figure(reader: Reader) -> bool:
    """30余, 140多, 3000多: a whole figure of at least ten, without 多 as the adjective (3多 is none)."""
    last = reader.tally.terms[-1]
    return last.low == last.low.to_integral_value() and last.low >= TEN


def take_decimals(reader: Reader, ahead: int) -> bool:
    """点 and the digits after it, unless it is the time of day (三点十分)."""
    if reader.last not in ("digit", "figure", "multiplier") or not reader.tally.terms:
        return False
    at = reader.at + ahead + 1
    at += reader.passage.char(at) == " "
    digits = ""
    while len(digits) < 40:
        char = reader.passage.char(at + len(digits))
        value = reader.digit(char)
        if value is None and not (char.isdigit() and char.isascii()):
            break
        digits += char if value is None else str(min(value, 10))
    end = at + len(digits)
    if not digits or ("10" in digits and len(digits) == 2 and digits == "10"):
        return False
    if reader.passage.char(end) in "十拾刻" or (
        reader.passage.char(end) == "分" and reader.passage.char(end + 1) != "之"
    ):
        return False
    fraction = Decimal(f"0.{digits}")
    last = reader.tally.terms[-1]
    if last.high is None:
        return False
    step = ONE.scaleb(-len(digits))
    _close(reader, fraction, step)
    reader.at, reader.last, reader.digits = end, "figure", reader.digits + len(digits)
    return True


def _close(reader: Reader, fraction: Decimal, step: Decimal) -> None:
    """The whole number and its decimals become one term, so that 万 after them multiplies all (一百二十三点五万)."""
    low, high = reader.tally.total()
    reader.tally.terms.clear()
    reader.tally.add(low + fraction, None if high is None else high + fraction, ONE, step)


def short_tail(reader: Reader) -> None:
    """九百九 is 990 and 十三万五 135,000: a last digit without its multiplier counts in the next one down."""
    terms = reader.tally.terms
    if len(terms) < 2 or terms[-1].size != ONE or reader.zero or reader.last not in ("digit", "figure"):
        return
    before = terms[-2].size
    if before >= 100:
        weight = before / TEN
        terms[-1] = replace(terms[-1], low=terms[-1].low * weight, high=(terms[-1].high or terms[-1].low) * weight)
        reader.tally.step = weight
