"""Taking in the digits of a number in Chinese numerals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from claims.lexicon import Lexicon
from claims.values.figures import read_figures
from claims.values.numeral import Form
from claims.values.passage import Passage
from claims.values.tally import ONE, TEN, Tally

LARGE = Decimal(10_000)
"""From here on a multiplier multiplies all that stands before it (三千万), below it only its digit (三千)."""
_ORDINARY = "参陆伍"
_SPOKEN_PAIRS = ((3, 5), (3, 2))
"""三五个 and 三两个 are ranges although the digits are no neighbours."""


@dataclass(slots=True)
class Reader:
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
        """The character ``ahead`` of the place reached."""
        return self.passage.char(self.at + ahead)

    def digit(self, char: str) -> int | None:
        """The value of a digit word."""
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
        """The value of a multiplier."""
        return self.lexicon.numbers["multipliers"].get(char)


def take_figure(reader: Reader, ahead: int) -> bool:
    """Takes in figures, at the beginning or behind a multiplier (7万5千)."""
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


def passage_zero(reader: Reader, ahead: int) -> bool:
    """1百01: a nought keeps the place of the tens."""
    return reader.char(ahead) == "0"


def take_digits(reader: Reader, ahead: int) -> bool:
    """A run of digit words: one digit, two neighbours (六七十), or digits read one by one (二〇二四)."""
    if reader.last and reader.last != "multiplier":
        return False
    run: list[int] = []
    while (value := reader.digit_at(ahead + len(run))) is not None:
        if run and (value >= 10 or (reader.char(ahead + len(run)) == "两" and any(run) and run not in ([1], [3]))):
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


def _first_digit(reader: Reader, run: list[int], ahead: int) -> bool:
    """四一 is no number: the first digit stands alone."""
    reader.tally.add(Decimal(run[0]), Decimal(run[0]))
    reader.digits += 1
    reader.at += ahead + 1
    reader.last = "closed"
    return True


def _zero_before_figure(reader: Reader, ahead: int) -> bool:
    """一千零20, 一百零几: the zero only keeps the place."""
    following = reader.char(ahead + 1)
    if not (following.isdigit() or following in reader.lexicon.spans["vague"] or reader.multiplier(following)):
        return False
    reader.zero = True
    reader.at += ahead + 1
    return True


def _fits(reader: Reader, run: list[int], following: str) -> bool:
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
