"""How Chinese characters are read, made from the data of pypinyin.

``python -m tests.tables.readings`` writes the table that ``claims/topics/sounds.py`` reads: the usual reading of every
character of the basic plane, and the words in which one is read otherwise. Loading pypinyin takes as long as reading an
article of two pages; the table takes a twentieth of it.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pypinyin import Style
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.style import convert

TABLE = Path(__file__).parent.parent.parent / "claims" / "topics" / "readings.txt"
FIRST, LAST = 0x3400, 0x9FFF

HEAD = """\
# How Chinese characters are read, without tones: a reading and the characters that have it, then the words in which one
# of them is read otherwise. Made by `python -m tests.tables.readings` from the data of pypinyin, under this license:
#
# The MIT License (MIT)
#
# Copyright (c) 2016 mozillazg, 闲耘 <hotoo.cn@gmail.com>
#
# Permission is hereby granted, free of charge, to any person obtaining a copy of
# this software and associated documentation files (the "Software"), to deal in
# the Software without restriction, including without limitation the rights to
# use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of
# the Software, and to permit persons to whom the Software is furnished to do so,
# subject to the following conditions:
#
# The above copyright notice and this permission notice shall be included in all
# copies or substantial portions of the Software.
#
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
# IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS
# FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
# COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER
# IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
# CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


@lru_cache
def plain(reading: str) -> str:
    """A reading without its tone."""
    return str(convert(reading, Style.NORMAL, strict=True))


def characters() -> dict[str, str]:
    """The usual reading of each character."""
    return {
        chr(code): plain(found.split(",")[0]) for code, found in sorted(PINYIN_DICT.items()) if FIRST <= code <= LAST
    }


def words(usual: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The words in which a character is read otherwise, and those in which such a word is read as usual."""
    read = {word: tuple(plain(found[0]) for found in syllables) for word, syllables in PHRASES_DICT.items()}
    other = {word for word, found in read.items() if found != tuple(usual.get(c, c) for c in word)}
    return {word: found for word, found in sorted(read.items()) if word in other or other & set(_within(word))}


def _within(word: str) -> Iterator[str]:
    return (word[a:b] for a, b in itertools.combinations(range(len(word) + 1), 2))


def lines() -> Iterator[str]:
    """The table."""
    usual = characters()
    by_reading: defaultdict[str, list[str]] = defaultdict(list)
    for character, reading in usual.items():
        by_reading[reading].append(character)
    yield HEAD
    yield from (f"{reading} {''.join(found)}\n" for reading, found in sorted(by_reading.items()))
    yield "\n"
    yield from (f"{word} {' '.join(found)}\n" for word, found in words(usual).items())


if __name__ == "__main__":
    TABLE.write_text("".join(lines()), encoding="utf-8", newline="\n")
