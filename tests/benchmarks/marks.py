"""Pairs of passages with one value marked on either side: the form our own benchmark is written in.

::

    == d004 conflict en clean founding-year
    a 2021-04-02 | Harrow & Finch, the bookbinder, was ⟦established in 1894⟧.
    b 2021-11-20 | The bookbinder Harrow & Finch, ⟦founded in 1849⟧, has a new director.

A block opens with the pair's id, its label, its language, whether the text is clean or noisy, and the template, the
construction of which at most four pairs are made. Either side gives the date of publication and the passage; ``⏎``
stands for a line break. Lines that begin with ``#`` are remarks.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sources.span import Span

MUST_BE_FLAGGED = ("conflict", "tension", "time_drift")
"""What an editor has to see: not both true, a difference of precision or strength, a gap that dates explain."""

LOOK_ALIKES = ("agree", "scope_differs", "unrelated")
"""What must not be flagged: the same value, the same property elsewhere, another matter in similar words."""

LABELS = (*MUST_BE_FLAGGED, *LOOK_ALIKES)
LANGUAGES = ("en", "hans", "hant", "cross")
NOISE = ("clean", "noisy")

FOLDER = Path(__file__).parent / "pairs"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as a newsroom published it, and the code points of the value expression that is compared."""

    published: str
    text: str
    mark: Span

    @property
    def name(self) -> str:
        """A file name that says how the passage is to be read: one with a table is Markdown."""
        return "passage.md" if any(line.startswith("|") for line in self.text.splitlines()) else "passage.txt"


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Two passages, and what an editor decides of the two marked values."""

    id: str
    label: str
    language: str
    noise: str
    template: str
    a: Passage
    b: Passage

    @property
    def must_be_flagged(self) -> bool:
        """Whether an editor has to see the pair."""
        return self.label in MUST_BE_FLAGGED


def read_pairs(name: str) -> tuple[MarkedPair, ...]:
    """The pairs of the set ``name``, ``dev`` or ``heldout``, in the order of the file."""
    return parse_pairs((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def parse_pairs(text: str) -> tuple[MarkedPair, ...]:
    """The pairs that ``text`` holds; ValueError names the block that is not in the form above."""
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(_pair(block.strip("\n")) for block in kept.split("\n\n") if block.strip())


def _pair(block: str) -> MarkedPair:
    lines = block.split("\n")
    words = lines[0].split()
    if len(words) != 6 or words[0] != "==" or len(lines) != 3:
        raise ValueError(f"{lines[0]!r}: a block is '== id label language noise template' and the sides a and b")
    ident, label, language, noise, template = words[1:]
    for word, known in ((label, LABELS), (language, LANGUAGES), (noise, NOISE)):
        if word not in known:
            raise ValueError(f"{ident}: {word!r} is none of {', '.join(known)}")
    sides = (_passage(line, side, ident) for line, side in zip(lines[1:], "ab", strict=True))
    return MarkedPair(ident, label, language, noise, template, *sides)


def _passage(line: str, side: str, ident: str) -> Passage:
    head, bar, text = line.partition(" | ")
    words = head.split()
    if not bar or len(words) != 2 or words[0] != side:
        raise ValueError(f"{ident}: side {side} is '{side} date | passage'")
    before, opened, rest = text.replace("⏎", "\n").partition("⟦")
    value, closed, after = rest.partition("⟧")
    if not (opened and closed and value) or "⟦" in value + after or "⟧" in before + after:
        raise ValueError(f"{ident}: side {side} needs exactly one ⟦value⟧")
    return Passage(words[1], before + value + after, Span(len(before), len(before) + len(value)))
