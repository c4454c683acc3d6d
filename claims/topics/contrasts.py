"""Contrasts: words by which two sentences that look alike speak of two things (men and women, daily and monthly)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.topics.words import load_words

PART = "part"
"""Stands for words that say a figure is of a part only (``of whom``, ``其中``)."""


@dataclass(frozen=True, slots=True)
class _Table:
    english: dict[str, tuple[str, ...]]
    chinese: dict[str, tuple[str, ...]]
    english_pattern: re.Pattern[str]
    chinese_pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    rows = tomllib.loads(files("claims.topics").joinpath("contrasts.toml").read_text(encoding="utf-8"))["rows"]
    english: dict[str, tuple[str, ...]] = {}
    chinese: dict[str, tuple[str, ...]] = {}
    for row, cells in enumerate(rows):
        for cell, words in enumerate(cells):
            for word in words:
                side = english if word.isascii() else chinese
                side[word] = (*side.get(word, ()), f"{row}:{cell}")
    return _Table(
        english,
        chinese,
        re.compile(rf"(?<![a-z'’-])(?:{_either(english)})(?![a-z'’-])"),
        re.compile(_either(chinese)),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


def contrasts_in(text: str) -> tuple[str, ...]:
    """The cells (``row:cell``) of which ``text`` holds a word, sorted."""
    table = _table()
    found = {cell for word in table.english_pattern.findall(text.lower()) for cell in table.english[word]}
    found |= {cell for word in table.chinese_pattern.findall(text) for cell in table.chinese[word]}
    if any(part in text.lower() for part in load_words().parts):
        found.add(PART)
    return tuple(sorted(found))


def contrasted(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether some row has a cell in ``a`` and another in ``b``, and none in both; or one is of a part only."""
    if (PART in a) != (PART in b):
        return True
    rows_a, rows_b = ({cell.split(":")[0] for cell in cells} for cells in (a, b))
    shared = {cell.split(":")[0] for cell in set(a) & set(b)}
    return bool((rows_a & rows_b) - shared)
