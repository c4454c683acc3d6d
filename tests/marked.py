"""Cases as marked sentences: the expectation stands in the text, so nobody counts offsets.

::

    # a comment
    @published 2024-05-01
    今天⟦大约三万五千人 → ~35000 人⟧参加，全程⟦42.195公里 → 42.195 km⟧。

A reading is written as the value's interval and unit: ``5``, ``3..5 km``, ``100..`` and ``..10`` for open ends, ``?``
for a date that cannot be resolved. ``~`` before it says approximate,
``#`` a rank, ``×`` a ratio; a role follows in brackets.
A line without marks says that nothing is found in it. ``@published``, ``@language`` and ``@script`` hold until they are
set again; without a word behind them they are unset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from claims.model import Kind, ValueMention

MARK = re.compile(r"⟦(?P<surface>[^⟦⟧]*?) → (?P<reading>[^⟦⟧]*)⟧")
SIGNS = {Kind.RANK: "#", Kind.RATIO: "×"}


@dataclass(frozen=True)
class Case:
    """A sentence with the values expected in it, as (start, end, reading)."""

    place: str
    text: str = ""
    expected: tuple[tuple[int, int, str], ...] = ()
    published: str | None = None
    language: str | None = None
    script: str | None = None


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file, in order."""
    settings = Case("")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            settings = replace(settings, **{name: value.strip() or None})
        elif line.strip() and not line.startswith("#"):
            text, expected = parse(line)
            yield replace(settings, place=f"{path.name}:{number}", text=text, expected=expected)


def parse(line: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """A marked sentence as its plain text and what is marked in it."""
    text, expected, done = "", [], 0
    for mark in MARK.finditer(line):
        text += line[done : mark.start()]
        expected.append((len(text), len(text) + len(mark["surface"]), mark["reading"]))
        text += mark["surface"]
        done = mark.end()
    return text + line[done:], tuple(expected)


def marked(text: str, found: tuple[ValueMention, ...]) -> str:
    """The text with what was found marked in it."""
    line, done = "", 0
    for mention in found:
        line += f"{text[done : mention.span.start]}⟦{mention.span.of(text)} → {reading(mention)}⟧"
        done = mention.span.end
    return line + text[done:]


def reading(mention: ValueMention) -> str:
    """How a value is written in a case."""
    quantity = mention.quantity
    low, high = _bound(quantity.low), _bound(quantity.high)
    interval = (low or "?") if low == high else f"{low}..{high}"
    near = "~" if quantity.approx else ""
    unit = f" {quantity.unit}" if quantity.unit else ""
    role = f" [{mention.role}]" if mention.role else ""
    return f"{near}{SIGNS.get(quantity.kind, '')}{interval}{unit}{role}"


def _bound(bound: Decimal | str | None) -> str:
    if not isinstance(bound, Decimal):
        return bound or ""
    return f"{bound.quantize(Decimal('1.000000')) if bound != round(bound, 6) else bound.normalize():f}"
