"""The words of numbers in languages that space them, alone and run together (twentyfifth, dreiundzwanzig)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum, auto
from functools import cache

from claims import lexicon as lexicons
from claims.values.passage import Passage

HUNDRED = Decimal(100)
LETTERS = re.compile(r"[^\W\d_\u2e80-\U0010ffff]{1,90}\.?")


class Sort(StrEnum):
    """What a word does inside a number."""

    DIGIT = auto()
    TEEN = auto()
    TENS = auto()
    MULTIPLIER = auto()
    ORDINAL = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """One number word with its value."""

    sort: Sort
    value: Decimal
    plural: bool = False


@cache
def table_of(name: str) -> dict[str, Word]:
    """The number words of the lexicon ``name``."""
    lexicon = lexicons.load(name)
    table = {word: Word(Sort.MULTIPLIER, value) for word, value in lexicon.numbers["multipliers"].items()}
    for word, value in lexicon.numbers["numerals"].items():
        sort = Sort.DIGIT if value < 10 else Sort.TENS if value >= 20 and value % 10 == 0 else Sort.TEEN
        table[word] = Word(sort, value)
    for word, value in lexicon.numbers["ordinals"].items():
        table[word] = Word(Sort.ORDINAL, value)
        if value != 2:  # seconds are units of time
            table.setdefault(word + "s", Word(Sort.ORDINAL, value, plural=True))
    return table


@cache
def _longest(name: str) -> int:
    return max(map(len, table_of(name)), default=0)


@cache
def words_of(written: str, name: str) -> tuple[Word, ...]:
    """The number words a written word is made of: ``twentyfifth``, ``dreiundzwanzig``; empty when it is no number."""
    table = table_of(name)
    if written in table:
        return (table[written],)
    if len(written) > 80:
        return ()
    glue = lexicons.load(name).groups["counting"].get("unit_first", ())
    return tuple(_split(written, table, glue, _longest(name))) if len(written) > 5 else ()


def _split(written: str, table: dict[str, Word], glue: tuple[str, ...], longest: int) -> Iterator[Word]:
    """Greedy, longest word first; a unit before its ten (dreiundzwanzig) is put behind it."""
    found: list[Word] = []
    at = 0
    while at < len(written):
        joint = next((word for word in glue if found and written.startswith(word, at)), "")
        piece = next(
            (written[at:end] for end in range(min(len(written), at + longest), at, -1) if written[at:end] in table), ""
        )
        if piece:
            found.append(table[piece])
            at += len(piece)
        elif joint:
            at += len(joint)
        else:
            return
    for place in range(len(found) - 1):
        if found[place].sort is Sort.DIGIT and found[place + 1].sort is Sort.TENS:
            found[place], found[place + 1] = found[place + 1], found[place]
    if len(found) > 1 and (len(glue) > 0 or found[-1].sort is Sort.ORDINAL):
        yield from found


def word_at(passage: Passage, at: int) -> str:
    """The word that begins at ``at``, an empty string for none."""
    found = LETTERS.match(passage.folded, at)
    return found.group() if found is not None else ""
