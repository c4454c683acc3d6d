"""How Chinese characters are read: their pinyin without tones, from a table that ``tests/tables/readings.py`` makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_COMMENT = "#"


@dataclass(frozen=True, slots=True)
class Readings:
    """The usual reading of each character, and the words in which one is read otherwise, with their lengths.

    The readings of a word stand in one string, parted by spaces: most words are never asked for.
    """

    characters: Mapping[str, str]
    words: Mapping[str, str]
    lengths: tuple[int, ...]

    def of(self, han: str) -> Iterator[str]:
        """The readings of the characters of ``han``, the longest known word first; what has none stands for itself."""
        at = 0
        while at < len(han):
            word = next((han[at : at + n] for n in self.lengths if han[at : at + n] in self.words), None)
            if word is None:
                yield self.characters.get(han[at], han[at])
                at += 1
            else:
                yield from self.words[word].split()
                at += len(word)


@lru_cache(maxsize=1)
def load_readings() -> Readings:
    """The readings of this package, read once."""
    return read_readings(files("claims.topics").joinpath("readings.txt").read_text(encoding="utf-8"))


def read_readings(text: str) -> Readings:
    """The readings of a table: a reading and its characters a line, an empty line, a word and its readings a line."""
    single, _, several = text.partition("\n\n")
    characters: dict[str, str] = {}
    for line in single.splitlines():
        reading, _, those = line.partition(" ")
        if not line.startswith(_COMMENT):
            characters |= dict.fromkeys(those, reading)
    words = dict(line.split(" ", 1) for line in several.splitlines())
    return Readings(characters, words, tuple(sorted({len(word) for word in words}, reverse=True)))


@lru_cache(maxsize=20_000)
def syllables(han: str) -> tuple[str, ...]:
    """The readings of the characters of ``han``, one each, in lower case without tones."""
    return tuple(load_readings().of(han))
