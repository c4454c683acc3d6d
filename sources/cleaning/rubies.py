"""Pinyin readings in brackets after a character, as some sites print them: ``時(shí)代`` reads ``時代``."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sources.offsets import Edit
from sources.span import Span

LETTERS = r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ\u0300\u0301\u0304\u0308\u030c]"
"""One letter of a reading, composed or not."""

TONES = "\u0300\u0301\u0304\u030c"
"""The marks of the four tones, as combining characters."""

_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo"
    r"|\u00fcan|\u00fce|\u00fcn|a|e|i|o|u|\u00fc)|[mn]g?"
)

_RUBY = re.compile(rf"(?<=[\u3400-\u9fff])[(（](?P<reading>{LETTERS}{{1,8}}(?: {LETTERS}{{1,8}}){{0,3}})[)）]")


def rubies(text: str) -> list[Edit]:
    """Edits that drop the readings of ``text``; each belongs to the character before it.

    Only what is pinyin with a tone mark is a reading, one syllable for each Han character before the bracket at
    most: ``(Qwen)``, ``(shi)`` and ``(café)`` stay.
    """
    edits = []
    for match in _RUBY.finditer(text):
        if is_reading(match["reading"]):
            owner = match.start() - 1
            edits.append(Edit(Span(owner, match.end()), text[owner]))
    return edits


def readings(text: str) -> dict[str, set[str]]:
    """Which characters of ``text`` are printed with which reading."""
    known: dict[str, set[str]] = {}
    for match in _RUBY.finditer(text):
        if is_reading(match["reading"]):
            known.setdefault(match["reading"], set()).add(text[match.start() - 1])
    return known


@lru_cache(maxsize=4096)
def is_reading(letters: str) -> bool:
    """Whether ``letters`` are pinyin with at least one tone mark."""
    decomposed = unicodedata.normalize("NFD", letters)
    if not any(mark in decomposed for mark in TONES):
        return False
    plain = unicodedata.normalize("NFC", "".join(letter for letter in decomposed if letter not in TONES))
    return all(_SYLLABLE.fullmatch(syllable) for syllable in plain.split(" "))
