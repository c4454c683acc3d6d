"""Taking in the words of a number one by one, each where it can stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.lexicon import Lexicon
from claims.values.figures import read_figures
from claims.values.number_words import HUNDRED, LETTERS, Sort, Word, words_of
from claims.values.numeral import Form, Numeral
from claims.values.passage import Passage
from claims.values.tally import ONE, TEN, Tally


@dataclass(slots=True)
class Reader:
    """One left-to-right reading: the place reached, the sum so far, and what was read last."""

    passage: Passage
    lexicon: Lexicon
    at: int
    tally: Tally
    last: Sort | None = None
    value: Decimal = ONE
    figure: bool = False
    count: int = 0
    ordinal: Word | None = None
    bare: bool = False
    scale: Decimal = ONE
    run: str = ""


def take_figures(reader: Reader, at: int) -> bool:
    """Takes in figures among number words (4 thousand 3 hundred)."""
    if reader.count and reader.last is not Sort.MULTIPLIER:
        return False
    number = read_figures(reader.passage, at, reader.lexicon.texts["decimal"])
    if number is None or number.low is None or number.form is Form.RATIO:
        return False
    if reader.tally.terms and number.low >= reader.tally.terms[-1].size:
        return False
    if reader.tally.terms and not _goes_on(reader, number):
        return False
    reader.tally.add(number.low, number.high, HUNDRED if number.low >= HUNDRED else ONE, number.step)
    reader.at, reader.last, reader.count = number.end, Sort.TEEN, reader.count + 1
    reader.figure = True
    return True


def _goes_on(reader: Reader, number: Numeral) -> bool:
    """4 thousand 3 hundred goes on, and so does 3 hundred and 21; 3 million 21 does not."""
    joined = reader.passage.folded[reader.at : number.start].strip() != ""
    after = LETTERS.match(reader.passage.folded, number.end + 1)
    following = words_of(after.group(), reader.lexicon.name) if after else ()
    if following and following[0].sort is Sort.MULTIPLIER:
        return number.low is not None and number.low * following[0].value < reader.tally.terms[-1].size
    return joined and number.low != 0


def take_word(reader: Reader, word: Word) -> bool:
    """Adds one number word if it can stand there."""
    tally, last = reader.tally, reader.last
    if word.sort is Sort.MULTIPLIER:
        return _multiply(reader, word)
    if last in (Sort.DIGIT, Sort.TEEN) and word.sort is not Sort.ORDINAL:
        return False
    size = tally.terms[-1].size if tally.terms else None
    if word.sort is Sort.ORDINAL:
        if size is not None and not word.plural and word.value >= (size if last is Sort.TENS else HUNDRED):
            if not (word.value in (HUNDRED, HUNDRED * TEN) or word.value > HUNDRED * TEN):
                return False
            reader.tally.multiply(word.value)
            reader.ordinal, reader.count = Word(Sort.ORDINAL, Decimal(0)), reader.count + 1
            return True
        if last in (Sort.DIGIT, Sort.TEEN) and (
            reader.figure or not (word.plural or (reader.value == ONE and word.value != 2))
        ):
            return False
        tally.add(word.value, word.value)
        reader.ordinal, reader.count = word, reader.count + 1
        return True
    if last is Sort.TENS and word.sort is not Sort.DIGIT:
        return False
    if last is Sort.TENS and word.value == 0:
        return False
    tally.add(word.value, word.value, TEN if word.sort is Sort.TENS else ONE, TEN if word.sort is Sort.TENS else ONE)
    reader.last, reader.value, reader.count = word.sort, word.value, reader.count + 1
    return True


def _multiply(reader: Reader, word: Word) -> bool:
    tally = reader.tally
    if word.value == 12 and reader.last is Sort.MULTIPLIER:
        tally.multiply(Decimal(10) ** 30)
        term = tally.terms[-1]
        low = term.low / Decimal(10) ** 30 * 12
        tally.terms[-1].low = tally.terms[-1].high = low
        reader.count += 1
        return True
    if reader.last is None:
        reader.bare = True
        reader.value = word.value
    elif word.value < 1000 and reader.last is Sort.MULTIPLIER:
        return False
    if word.value == HUNDRED and tally.terms and tally.terms[-1].size >= HUNDRED:
        return False
    if not tally.takes(word.value):
        return False
    if word.value == HUNDRED and len(tally.terms) > 1:
        _hundreds(tally)
    else:
        tally.multiply(word.value)
    reader.last, reader.count = Sort.MULTIPLIER, reader.count + 1
    if word.value >= HUNDRED:
        reader.scale = word.value
    return True


def _hundreds(tally: Tally) -> None:
    """two thousand three hundred: only what stands after the thousand is multiplied."""
    kept = [term for term in tally.terms if term.size >= HUNDRED]
    inner = Tally([term for term in tally.terms if term.size < HUNDRED], tally.step)
    inner.multiply(HUNDRED)
    tally.terms[:] = kept + inner.terms
    tally.step = inner.step
