"""How alike two names are: the same, one part of the other, or apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claims.topics.scopes import load_scopes
from claims.topics.sounds import sounds_alike
from claims.topics.words import load_words

SAME = 1.0
HEARD = 0.95
RELATED = 0.75
HOUSE = 0.65
APART = 0.0

_WORDS = re.compile(r"[a-z0-9.+#&-]+|[\u3400-\u9fff]+")
_DIGITS = re.compile(r"\d+(?:\.\d+)*")
_HAN_ONLY = re.compile(r"[\u3400-\u9fff]+")
_PREFIX = 2
_MARKS = "@&"
_MIN_HAN = 2
_MIN_LATIN = 3


_SPACE_AT_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")


def folded(text: str) -> str:
    """``text`` as names and frames are compared: one width, one case, no space beside a Han character."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return _SPACE_AT_HAN.sub("", plain)


@lru_cache(maxsize=100_000)
def likeness(a: str, b: str) -> float:
    """How alike two folded names are.

    One inside the other (``阿里`` and ``阿里云``, ``sqlite`` and ``sqlite library``) makes them related: a group and
    its branch, a project and its product. Two- to four-character names are never compared by edit distance, which
    takes 杭州 for 广州.
    """
    if a == b:
        return SAME
    if (digits := _DIGITS.findall(a)) and (others := _DIGITS.findall(b)) and digits != others:
        return APART  # E5 and E7, DebConf 10 and DebConf 11
    short, long = sorted((a, b), key=len)
    if not short:
        return APART
    if long.startswith(f"{short} ") and long[len(short) + 1 :] in load_words().variants:
        return APART
    if a.isascii() != b.isascii():
        latin, han = sorted((a, b), key=lambda name: not name.isascii())
        if not {a[0], b[0]} & set(_MARKS) and sounds_alike(han, latin):
            return HEARD
    if _one_house(a, b):
        return HOUSE
    if short.isascii():
        words = set(_WORDS.findall(long))
        mine = set(_WORDS.findall(short))
        return RELATED if mine and mine <= words and len(short) >= _MIN_LATIN else APART
    return RELATED if len(short) >= _MIN_HAN and short in long else APART


def _one_house(a: str, b: str) -> bool:
    """Whether two Chinese names open alike, as those of one house do (阿里云, 阿里巴巴), and not with a place."""
    prefix = a[:_PREFIX]
    alike = prefix == b[:_PREFIX] and len(min(a, b, key=len)) > _PREFIX
    return alike and _HAN_ONLY.fullmatch(prefix) is not None and not load_scopes().chinese(prefix, 0, _PREFIX)


def name_keys(name: str) -> set[str]:
    """Pieces of a folded name that every name related to it shares at least one of; the blocking keys of a name."""
    keys: set[str] = set()
    for run in _WORDS.findall(name):
        if run.isascii():
            keys.add(run)
        else:
            keys.update(run[n : n + 2] for n in range(len(run) - 1)) if len(run) > 1 else keys.add(run)
    return keys
