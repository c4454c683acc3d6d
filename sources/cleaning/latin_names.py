"""Latin names that a Chinese page printed in two words: ``Deep Seek``, ``Q wen``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from sources.offsets import Edit
from sources.script import HAN
from sources.span import Span

_TWO_WORDS = re.compile(
    r"(?<![A-Za-z0-9])(?<![A-Za-z0-9][ '.-])(?P<head>[A-Za-z]+) (?P<tail>[A-Za-z]+)"
    r"(?![A-Za-z0-9]|[ '.-][A-Za-z]+(?![A-Za-z0-9]))"
)
_WORD = re.compile(r"[A-Za-z]+")
_BRACKETS = " ()（）“”‘’《》「」『』【】\"'"


@cache
def _known() -> frozenset[str]:
    table = files("sources.cleaning").joinpath("names.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(table)["names"])


def latin_names(text: str) -> list[Edit]:
    """Edits that join the two halves of a name, by dropping the space between them.

    The two words must stand alone beside Chinese, and their joined form must be known to be one word: ``names.toml``
    has it or ``text`` prints it elsewhere. So ``Mistral AI`` and ``Harbours are What We Keep`` stay.
    """
    if not HAN.search(text):
        return []
    candidates = [match for match in _TWO_WORDS.finditer(text) if _beside_chinese(text, match)]
    names = _known().union(filter(_has_capital, _WORD.findall(text))) if candidates else frozenset()
    return [
        Edit(Span(match.end("head"), match.start("tail")), "")
        for match in candidates
        if match["head"] + match["tail"] in names
    ]


def _has_capital(word: str) -> bool:
    return not word.islower()


def _beside_chinese(text: str, match: re.Match[str]) -> bool:
    """Whether Han stands next to the two words, on either side, brackets and quotation marks apart."""
    before = text[max(match.start() - 3, 0) : match.start()].rstrip(_BRACKETS)
    after = text[match.end() : match.end() + 3].lstrip(_BRACKETS)
    return bool(HAN.match(before[-1:]) or HAN.match(after[:1]))
