"""Chinese names and Latin ones that sound alike: 白沙 and Baisha, 奥兰德 and Orland."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from claims.topics.pinyin import syllables

_HAN_RUN = re.compile(r"[\u3400-\u9fff·]+")
_LATIN_WORD = re.compile(r"[a-zà-ɏ]{3,}")
_SHORTEST = 2
_LONGEST = 6
_HEARD = 5
"""Letters of a Latin word that hardly stands in the readings of a sentence by chance."""

_SKELETON = 3
"""Consonants that a foreign name must have before its rendering in Chinese is known by them."""

_PINYIN = re.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?[aeo]?[aeiou](?:ng?|r)?))+")
"""What may be a Chinese name in pinyin, and must be spelt alike."""

_ALIKE = 78

_SAME_LETTERS = str.maketrans(
    {"q": "k", "c": "k", "g": "k", "j": "k", "x": "s", "z": "s", "b": "p", "v": "p", "f": "p", "d": "t", "l": "r"}
)
_DIGRAPHS = (("zh", "s"), ("sh", "s"), ("ch", "s"), ("ph", "p"), ("th", "t"), ("ck", "k"), ("tz", "s"), ("ng", "n"))
_SILENT = re.compile(r"[aeiouyhw\W\d_]+")


@lru_cache(maxsize=50_000)
def sounds_alike(han: str, latin: str) -> bool:
    """Whether a word of ``latin`` (folded) is read like a piece of ``han`` that opens it or ends it.

    Either it is that piece in pinyin, or a foreign name and its rendering, known by their consonants.
    """
    words = _LATIN_WORD.findall(latin)
    return any(_spelt(run, word) or _rendered(run, word) for run in _HAN_RUN.findall(han) for word in words)


@lru_cache(maxsize=50_000)
def heard_in(told: str, word: str) -> bool:
    """Whether some characters of the Chinese text ``told`` are read as the Latin ``word`` (folded) is spelt."""
    if len(word) < _HEARD or not word.isascii():
        return False
    for run in _HAN_RUN.findall(told):
        read = syllables(run)
        starts = [sum(map(len, read[:n])) for n in range(len(read) + 1)]
        spelt = "".join(read)
        at = spelt.find(word)
        while at >= 0:
            if at in starts and at + len(word) in starts:
                return True
            at = spelt.find(word, at + 1)
    return False


@lru_cache(maxsize=20_000)
def readings(han: str) -> frozenset[str]:
    """The openings of ``han`` in pinyin, of two to four characters: what a Latin word of the same name may be."""
    read = [syllables(run) for run in _HAN_RUN.findall(han)]
    return frozenset("".join(run[:size]) for run in read for size in range(_SHORTEST, 5) if len(run) >= size)


def _spelt(han: str, word: str) -> bool:
    read = syllables(han)
    pieces = ("".join(read[:n]) for n in range(_SHORTEST, min(len(read), _LONGEST) + 1))
    endings = ("".join(read[-n:]) for n in range(_SHORTEST, min(len(read), _LONGEST) + 1))
    return word in {*pieces, *endings}


def _rendered(han: str, word: str) -> bool:
    """Whether ``word`` has the consonants of an opening of ``han``, or those of the whole but for one letter."""
    named = _skeleton(word)
    if len(named) < _SKELETON or len(han) < _SKELETON:
        return False
    read = syllables(han)
    if _PINYIN.fullmatch(word) and fuzz.ratio(word, "".join(read)) < _ALIKE:
        return False
    if any(_skeleton("".join(read[:size])) == named for size in range(_SKELETON, len(read) + 1)):
        return True
    return len(named) > _SKELETON and Levenshtein.distance(_skeleton("".join(read)), named) <= 1


def _skeleton(word: str) -> str:
    for two, one in _DIGRAPHS:
        word = word.replace(two, one)
    bare = _SILENT.sub("", word.translate(_SAME_LETTERS))
    return re.sub(r"(.)\1+", r"\1", bare)
