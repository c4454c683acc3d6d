"""Traditional and simplified Chinese: the one module that stands before OpenCC (Apache-2.0, https://opencc.byvoid.com).

OpenCC's ``t2s`` maps word by word from its dictionaries, none of which changes the number of characters; that is
checked for every conversion, because offsets depend on it. Its regional sets (``tw2sp`` and the like) do change
lengths and are not used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

Script = Literal["hant", "hans"]

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

SAMPLE = 20_000
"""How many characters decide which script a text is written in."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


@cache
def _converter(configuration: str) -> Callable[[str], str]:
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC(configuration).convert
    return convert


def to_simplified(text: str) -> str:
    """``text`` in simplified characters; as many characters as before, each in its place."""
    return _converted(text, "t2s")


def script_of(text: str) -> Script | None:
    """The script ``text`` is written in, None where it cannot be told or has no Chinese characters.

    Judged by which conversion would change more characters; a text without a traditional one is simplified.
    """
    sample = "".join(HAN.findall(text[:SAMPLE]))
    traditional = _changes(sample, "t2s")
    if not traditional:
        # The dictionaries of the other conversion take as long to load as a page takes to read.
        return "hans" if sample else None
    simplified = _changes(sample, "s2t")
    if traditional == simplified:
        return None
    return "hant" if traditional > simplified else "hans"


def _changes(text: str, configuration: str) -> int:
    return sum(before != after for before, after in zip(text, _converted(text, configuration), strict=True))


def _converted(text: str, configuration: str) -> str:
    if not HAN.search(text):
        return text
    convert = _converter(configuration)
    # A lone surrogate cannot be handed to OpenCC; no conversion depends on one.
    converted = convert(_SURROGATE.sub("\ufffd", text))
    if len(converted) != len(text):
        converted = "".join(_one_to_one(character, convert) for character in text)
    if _SURROGATE.search(text):
        converted = "".join(old if _SURROGATE.match(old) else new for old, new in zip(text, converted, strict=True))
    return converted


def _one_to_one(character: str, convert: Callable[[str], str]) -> str:
    if _SURROGATE.match(character):
        return character
    converted = convert(character)
    return converted if len(converted) == 1 else character
