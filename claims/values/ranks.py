"""Places in an order: 第三, 前四大, 排名第六, No. 3, top ten, third, among the five largest, 榜首."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.model import Kind
from claims.values.amount import Amount
from claims.values.numeral import Form
from claims.values.passage import Passage
from claims.values.units import Unit
from claims.values.vocabulary import Vocabulary
from claims.values.word_fractions import word_at

ONE = Decimal(1)
LARGEST_TOP = Decimal(1000)
_PLACE = Unit(None, Kind.RANK)
_NOT_TOP = "以之目当提年月天日此空跟面眼史生从期周往向午会战赛"
"""Characters after which 前 is part of another word (以前, 目前, 年前)."""


def ranked(passage: Passage, amount: Amount, floor: int, vocabulary: Vocabulary) -> Amount:
    """``amount`` as a place when a word before it makes it one, else as it is."""
    at = amount.core[0]
    if amount.low is None or amount.kind not in (Kind.COUNT, Kind.RANK, Kind.DURATION, Kind.MEASURE):
        return amount
    before = _word_before(passage, at, floor, vocabulary.words("rank", "before"))
    if amount.form is Form.ORDINAL:
        start = min(before, amount.start) if before is not None else amount.start
        return _with_tail(passage, replace(amount, start=start, unit=_PLACE), vocabulary)
    if before is not None and amount.low == amount.low.to_integral_value():
        unit = replace(_PLACE, name=amount.unit.name if amount.unit is not None else None)
        return _with_tail(passage, replace(amount, start=min(before, amount.start), unit=unit), vocabulary)
    top = _word_before(passage, at, floor, vocabulary.words("rank", "top"))
    if top is None:
        top = _among(passage, amount, floor, vocabulary)
    if top is None or amount.high is None or not ONE <= amount.high <= LARGEST_TOP or amount.kind is not Kind.COUNT:
        return amount
    if passage.char(top) == "前" and passage.char(top - 1) in _NOT_TOP:
        return amount
    return replace(amount, start=min(top, amount.start), low=ONE, unit=_PLACE)


def _among(passage: Passage, amount: Amount, floor: int, vocabulary: Vocabulary) -> int | None:
    """Where the words begin that make the number the size of a top group: among the five largest."""
    largest = (" " + word for word in vocabulary.words("rank", "after") if word[0].isalpha())
    if not any(passage.folded.startswith(word, amount.end) for word in largest):
        return None
    return _word_before(passage, amount.core[0], floor, vocabulary.words("rank", "among"))


def _word_before(passage: Passage, at: int, floor: int, words: tuple[str, ...]) -> int | None:
    """Where the longest of ``words`` begins that ends at ``at``, one space apart at most."""
    for word in sorted(words, key=len, reverse=True):
        for gap in ("", " "):
            start = at - len(gap) - len(word)
            if start < floor or not passage.folded.startswith(word + gap, start):
                continue
            if word[0].isascii() and word[0].isalpha() and passage.char(start - 1).isalnum():
                continue
            if word[-1].isascii() and word[-1].isalpha() and not gap:
                continue
            return start
    return None


def _with_tail(passage: Passage, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """第九届 and third-largest: the word that says what the place is among."""
    if amount.end != amount.core[1]:
        return amount
    han = word_at(passage, amount.end, vocabulary.han.groups["rank"].get("ordinals", ()))
    if han is not None and passage.char(amount.end - 1) >= "0":
        return replace(amount, end=han) if passage.char(amount.start) == "第" else amount
    tail = next(
        (word for word in vocabulary.words("rank", "after") if passage.folded.startswith(word, amount.end)), None
    )
    if tail is not None and (tail[0] == "-" or tail[0] >= "\u2e80"):
        return replace(amount, end=amount.end + len(tail))
    return amount


def place_word(passage: Passage, at: int, vocabulary: Vocabulary) -> Amount | None:
    """A word that is a place by itself (榜首, runner-up), and not what is counted (3枚银牌) or only called so."""
    found = vocabulary.places.at(passage.folded, at)
    if found is None:
        return None
    counted = passage.folded.startswith(vocabulary.words("rank", "not_before"), found[0])
    if counted or passage.folded[:at].endswith(vocabulary.words("rank", "not_behind")):
        return None
    place = Decimal(found[1])
    return Amount(at, found[0], (at, found[0]), place, place, ONE, _PLACE, Form.WORDS)
