"""Numbers in Chinese numerals, alone or mixed with figures: 三千八百九十六万 · 1.5万亿 · 十几 · 六七十万 · 三分之一."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from claims.lexicon import Lexicon
from claims.values.figures import read_figures
from claims.values.numeral import Form, Numeral
from claims.values.passage import Passage
from claims.values.tally import ONE, TEN, Tally

LARGE = Decimal(10_000)
"""From here on a multiplier multiplies all that stands before it (三千万), below it only its digit (三千)."""

_ORDINARY = "参陆伍"

_SPOKEN_PAIRS = ((3, 5), (3, 2))
"""三五个 and 三两个 are ranges although the digits are no neighbours."""


@dataclass(slots=True)
class _Reader:
    """One left-to-right reading. ``last`` is what was read last: "", digit, figure, vague, multiplier or closed."""

    passage: Passage
    lexicon: Lexicon
    at: int
    tally: Tally
    last: str = ""
    digits: int = 0
    bare: bool = False
    gap: bool = False
    zero: bool = False
    approx: bool = False
    scale: Decimal = ONE

    def char(self, ahead: int = 0) -> str:
        return self.passage.char(self.at + ahead)

    def digit(self, char: str) -> int | None:
        value = self.lexicon.numbers["numerals"].get(char)
        return int(value) if value is not None else None

    def digit_at(self, ahead: int) -> int | None:
        """The digit there; a character that is an ordinary word too (参, 陆) only beside another numeral."""
        char = self.char(ahead)
        following = self.char(ahead + 1 + (self.char(ahead + 1) == " "))
        if char in _ORDINARY and not (self.multiplier(following) or following == "点"):
            beside = self.multiplier(self.char(ahead - 1)) and self.char(ahead - 1) in "拾佰仟"
            return self.digit(char) if beside or (self.char(ahead - 1) == "点") else None
        return self.digit(char)

    def multiplier(self, char: str) -> Decimal | None:
        return self.lexicon.numbers["multipliers"].get(char)


def read_han(passage: Passage, start: int, lexicon: Lexicon) -> Numeral | None:
    """The number that begins at ``start``, with its fraction (三分之一) when it is one; None when there is none."""
    whole = _number(passage, start, lexicon)
    if whole is None:
        return None
    words = lexicon.groups["counting"]
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
    known = over.point is not None and under.point is not None and under.form is not Form.FIGURE
    return known and over.form is not Form.FIGURE and passage.char(over.end) not in "秒毛角分厘"


def _signed(passage: Passage, at: int, lexicon: Lexicon) -> Numeral | None:
    for minus in lexicon.groups["counting"].get("minus", ()):
        if passage.folded.startswith(minus, at):
            number = _number(passage, at + len(minus), lexicon)
            if number is not None and number.low is not None and number.high is not None:
                return replace(number, low=-number.high, high=-number.low)
            return None
    return _number(passage, at, lexicon)


def _divided(under: Numeral, over: Numeral) -> Numeral:
    """``under`` 分之 ``over``; of an interval below the line the larger end gives the smaller ratio."""
    low = over.low / under.high if over.low is not None and under.high else None
    high = over.high / under.low if over.high is not None and under.low else None
    return Numeral(under.start, over.end, low, high, over.step, Form.RATIO, under.approx or over.approx)


def _number(passage: Passage, start: int, lexicon: Lexicon) -> Numeral | None:
    reader = _Reader(passage, lexicon, start, Tally())
    while _word(reader):
        pass
    if not reader.last:
        return None
    end = reader.at
    _short_tail(reader)
    low, high = reader.tally.total()
    form = Form.BARE if reader.bare else Form.WORDS
    if reader.digits == 1 and len(reader.tally.terms) == 1 and reader.tally.terms[0].size == 1:
        form = Form.DIGIT
    return Numeral(start, end, low, high, reader.tally.step, form, reader.approx, reader.scale)


def _word(reader: _Reader) -> bool:
    """Reads one further word of the number; False when it is over."""
    reader.gap = reader.char() == " " and bool(reader.last)
    ahead = 1 if reader.gap else 0
    char = reader.char(ahead)
    if reader.gap and not (reader.last == "multiplier" or reader.multiplier(char) or char in "点."):
        return False
    if char.isdigit() and char.isascii():
        return _figure(reader, ahead)
    if reader.multiplier(char) is not None:
        return _multiplied(reader, ahead)
    if reader.digit_at(ahead) is not None:
        return _digits(reader, ahead)
    words = reader.lexicon
    if char in words.spans["vague"]:
        return _vague(reader, ahead)
    counting = words.groups["counting"]
    if char in counting.get("more", ()) or char in counting.get("odd", ()):
        return _more(reader, ahead, char in counting.get("odd", ()))
    if char in counting.get("point", ()):
        return _decimals(reader, ahead)
    if char in counting.get("big", ()) and reader.last in ("digit", "vague", "figure"):
        return _multiplied(reader, ahead + 1) if reader.char(ahead + 1) == "亿" else False
    return False


def _figure(reader: _Reader, ahead: int) -> bool:
    if reader.last and reader.last != "multiplier" and not reader.zero:
        return False
    number = read_figures(reader.passage, reader.at + ahead)
    if number is None or number.low is None or number.form is Form.RATIO:
        return False
    if reader.tally.terms:
        following = reader.multiplier(reader.passage.char(number.end)) or ONE
        large = following >= LARGE and reader.tally.takes(following)
        if not large and following * number.low >= reader.tally.terms[-1].size:
            return False
        reader.zero |= number.low >= TEN or reader.gap or passage_zero(reader, ahead)
    reader.tally.add(number.low, number.high, ONE, number.step)
    reader.at, reader.last = number.end, "figure"
    return True


def passage_zero(reader: _Reader, ahead: int) -> bool:
    """1百01: a nought keeps the place of the tens."""
    return reader.char(ahead) == "0"


def _digits(reader: _Reader, ahead: int) -> bool:
    """A run of digit words: one digit, two neighbours (六七十), or digits read one by one (二〇二四)."""
    if reader.last and reader.last != "multiplier":
        return False
    run: list[int] = []
    while (value := reader.digit_at(ahead + len(run))) is not None:
        if run and (value >= 10 or (reader.char(ahead + len(run)) == "两" and run not in ([1], [3]))):
            break
        run.append(value)
        if value >= 10:
            break
    taken = len(run)
    while reader.tally.terms and len(run) > 1 and run[0] == 0:
        run, reader.zero = run[1:], True
    if reader.tally.terms and run == [0]:
        return _zero_before_figure(reader, ahead)
    if not _fits(reader, run, reader.char(ahead + taken)):
        return False
    if len(run) == 1:
        reader.tally.add(Decimal(run[0]), Decimal(run[0]), TEN if run[0] >= 10 else ONE)
        reader.last = "multiplier" if run[0] >= 10 else "digit"
    elif len(run) == 2 and (run[1] == run[0] + 1 or (run[0], run[1]) in _SPOKEN_PAIRS) and run[0] > 0:
        reader.tally.add(Decimal(run[0]), Decimal(run[1]))
        reader.tally.terms[-1] = replace(reader.tally.terms[-1], low=Decimal(min(run)), high=Decimal(max(run)))
        reader.last = "digit"
    elif len(run) == 2 and 0 not in run and reader.char(ahead + 2) not in "折成年":
        return _first_digit(reader, run, ahead)
    elif not reader.tally.terms:
        value_of_all = Decimal("".join(map(str, run)))
        reader.tally.add(value_of_all, value_of_all)
        reader.last = "figure"
    else:
        return False
    reader.digits += taken
    reader.at += ahead + taken
    return True


def _first_digit(reader: _Reader, run: list[int], ahead: int) -> bool:
    """四一 is no number: the first digit stands alone."""
    reader.tally.add(Decimal(run[0]), Decimal(run[0]))
    reader.digits += 1
    reader.at += ahead + 1
    reader.last = "closed"
    return True


def _zero_before_figure(reader: _Reader, ahead: int) -> bool:
    """一千零20, 一百零几: the zero only keeps the place."""
    following = reader.char(ahead + 1)
    if not (following.isdigit() or following in reader.lexicon.spans["vague"] or reader.multiplier(following)):
        return False
    reader.zero = True
    reader.at += ahead + 1
    return True


def _fits(reader: _Reader, run: list[int], following: str) -> bool:
    """Whether a digit may follow what is there: 一百二十 goes on after 百, 一百二百 does not."""
    if not reader.tally.terms or len(run) > 1:
        return True
    last = reader.tally.terms[-1].size
    multiplier = reader.multiplier(following)
    if run[0] >= 10:
        return last > TEN
    if multiplier is None:
        return last > ONE
    return multiplier < last or (multiplier >= LARGE and reader.tally.takes(multiplier))


def _vague(reader: _Reader, ahead: int) -> bool:
    low, high = reader.lexicon.spans["vague"][reader.char(ahead)]
    if low is None or reader.last not in ("", "multiplier"):
        return False
    reader.tally.add(ONE if reader.last == "multiplier" else low, high)
    reader.at += ahead + 1
    reader.last = "vague"
    reader.approx = True
    return True


def _multiplied(reader: _Reader, ahead: int) -> bool:
    multiplier = reader.multiplier(reader.char(ahead))
    if multiplier is None:
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
        _short_tail(reader)
    tally.multiply(multiplier)
    reader.at, reader.last, reader.zero = reader.at + ahead + 1, "multiplier", False
    if multiplier > TEN:
        reader.scale = multiplier if multiplier >= LARGE or reader.scale < LARGE else reader.scale
    return True


def _more(reader: _Reader, ahead: int, odd: bool) -> bool:
    """多 and 余 open the end; 来 only makes the number approximate. Both stand after a multiplier or a figure."""
    if reader.last not in ("multiplier", "figure") or (reader.last == "figure" and reader.gap):
        return False
    following = reader.char(ahead + 1)
    if odd and (
        reader.last == "figure" or not (reader.multiplier(following) or following in reader.lexicon.words["measures"])
    ):
        return False
    if reader.last == "figure" and not _open_figure(reader):
        return False
    last = reader.tally.terms[-1]
    last.high = last.high if odd else None
    reader.approx = True
    reader.at += ahead + 1
    reader.last, reader.bare = "closed", False
    return True


def _open_figure(reader: _Reader) -> bool:
    """30余, 140多, 3000多: a whole figure of at least ten, without 多 as the adjective (3多 is none)."""
    last = reader.tally.terms[-1]
    return last.low == last.low.to_integral_value() and last.low >= TEN


def _decimals(reader: _Reader, ahead: int) -> bool:
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


def _close(reader: _Reader, fraction: Decimal, step: Decimal) -> None:
    """The whole number and its decimals become one term, so that 万 after them multiplies all (一百二十三点五万)."""
    low, high = reader.tally.total()
    reader.tally.terms.clear()
    reader.tally.add(low + fraction, None if high is None else high + fraction, ONE, step)


def _short_tail(reader: _Reader) -> None:
    """九百九 is 990 and 十三万五 135,000: a last digit without its multiplier counts in the next one down."""
    terms = reader.tally.terms
    if len(terms) < 2 or terms[-1].size != ONE or reader.zero or reader.last not in ("digit", "figure"):
        return
    before = terms[-2].size
    if before >= 100:
        weight = before / TEN
        terms[-1] = replace(terms[-1], low=terms[-1].low * weight, high=(terms[-1].high or terms[-1].low) * weight)
        reader.tally.step = weight
