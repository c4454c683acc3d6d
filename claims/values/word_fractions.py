"""Shares in words: half a million, three quarters, one and a half, two thirds of a million, one in three."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claims.lexicon import Lexicon
from claims.values.number_words import words_of
from claims.values.numeral import Form, Numeral
from claims.values.passage import Passage, is_letter
from claims.values.word_numerals import read_words

ONE = Decimal(1)


def word_at(passage: Passage, at: int, words: tuple[str, ...]) -> int | None:
    """Where the longest of ``words`` that stands at ``at`` ends, whole words only."""
    for word in sorted(words, key=len, reverse=True):
        end = at + len(word)
        if passage.folded.startswith(word, at) and not (is_letter(passage.char(end)) and is_letter(word[-1])):
            return end
    return None


def word_before(passage: Passage, at: int, words: tuple[str, ...]) -> bool:
    """Whether one of ``words`` stands before ``at``, with a space between, whole words only."""
    end = at - 1
    if passage.char(end) != " ":
        return False
    return any(
        passage.folded.endswith(word, 0, end) and not is_letter(passage.char(end - len(word) - 1)) for word in words
    )


def read_share(passage: Passage, start: int, lexicon: Lexicon) -> Numeral | None:
    """A share that begins at ``start``: half, three quarters, with what it is a share of (half a million)."""
    denominators = tuple(lexicon.numbers["denominators"])
    at, over = start, ONE
    article = word_at(
        passage, start, tuple(word + gap for word in lexicon.groups["counting"].get("article", ()) for gap in " -")
    )
    count = read_words(passage, start, lexicon)
    if article is not None:
        at = article
    elif count is not None and count.form not in (Form.RATIO, Form.ORDINAL) and count.point is not None:
        at, over = count.end + (passage.char(count.end) in " -"), count.point
        if at == count.end:
            return None
    end = word_at(passage, at, denominators)
    if end is None:
        return _share_of(passage, count, lexicon) if count is not None and count.form is Form.RATIO else None
    value = over / lexicon.numbers["denominators"][passage.folded[at:end]]
    return _share_of(passage, Numeral(start, end, value, value, ONE, Form.RATIO), lexicon)


def _share_of(passage: Passage, share: Numeral, lexicon: Lexicon) -> Numeral:
    """half a million, two thirds of a million: the share times the multiplier."""
    at = share.end + (passage.char(share.end) in " -")
    link = word_at(passage, at, tuple(word + " " for word in lexicon.groups["counting"].get("of", ())))
    place = link if link is not None else at
    end = place
    while passage.char(end).isalpha():
        end += 1
    words = words_of(passage.folded[place:end], lexicon.name)
    if len(words) != 1 or words[0].sort != "multiplier" or share.low is None:
        return share
    value = share.low * words[0].value
    return replace(share, end=end, low=value, high=value, form=Form.WORDS, scale=words[0].value)


def with_share(passage: Passage, whole: Numeral, lexicon: Lexicon) -> Numeral:
    """``whole`` with the share that goes on it: one and a half, 3 million and a quarter (of a million)."""
    if whole.low is None or whole.high is None or whole.form in (Form.RATIO, Form.ORDINAL):
        return whole
    for link in lexicon.groups["counting"].get("and", ()):
        at = whole.end + len(link) + 2
        if passage.folded.startswith((f" {link} ", f"-{link}-"), whole.end):
            share = read_share(passage, at, lexicon)
            if share is None or share.low is None:
                continue
            if share.form is Form.RATIO and share.low >= ONE:
                continue
            if share.form is Form.WORDS and whole.scale == ONE and whole.low < share.scale:
                total = whole.low * share.scale + share.low
                return replace(whole, end=share.end, low=total, high=total, form=Form.WORDS, scale=share.scale)
            part = share.low if share.form is Form.WORDS else share.low * whole.scale
            return replace(whole, end=share.end, low=whole.low + part, high=whole.high + part, form=Form.WORDS)
    return whole


def one_in(passage: Passage, over: Numeral, lexicon: Lexicon) -> Numeral | None:
    """one in three, 2 out of 5, one over twenty: ``over`` and the number it is set against."""
    if over.point is None or over.form in (Form.RATIO, Form.ORDINAL):
        return None
    for link in sorted(lexicon.groups["counting"].get("over", ()), key=len, reverse=True):
        if not passage.folded.startswith(f" {link} ", over.end):
            continue
        at = over.end + len(link) + 2
        under = read_words(passage, at, lexicon) or _figure(passage, at, lexicon)
        if under is None or under.point is None or under.form is Form.RATIO or under.point <= over.point:
            return None
        value = over.point / under.point
        return Numeral(over.start, under.end, value, value, ONE, Form.RATIO)
    return None


def _figure(passage: Passage, at: int, lexicon: Lexicon) -> Numeral | None:
    from claims.values.figures import read_figures

    if not passage.char(at).isdigit():
        return None
    return read_figures(passage, at, lexicon.texts["decimal"])
