"""Numbers in the words of languages that space them: three hundred and five · 3 million and a half · dreiundzwanzig."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum, auto
from functools import cache

from claims import lexicon as lexicons
from claims.lexicon import Lexicon
from claims.values.figures import read_figures
from claims.values.numeral import Form, Numeral
from claims.values.passage import Passage, is_letter
from claims.values.tally import ONE, TEN, Tally

HUNDRED = Decimal(100)
_LETTERS = re.compile(r"[^\W\d_\u2e80-\U0010ffff]{1,90}\.?")
_DASHES = "-‐‑–—"


class Sort(StrEnum):
    """What a word does inside a number."""

    DIGIT = auto()
    TEEN = auto()
    TENS = auto()
    MULTIPLIER = auto()
    ORDINAL = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """One number word with its value."""

    sort: Sort
    value: Decimal
    plural: bool = False


@cache
def _table(name: str) -> dict[str, Word]:
    lexicon = lexicons.load(name)
    table = {word: Word(Sort.MULTIPLIER, value) for word, value in lexicon.numbers["multipliers"].items()}
    for word, value in lexicon.numbers["numerals"].items():
        sort = Sort.DIGIT if value < 10 else Sort.TENS if value >= 20 and value % 10 == 0 else Sort.TEEN
        table[word] = Word(sort, value)
    for word, value in lexicon.numbers["ordinals"].items():
        table[word] = Word(Sort.ORDINAL, value)
        if value != 2:  # seconds are units of time
            table.setdefault(word + "s", Word(Sort.ORDINAL, value, plural=True))
    return table


@cache
def _longest(name: str) -> int:
    return max(map(len, _table(name)), default=0)


@cache
def words_of(written: str, name: str) -> tuple[Word, ...]:
    """The number words a written word is made of: ``twentyfifth``, ``dreiundzwanzig``; empty when it is no number."""
    table = _table(name)
    if written in table:
        return (table[written],)
    if len(written) > 80:
        return ()
    glue = lexicons.load(name).groups["counting"].get("unit_first", ())
    return tuple(_split(written, table, glue, _longest(name))) if len(written) > 5 else ()


def _split(written: str, table: dict[str, Word], glue: tuple[str, ...], longest: int) -> Iterator[Word]:
    """Greedy, longest word first; a unit before its ten (dreiundzwanzig) is put behind it."""
    found: list[Word] = []
    at = 0
    while at < len(written):
        joint = next((word for word in glue if found and written.startswith(word, at)), "")
        piece = next(
            (written[at:end] for end in range(min(len(written), at + longest), at, -1) if written[at:end] in table), ""
        )
        if piece:
            found.append(table[piece])
            at += len(piece)
        elif joint:
            at += len(joint)
        else:
            return
    for place in range(len(found) - 1):
        if found[place].sort is Sort.DIGIT and found[place + 1].sort is Sort.TENS:
            found[place], found[place + 1] = found[place + 1], found[place]
    if len(found) > 1 and (len(glue) > 0 or found[-1].sort is Sort.ORDINAL):
        yield from found


@dataclass(slots=True)
class _Reader:
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


def read_words(passage: Passage, start: int, lexicon: Lexicon) -> Numeral | None:
    """The number that begins at ``start`` with a word, or with figures that words go on (3 million); None if none does."""
    spelt = _digit_by_digit(passage, start, lexicon)
    if spelt is not None:
        return spelt
    counting = lexicon.groups["counting"]
    at, article = _article(passage, start, counting.get("article", ()))
    reader = _Reader(passage, lexicon, at, Tally())
    while _step(reader):
        pass
    if reader.count == 0 or (reader.figure and reader.count == 1 and reader.ordinal is None):
        return None
    if article and (reader.last is not Sort.MULTIPLIER or not reader.bare) and reader.ordinal is None:
        return None
    return _finished(reader, start, article)


def _digit_by_digit(passage: Passage, start: int, lexicon: Lexicon) -> Numeral | None:
    """one three zero zero: three or more digit words in a row are read off one by one."""
    digits, at = "", start
    while len(digits) < 40:
        found = _LETTERS.match(passage.folded, at)
        words = words_of(found.group(), lexicon.name) if found is not None else ()
        if found is None or len(words) != 1 or words[0].sort is not Sort.DIGIT:
            break
        digits += str(words[0].value)
        at = found.end() + 1
        if passage.char(found.end()) != " ":
            break
    if len(digits) < 3 or (passage.char(at - 1) == " " and words_of(_word_at(passage, at), lexicon.name)):
        return None
    value = Decimal(digits)
    end = at - 1
    return Numeral(start, end, value, value, ONE, Form.WORDS)


def _word_at(passage: Passage, at: int) -> str:
    found = _LETTERS.match(passage.folded, at)
    return found.group() if found is not None else ""


def _article(passage: Passage, start: int, articles: tuple[str, ...]) -> tuple[int, bool]:
    for word in articles:
        if passage.folded.startswith(word + " ", start):
            return start + len(word) + 1, True
    return start, False


def _finished(reader: _Reader, start: int, article: bool) -> Numeral | None:
    low, high = reader.tally.total()
    end = reader.at
    if reader.ordinal is not None:
        over = _fraction(reader, low)
        if over is not None:
            return Numeral(start, end, over, over, ONE, Form.RATIO)
        if article and (reader.ordinal.value >= HUNDRED or _ends_share(reader)) and reader.count == 1 and low > 2:
            return Numeral(start, end, ONE / low, ONE / low, ONE, Form.RATIO)
        if article and reader.ordinal.plural and reader.count == 2 and reader.ordinal.value:
            return Numeral(
                start,
                end,
                (low - reader.ordinal.value) / reader.ordinal.value,
                (low - reader.ordinal.value) / reader.ordinal.value,
                ONE,
                Form.RATIO,
            )
        if reader.ordinal.plural or article:
            return None
        return Numeral(start, end, low, high, ONE, Form.ORDINAL)
    simple = reader.count == 1 and not reader.figure and not article
    form = (
        Form.DIGIT if simple and reader.last is Sort.DIGIT else Form.BARE if reader.bare and not article else Form.WORDS
    )
    return Numeral(start, end, low, high, reader.tally.step, form, False, reader.scale)


def _ends_share(reader: _Reader) -> bool:
    """a third of the cake, or a third at the end of a clause; a third time is a rank."""
    text, at = reader.passage.folded, reader.at
    return text.startswith(" of ", at) or at == len(text) or text[at] in ".,;:!?)\n"


def _fraction(reader: _Reader, total: Decimal) -> Decimal | None:
    """two thirds, twenty-three fifths, three twenty-firsts; ``total`` holds over and under added up."""
    ordinal = reader.ordinal
    if ordinal is None or reader.count < 2 or not (ordinal.plural or (reader.value == ONE and reader.count == 2)):
        return None
    under = ordinal.value
    over = total - under
    tens = reader.tally.terms[-2] if len(reader.tally.terms) > 2 else None
    if tens is not None and tens.size == TEN and under < TEN:
        over, under = over - tens.low, under + tens.low
    return over / under if under and over > 0 and (over == ONE or ordinal.plural) else None


def _step(reader: _Reader) -> bool:
    """Reads one further word; False when the number is over."""
    if reader.ordinal is not None:
        return False
    text = reader.passage.folded
    at = reader.at
    if reader.count:
        at = _gap(reader, at)
        if at < 0:
            return False
    if text[at : at + 1].isdigit():
        return _figures(reader, at)
    found = _LETTERS.match(text, at)
    if found is None or (at > 0 and is_letter(text[at - 1])):
        return False
    written = found.group()
    words = words_of(written, reader.lexicon.name) or words_of(written.rstrip("."), reader.lexicon.name)
    if words:
        stop = at + len(written) - (written.endswith(".") and written not in _table(reader.lexicon.name))
        saved = reader.at
        reader.at = stop
        if all(_take(reader, word) for word in words):
            return True
        reader.at = saved
        return False
    return reader.count > 0 and _point(reader, at, written)


def _gap(reader: _Reader, at: int) -> int:
    """Where the next word begins, after a space, a hyphen or "and"; -1 when nothing can follow."""
    text = reader.passage.folded
    start = at
    while at - start < 3 and at < len(text) and (text[at] == " " or text[at] in _DASHES):
        at += 1
    if at == start:
        return -1
    dash = any(char in _DASHES for char in text[start:at])
    if dash and reader.last is not Sort.TENS and not (reader.last is Sort.DIGIT and _ordinal_at(reader, at)):
        return -1
    for word in reader.lexicon.groups["counting"].get("and", ()):
        if text.startswith(word + " ", at) and _may_join(reader):
            after = at + len(word) + 1
            return -1 if _share_ahead(reader, after) else after
    return at


_TWO_WORDS = re.compile(r"([^\W\d_\u2e80-\U0010ffff]{1,40})[ -]([^\W\d_\u2e80-\U0010ffff]{1,40})")


def _ordinal_at(reader: _Reader, at: int) -> bool:
    """Whether an ordinal stands at ``at``: one-eighth, two-thirds."""
    found = _LETTERS.match(reader.passage.folded, at)
    words = words_of(found.group().rstrip("."), reader.lexicon.name) if found is not None else ()
    return len(words) == 1 and words[0].sort is Sort.ORDINAL


def _share_ahead(reader: _Reader, at: int) -> bool:
    """Whether a share stands at ``at``, as in five billion and three quarters."""
    found = _TWO_WORDS.match(reader.passage.folded, at)
    if found is None:
        return False
    words = words_of(found[2], reader.lexicon.name)
    plural = len(words) == 1 and words[0].sort is Sort.ORDINAL and words[0].plural
    return plural or found[2] in reader.lexicon.numbers["denominators"]


def _may_join(reader: _Reader) -> bool:
    """ "and" goes on after a multiplier (a hundred and five); after a digit only a fraction may follow."""
    return reader.last is Sort.MULTIPLIER and not (reader.bare and reader.count == 1 and reader.value > HUNDRED * TEN)


def _figures(reader: _Reader, at: int) -> bool:
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


def _goes_on(reader: _Reader, number: Numeral) -> bool:
    """4 thousand 3 hundred goes on, and so does 3 hundred and 21; 3 million 21 does not."""
    joined = reader.passage.folded[reader.at : number.start].strip() != ""
    after = _LETTERS.match(reader.passage.folded, number.end + 1)
    following = words_of(after.group(), reader.lexicon.name) if after else ()
    if following and following[0].sort is Sort.MULTIPLIER:
        return number.low is not None and number.low * following[0].value < reader.tally.terms[-1].size
    return joined and number.low != 0


def _take(reader: _Reader, word: Word) -> bool:
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


def _multiply(reader: _Reader, word: Word) -> bool:
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


def _point(reader: _Reader, at: int, written: str) -> bool:
    """point, and the digits after it, one by one or as one number."""
    if written not in reader.lexicon.groups["counting"].get("point", ()):
        return False
    zeros = reader.lexicon.groups["counting"].get("zero", ())
    numerals = reader.lexicon.numbers["numerals"]
    digits, place, end, last = "", at + len(written), at, Decimal(0)
    while len(digits) < 40 and reader.passage.char(place) in " -":
        found = _LETTERS.match(reader.passage.folded, place + 1)
        word = found.group() if found is not None else ""
        value = Decimal(0) if word in zeros else numerals.get(word)
        tens = last >= TEN and value is not None and value < TEN
        if found is None or value is None or (len(digits) > 1 and value >= TEN):
            break
        digits = digits[:-1] + str(value) if tens else digits + str(value)
        place, end, last = found.end(), found.end(), value
    if not digits:
        return False
    low, high = reader.tally.total()
    fraction = Decimal(f"0.{digits}")
    reader.tally.terms.clear()
    reader.tally.add(low + fraction, (high or low) + fraction, ONE, ONE.scaleb(-len(digits)))
    reader.at, reader.last, reader.count = end, Sort.TEEN, reader.count + 1
    return True
