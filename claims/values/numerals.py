"""Whatever number begins at a place, in either grammar."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.model import Kind
from claims.values.figures import read_figures
from claims.values.han_numerals import read_han
from claims.values.numeral import Form, Numeral
from claims.values.passage import Passage, is_letter
from claims.values.vocabulary import Vocabulary
from claims.values.word_fractions import one_in, read_share, with_share, word_at
from claims.values.word_numerals import read_words

ONE = Decimal(1)
HALF = Decimal("0.5")


def read_numeral(passage: Passage, start: int, vocabulary: Vocabulary, money: bool = False) -> Numeral | None:
    """The number that begins at ``start``. ``money``: a currency stands before it, so that 5m is five million."""
    char = passage.char(start)
    fixed = vocabulary.fixed.at(passage.folded, start)
    if fixed is not None:
        end, (low, high) = fixed
        form = Form.RATIO if (low if low is not None else high or ONE) < ONE else Form.WORDS
        return Numeral(start, end, low, high, low or ONE, form, approx=low != high)
    ratio = vocabulary.ratios.at(passage.folded, start)
    if ratio is not None and char >= "\u2e80":
        return Numeral(start, ratio[0], ratio[1], ratio[1], ONE, Form.RATIO)
    halved = vocabulary.han.numbers["denominators"].get(char)
    if halved is not None:
        return Numeral(start, start + 1, ONE / halved, ONE / halved, ONE / halved, Form.RATIO)
    if char.isdigit() or char in ".½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒":
        return _from_figure(passage, start, vocabulary, money)
    if char in vocabulary.han_digits or char in vocabulary.han_multipliers or char in vocabulary.han.spans["vague"]:
        return read_han(passage, start, vocabulary.han)
    if is_letter(char) and not is_letter(passage.char(start - 1)):
        return _from_word(passage, start, vocabulary)
    return None


def _from_figure(passage: Passage, start: int, vocabulary: Vocabulary, money: bool) -> Numeral | None:
    figure = read_figures(passage, start, vocabulary.spaced.texts["decimal"])
    if figure is None:
        return None
    spaced = vocabulary.spaced
    suffixed = _suffix(passage, figure, vocabulary, money)
    if suffixed is not None:
        return suffixed
    if figure.form is Form.FIGURE:
        han = read_han(passage, start, vocabulary.han)
        if han is not None and han.end > figure.end:
            return han
        ordinal = _ordinal(passage, figure, vocabulary)
        if ordinal is not None:
            return ordinal
    words = read_words(passage, start, spaced)
    whole = words if words is not None and words.end > figure.end else figure
    return one_in(passage, whole, spaced) or with_share(passage, whole, spaced)


def _suffix(passage: Passage, figure: Numeral, vocabulary: Vocabulary, money: bool) -> Numeral | None:
    """10k, 3M, 1.5bn; beside a currency 5m and 2b too. A space is allowed before a single capital or k."""
    if figure.low is None:
        return None
    at = figure.end + (passage.char(figure.end) == " " and passage.text[figure.end + 1 : figure.end + 2] in ("k", "M"))
    end = at
    while end - at < 4 and end < len(passage.text) and passage.text[end].isalpha() and passage.text[end].isascii():
        end += 1
    written = passage.text[at:end]
    factor = vocabulary.spaced.numbers["suffixes"].get(written) or vocabulary.han.numbers["suffixes"].get(written)
    if factor is None and money:
        factor = vocabulary.spaced.numbers["sums"].get(written)
    if factor is None or passage.char(end).isdigit() or (at > figure.end and passage.char(end) in "-²³^"):
        return None
    low = figure.low * factor
    return replace(figure, end=end, low=low, high=low, step=figure.step * factor, scale=factor)


def _ordinal(passage: Passage, figure: Numeral, vocabulary: Vocabulary) -> Numeral | None:
    """2nd, 31st; in German 3. before a further word."""
    for ending in vocabulary.spaced.words["ordinal_endings"]:
        end = figure.end + len(ending)
        if passage.folded.startswith(ending, figure.end) and figure.low == figure.low and figure.low is not None:
            dotted = ending == "."
            whole = figure.low == figure.low.to_integral_value()
            if (
                whole
                and (not dotted or (passage.char(end) == " " and is_letter(passage.char(end + 1))))
                and (dotted or not is_letter(passage.char(end)))
            ):
                return replace(figure, end=end, form=Form.ORDINAL)
    return None


def _from_word(passage: Passage, start: int, vocabulary: Vocabulary) -> Numeral | None:
    spaced = vocabulary.spaced
    ratio = vocabulary.ratios.at(passage.folded, start)
    share = read_share(passage, start, spaced)
    if share is not None and (ratio is None or share.end > ratio[0] or share.form is Form.WORDS):
        return share
    if ratio is not None:
        return Numeral(start, ratio[0], ratio[1], ratio[1], ONE, Form.RATIO)
    vague = word_at(passage, start, tuple(spaced.spans["vague"]))
    whole = read_words(passage, start, spaced)
    if whole is None and (most := _most(passage, start, vocabulary)) is not None:
        return most
    if vague is not None and (whole is None or whole.end <= vague):
        low, high = spaced.spans["vague"][passage.folded[start:vague]]
        return _multiplied(passage, Numeral(start, vague, low, high, ONE, Form.WORDS, approx=True), vocabulary)
    if whole is None:
        return _article(passage, start, vocabulary)
    return one_in(passage, whole, spaced) or with_share(passage, whole, spaced)


def _article(passage: Passage, start: int, vocabulary: Vocabulary) -> Numeral | None:
    """a month, an hour: the article counts one, where a unit follows."""
    end = word_at(passage, start, vocabulary.spaced.groups["counting"].get("article", ()))
    if end is None or passage.char(end) != " ":
        return None
    found = vocabulary.unit_words.at(passage.folded, end + 1) or vocabulary.unit_symbols.at(passage.text, end + 1)
    if found is None or found[1] is None or found[1].kind is Kind.COUNT or found[0] - end < 3 or not found[1].name:
        return None
    second = found[1].name == "second" and passage.char(found[0]) == " "
    return None if found[1].name == "%" or second else Numeral(start, end, ONE, ONE, ONE, Form.ARTICLE)


def _most(passage: Passage, start: int, vocabulary: Vocabulary) -> Numeral | None:
    """most voters: more than half of them. Before other words it is a superlative."""
    counting = vocabulary.spaced.groups["counting"]
    end = word_at(passage, start, counting.get("most", ()))
    if end is None or passage.char(end) != " " or word_at(passage, end + 1, counting.get("many", ())) is None:
        return None
    if any(passage.folded.endswith(word + " ", 0, start) for word in counting.get("definite", ())):
        return None
    word = passage.folded.find(" ", start)
    return Numeral(start, min(end, word), HALF, None, HALF, Form.RATIO, approx=True)


def _multiplied(passage: Passage, vague: Numeral, vocabulary: Vocabulary) -> Numeral:
    """several hundred, a few million."""
    at = vague.end + 1
    rest = read_words(passage, at, vocabulary.spaced) if passage.char(vague.end) == " " else None
    if rest is None or rest.form is not Form.BARE or vague.low is None or vague.high is None or rest.low is None:
        return vague
    return replace(
        vague, end=rest.end, low=vague.low * rest.low, high=vague.high * rest.low, step=rest.low, scale=rest.scale
    )
