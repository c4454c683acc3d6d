"""Wordings side by side: how alike two are, and the words in which they differ."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

_BREAKS = re.compile(r"[，。！？!?…；;：:、,.()（）“”\"「」]+|\s(?:and|but|because|which|who)\s", re.IGNORECASE)
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_NO_LETTER = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_PIECE = re.compile(r"[a-z0-9'’-]+|[\u3400-\u9fff]|\d+")
_VARIANTS = str.maketrans("著妳裏祇", "着你里只")
"""Characters that converting the script leaves alone, for they have a use of their own in the other one."""
STRETCH = 8
"""Folded characters by which a clause is known again."""
_SHORTEST = 4
LONG_HAN, LONG_LATIN = 8, 24
"""Folded characters from which words are somebody's own way of putting it."""
_SHOWN = 3
_MUCH_LONGER = 1.4


def folded_words(text: str) -> str:
    """``text`` as wordings are compared: letters and digits in one width and case, without what is in brackets."""
    return _NO_LETTER.sub("", _BRACKETS.sub("", _plain(text)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(_VARIANTS)


def stretches(text: str) -> tuple[str, ...]:
    """The beginnings and ends of the clauses of ``text``, by one of which a wording that was changed is found again."""
    clauses = [folded_words(part) for part in _BREAKS.split(text)]
    found = {c[:STRETCH] for c in clauses if len(c) >= _SHORTEST} | {c[-STRETCH:] for c in clauses if len(c) > STRETCH}
    return tuple(sorted(found))


def is_wording(text: str) -> bool:
    """Whether ``text`` is long enough to be somebody's own way of putting it."""
    return len(folded_words(text)) >= (LONG_LATIN if text.isascii() else LONG_HAN)


def alike(a: str, b: str) -> float:
    """How alike two wordings are, 0 to 1; punctuation, width and case do not count."""
    return fuzz.ratio(folded_words(a), folded_words(b)) / 100


def other_figures(a: str, b: str) -> bool:
    """Whether two wordings hold numbers that differ."""
    return set(_FIGURE.findall(_plain(a))) != set(_FIGURE.findall(_plain(b)))


def part_alike(a: str, b: str) -> float:
    """How alike the shorter of two wordings is to the stretch of the longer that is most like it, 0 to 1."""
    return fuzz.partial_ratio(folded_words(a), folded_words(b)) / 100


def common_part(a: str, b: str) -> tuple[str, str]:
    """Two wordings, a much longer one cut to the words that the shorter has, too, or has otherwise."""
    if len(a) < len(b):
        other, one = common_part(b, a)
        return one, other
    if len(folded_words(a)) < _MUCH_LONGER * len(folded_words(b)):
        return a, b
    found = fuzz.partial_ratio_alignment(a, b)
    if found is None:
        return a, b
    start, end = found.src_start, found.src_end
    while start and a[start - 1].isascii() and a[start - 1].isalnum():
        start -= 1
    while end < len(a) and a[end].isascii() and a[end].isalnum():
        end += 1
    return a[start:end], b


def differing(a: str, b: str) -> tuple[str, str]:
    """The words that stand in ``a`` alone and in ``b`` alone, the first few, for a sentence to an editor."""
    mine, theirs = (_pieces(text) for text in (a, b))
    only_a, only_b = [], []
    for block in Indel.opcodes(mine, theirs):
        if block.tag in ("delete", "replace"):
            only_a.append(_together(mine[block.src_start : block.src_end]))
        if block.tag in ("insert", "replace"):
            only_b.append(_together(theirs[block.dest_start : block.dest_end]))
    return " … ".join(only_a[:_SHOWN]), " … ".join(only_b[:_SHOWN])


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(_plain(text))


def _together(pieces: list[str]) -> str:
    """Pieces as they are written: Latin words apart, Han characters together."""
    joined = pieces[0] if pieces else ""
    for one, other in pairwise(pieces):
        joined += f" {other}" if one.isascii() and other.isascii() else other
    return joined
