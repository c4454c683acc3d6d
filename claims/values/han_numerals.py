"""Numbers in Chinese numerals, alone or mixed with figures: 三千八百九十六万 · 1.5万亿 · 十几 · 六七十万 · 三分之一."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.lexicon import Lexicon
from claims.values.han_multipliers import short_tail, take_decimals, take_more, take_multiplier, take_vague
from claims.values.han_reader import Reader, take_digits, take_figure
from claims.values.numeral import Form, Numeral
from claims.values.passage import Passage
from claims.values.tally import Tally

ONE = Decimal(1)
_LONGEST_LOT = 10
"""Characters from a number to the word that says how many of the lot: 每十个成年人当中就有."""

_CLOSING = "，。；：！？、,;\n"


def read_han(passage: Passage, start: int, lexicon: Lexicon) -> Numeral | None:
    """The number that begins at ``start``, with its fraction (三分之一) when it is one; None when there is none."""
    whole = _number(passage, start, lexicon)
    if whole is None:
        return None
    words = lexicon.groups["counting"]
    if (one := _one_in_each(passage, whole, lexicon)) is not None:
        return one
    for per in words.get("fraction", ()):
        after = _skip(passage, whole.end, per)
        under = _signed(passage, after, lexicon) if after is not None else None
        if under is not None and whole.low and (len(per) > 1 or _whole_fraction(passage, whole, under)):
            return _divided(whole, under)
    for link in words.get("and", ()):
        after = _skip(passage, whole.end, link)
        part = read_han(passage, after, lexicon) if after is not None and link != "零" else None
        if part is not None and part.form is Form.RATIO and part.low is not None and whole.low is not None:
            return replace(part, start=start, low=whole.low + part.low, high=whole.low + part.low)
    return whole


def _skip(passage: Passage, at: int, word: str) -> int | None:
    """The place after ``word``, spaces around and inside it passed over."""
    for char in word.replace(" ", ""):
        at += passage.char(at) == " "
        if passage.char(at) != char:
            return None
        at += 1
    return at + (passage.char(at) == " ")


def _whole_fraction(passage: Passage, under: Numeral, over: Numeral) -> bool:
    """三分一 and 十份十一 are fractions only where nothing else could be meant: 分 is also a minute and a point."""
    known = over.point is not None and under.point is not None
    figures = passage.char(under.start).isdigit() or passage.char(over.start).isdigit()
    return known and not figures and passage.char(over.end) not in "秒毛角分厘"


def _signed(passage: Passage, at: int, lexicon: Lexicon) -> Numeral | None:
    for minus in lexicon.groups["counting"].get("minus", ()):
        if passage.folded.startswith(minus, at):
            number = _number(passage, at + len(minus), lexicon)
            if number is not None and number.low is not None and number.high is not None:
                return replace(number, low=-number.high, high=-number.low)
            return None
    return _number(passage, at, lexicon)


def _one_in_each(passage: Passage, under: Numeral, lexicon: Lexicon) -> Numeral | None:
    """每三人就有一人, 每五个孩子中有一个: how many out of each lot of so many."""
    words = lexicon.groups["counting"]
    before = passage.char(under.start - 1 - (passage.char(under.start - 1) == " "))
    if (
        before not in words.get("each", ())
        or under.point is None
        or under.point <= ONE
        or _measures(passage, under.end, lexicon)
    ):
        return None
    for at in range(under.end + 1, under.end + _LONGEST_LOT):
        if passage.char(at) in _CLOSING:
            return None
        link = next(
            (w for w in sorted(words.get("among", ()), key=len, reverse=True) if passage.text.startswith(w, at)), ""
        )
        over = _number(passage, at + len(link), lexicon) if link else None
        if over is not None and over.point is not None and 0 < over.point <= under.point:
            share = over.point / under.point
            end = over.end + (passage.char(over.end) in lexicon.words["measures"])
            return Numeral(under.start, end, share, share, ONE, Form.RATIO)
    return None


def _measures(passage: Passage, at: int, lexicon: Lexicon) -> bool:
    """Whether a length, a time or the like stands at ``at``, of which nothing is a part: 每10公里有3座."""
    groups = lexicon.groups["units"], lexicon.groups["durations"]
    return any(passage.text.startswith(word, at) for group in groups for row in group.values() for word in row)


def _divided(under: Numeral, over: Numeral) -> Numeral:
    """``under`` 分之 ``over``; of an interval below the line the larger end gives the smaller ratio."""
    low = over.low / under.high if over.low is not None and under.high else None
    high = over.high / under.low if over.high is not None and under.low else None
    return Numeral(under.start, over.end, low, high, over.step, Form.RATIO, under.approx or over.approx)


def _number(passage: Passage, start: int, lexicon: Lexicon) -> Numeral | None:
    reader = Reader(passage, lexicon, start, Tally())
    while _word(reader):
        pass
    if not reader.last:
        return None
    end = reader.at
    short_tail(reader)
    low, high = reader.tally.total()
    form = Form.BARE if reader.bare else Form.WORDS
    if reader.digits == 1 and len(reader.tally.terms) == 1 and reader.tally.terms[0].size == 1:
        form = Form.DIGIT
    return Numeral(start, end, low, high, reader.tally.step, form, reader.approx, reader.scale)


def _word(reader: Reader) -> bool:
    """Reads one further word of the number; False when it is over."""
    reader.gap = reader.char() == " " and bool(reader.last)
    ahead = 1 if reader.gap else 0
    char = reader.char(ahead)
    if reader.gap and not (reader.last == "multiplier" or reader.multiplier(char) or char in "点."):
        return False
    if char.isdigit() and char.isascii():
        return take_figure(reader, ahead)
    if reader.multiplier(char) is not None:
        return take_multiplier(reader, ahead)
    if reader.digit_at(ahead) is not None:
        return take_digits(reader, ahead)
    words = reader.lexicon
    if char in words.spans["vague"]:
        return take_vague(reader, ahead)
    counting = words.groups["counting"]
    if char in counting.get("more", ()) or char in counting.get("odd", ()):
        return take_more(reader, ahead, char in counting.get("odd", ()))
    if char in counting.get("point", ()):
        return take_decimals(reader, ahead)
    if char in counting.get("big", ()) and reader.last:
        return take_multiplier(reader, ahead + 1) if reader.char(ahead + 1) == "亿" else False
    return False
