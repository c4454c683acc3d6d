"""How common the characters of a Chinese text are; the table and its source are in ``frequency.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from sources.script import to_simplified

RARE = -3
"""The level of what stands in no row: below the last row by more than one, so that it weighs."""


@cache
def _levels() -> dict[str, int]:
    """The level of every character that is not rare; one level up is twice as common."""
    table = files("sources.cleaning").joinpath("frequency.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(table)["rows"]
    return {character: len(rows) - place for place, row in enumerate(rows) for character in row}


def commonness(characters: str) -> float:
    """The mean level of ``characters``, Chinese ones of either script; RARE for none, and for any other character.

    A level is a binary logarithm: text that gains one level is made of characters twice as common.
    """
    levels = _levels()
    if not characters:
        return RARE
    return sum(levels.get(character, RARE) for character in to_simplified(characters)) / len(characters)
