"""What tells one of a series from the next: versions, editions and the numbers that belong to a name."""

from __future__ import annotations

import re

from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token

_EDITION = re.compile(r"第\s?([0-9一二三四五六七八九十百]+)\s?[届期代轮季集章版]|(?<![\d.,])(\d{1,3})(?:st|nd|rd|th)\s+(?:edition|annual|[A-Z])")
_NUMBERED = re.compile(r"[vVrR]?(\d{1,4}(?:\.\d+)*[A-Za-z]?\d{0,2})")
_SERIES = frozenset({"version", "release", "edition", "chapter", "season", "round", "phase", "day", "game", "match", "week"})


def instances_in(reading: Reading) -> tuple[str, ...]:
    """The versions, editions and numbered members of a series that a sentence names, sorted, each once.

    A number counts when it stands right behind a name (``Debian 3.1``) or a word for a member (``version 2``) and is
    no value expression itself; digits inside a name (``M6``) are the name.
    """
    found = {next(filter(None, m.groups())) for m in _EDITION.finditer(reading.wording)}
    for name, number in zip(reading.tokens, reading.tokens[1:], strict=False):
        if _belongs(name, number) and (match := _NUMBERED.fullmatch(number.text)):
            found.add(match.group(1).lower())
    return tuple(sorted(found))


def _belongs(name: Token, number: Token) -> bool:
    named = name.pos is Pos.NAME or name.text.lower() in _SERIES
    near = number.span.start - name.span.end <= 1
    return named and near and number.pos is not Pos.VALUE
