"""Numbers in the words of languages that space them: three hundred and five · 3 million and a half · dreiundzwanzig."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.lexicon import Lexicon
from claims.values.number_words import HUNDRED, LETTERS, Sort, table_of, word_at, words_of
from claims.values.numeral import Form, Numeral
from claims.values.passage import Passage, is_letter
from claims.values.tally import ONE, TEN, Tally
from claims.values.word_reader import Reader, take_figures, take_word

_DASHES = "-‐‑–—"


def read_words(passage: Passage, start: int, lexicon: Lexicon) -> Numeral | None:
    """The number that begins at ``start`` with a word, or with figures that words go on (3 million)."""
    spelt = _digit_by_digit(passage, start, lexicon)
    if spelt is not None:
        return spelt
    counting = lexicon.groups["counting"]
    at, article = _article(passage, start, counting.get("article", ()))
    reader = Reader(passage, lexicon, at, Tally())
    while _step(reader):
        pass
    if reader.count == 0 or (reader.figure and reader.count == 1 and reader.ordinal is None):
        return None
    if article and not reader.bare and reader.ordinal is None:
        return None
    return _finished(reader, start, article)


def _digit_by_digit(passage: Passage, start: int, lexicon: Lexicon) -> Numeral | None:
    """one three zero zero: three or more digit words in a row are read off one by one."""
    digits, at = "", start
    while len(digits) < 40:
        found = LETTERS.match(passage.folded, at)
        words = words_of(found.group(), lexicon.name) if found is not None else ()
        if found is None or len(words) != 1 or words[0].sort is not Sort.DIGIT:
            break
        digits += str(words[0].value)
        at = found.end() + 1
        if passage.char(found.end()) != " ":
            break
    if len(digits) < 3 or (passage.char(at - 1) == " " and words_of(word_at(passage, at), lexicon.name)):
        return None
    value = Decimal(digits)
    end = at - 1
    return Numeral(start, end, value, value, ONE, Form.WORDS)


def _article(passage: Passage, start: int, articles: tuple[str, ...]) -> tuple[int, bool]:
    for word in articles:
        if passage.folded.startswith(word + " ", start):
            return start + len(word) + 1, True
    return start, False


def _finished(reader: Reader, start: int, article: bool) -> Numeral | None:
    low, high = reader.tally.total()
    end = reader.at
    if reader.ordinal is not None:
        over = _fraction(reader, low)
        if over is not None:
            return Numeral(start, end, over, over, ONE, Form.RATIO)
        share = article and reader.count == 1 and low > 2
        if share and (reader.ordinal.value >= HUNDRED or _ends_share(reader) or _compares(reader, start)):
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


def _ends_share(reader: Reader) -> bool:
    """a third of the cake, or a third at the end of a clause; a third time is a rank."""
    text, at = reader.passage.folded, reader.at
    return text.startswith(" of ", at) or at == len(text) or text[at] in ".,;:!?)\n"


def _compares(reader: Reader, start: int) -> bool:
    """a fifth less, a third as many; down a third on the year, by a fifth from May: how far something differs."""
    counting = reader.lexicon.groups["counting"]
    found = LETTERS.match(reader.passage.folded, reader.at + 1) if reader.passage.char(reader.at) in " -" else None
    behind = found.group() if found is not None else ""
    if behind in counting.get("compared", ()):
        return True
    ahead = reader.passage.folded[:start].rstrip(" ").rsplit(" ", 1)[-1]
    return behind in counting.get("beside", ()) and ahead in counting.get("moved", ())


def _fraction(reader: Reader, total: Decimal) -> Decimal | None:
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


def _step(reader: Reader) -> bool:
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
        return take_figures(reader, at)
    found = LETTERS.match(text, at)
    if found is None or (at > 0 and is_letter(text[at - 1])):
        return False
    written = found.group()
    words = words_of(written, reader.lexicon.name) or words_of(written.rstrip("."), reader.lexicon.name)
    if words:
        stop = at + len(written) - (written.endswith(".") and written not in table_of(reader.lexicon.name))
        saved = reader.at
        reader.at = stop
        if all(take_word(reader, word) for word in words):
            return True
        reader.at = saved
        return False
    return reader.count > 0 and _point(reader, at, written)


def _gap(reader: Reader, at: int) -> int:
    """Where the next word begins, after a space, a hyphen or "and"; -1 when nothing can follow."""
    text = reader.passage.folded
    start = at
    while at - start < 3 and at < len(text) and (text[at] == " " or text[at] in _DASHES):
        at += 1
    if at == start:
        return -1
    dash = any(char in _DASHES for char in text[start:at])
    if dash and reader.last is not Sort.TENS and not _goes_on_behind_dash(reader, at):
        return -1
    for word in reader.lexicon.groups["counting"].get("and", ()):
        if text.startswith(word + " ", at) and _may_join(reader):
            after = at + len(word) + 1
            return -1 if _share_ahead(reader, after) or _another_figure(reader, after) else after
    return at


_TWO_WORDS = re.compile(r"([^\W\d_\u2e80-\U0010ffff]{1,40})[ -]([^\W\d_\u2e80-\U0010ffff]{1,40})")


_FIGURES_AND_WORD = re.compile(r"\d[\d.,]*\b(?: ([^\W\d_\u2e80-\U0010ffff]{1,40}))?")


def _goes_on_behind_dash(reader: Reader, at: int) -> bool:
    """one-eighth, two-thirds; a 2.5-million contract."""
    found = LETTERS.match(reader.passage.folded, at)
    words = words_of(found.group().rstrip("."), reader.lexicon.name) if found is not None else ()
    if len(words) != 1:
        return False
    return words[0].sort is Sort.MULTIPLIER or (reader.last is Sort.DIGIT and words[0].sort is Sort.ORDINAL)


def _share_ahead(reader: Reader, at: int) -> bool:
    """Whether a share stands at ``at``, as in five billion and three quarters."""
    found = _TWO_WORDS.match(reader.passage.folded, at)
    if found is None:
        return False
    words = words_of(found[2], reader.lexicon.name)
    plural = len(words) == 1 and words[0].sort is Sort.ORDINAL and words[0].plural
    return plural or found[2] in reader.lexicon.numbers["denominators"]


def _another_figure(reader: Reader, at: int) -> bool:
    """Whether figures stand at ``at`` that no multiplier follows: 300 in $3 million and 300 employees."""
    found = _FIGURES_AND_WORD.match(reader.passage.folded, at)
    if found is None:
        return False
    words = words_of(found[1], reader.lexicon.name) if found[1] else ()
    return not (words and words[0].sort is Sort.MULTIPLIER)


def _may_join(reader: Reader) -> bool:
    """ "and" goes on after a multiplier (a hundred and five); after a digit only a fraction may follow."""
    return reader.last is Sort.MULTIPLIER and not (reader.bare and reader.count == 1 and reader.value > HUNDRED * TEN)


def _point(reader: Reader, at: int, written: str) -> bool:
    """point, and the digits after it, one by one or as one number."""
    if written not in reader.lexicon.groups["counting"].get("point", ()):
        return False
    zeros = reader.lexicon.groups["counting"].get("zero", ())
    numerals = reader.lexicon.numbers["numerals"]
    digits, place, end, last = "", at + len(written), at, Decimal(0)
    while len(digits) < 40 and reader.passage.char(place) in " -":
        found = LETTERS.match(reader.passage.folded, place + 1)
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
