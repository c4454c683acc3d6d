"""The text as the reader of values sees it: white space folded, case folded, every character traceable."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sources.span import Span

_SPACE = re.compile(r"\s{2,}|[^\S ]")
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` is the given text with every run of white space as one character, ``folded`` the same in lower case.

    A run stands as a line feed where a paragraph or a list item ends, else as a space, so that a number wrapped over
    two lines is still read. ``origin`` has the given offset of each character, None where nothing was folded.
    ``script`` is the one the text was written in, where known.
    """

    text: str
    folded: str
    origin: tuple[int, ...] | None
    script: str | None = None

    def given(self, start: int, end: int) -> Span:
        """The span of the given text for a span of ``text``; the unit is the code point in both."""
        if self.origin is None or start >= end:
            return Span(start, end)
        return Span(self.origin[start], self.origin[end - 1] + 1)

    def char(self, at: int) -> str:
        """The folded character at ``at``, a line feed beyond either end."""
        return self.folded[at] if 0 <= at < len(self.folded) else _BREAK


def passage(given: str, script: str | None = None) -> Passage:
    """The passage of a given text, which was written in ``script`` (``hant``, ``hans``) before it was cleaned."""
    if _SPACE.search(given) is None:
        return Passage(given, _fold(given), None, script)
    parts: list[str] = []
    origin: list[int] = []
    done = 0
    for run in _SPACE.finditer(given):
        parts += (given[done : run.start()], _space(given, run))
        origin.extend(range(done, run.start() + 1))
        done = run.end()
    parts.append(given[done:])
    origin.extend(range(done, len(given)))
    text = "".join(parts)
    return Passage(text, _fold(text), tuple(origin), script)


def _space(given: str, run: re.Match[str]) -> str:
    """What a run of white space stands for: a wrapped line goes on in lower case or with a figure."""
    breaks = run.group().count("\n")
    if breaks == 0:
        return " "
    before, after = given[run.start() - 1 : run.start()], given[run.end() : run.end() + 1]
    wrapped = (before.isascii() and (before.isalnum() or before in ",;")) and (after.isascii() and after.islower())
    numbered = _wrapped_figure(before, after)
    return " " if breaks == 1 and (wrapped or numbered) else _BREAK


def _wrapped_figure(before: str, after: str) -> bool:
    """Whether a line that ends in ``before`` runs on into a figure: "more than", a line end, "300"."""
    return before.isascii() and before.islower() and (after.isdigit() or after in "$€£")


def _fold(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def is_letter(char: str) -> bool:
    """Whether a character is a letter of a script that separates its words (Latin, Greek; not Han, not kana)."""
    return char.isalpha() and char < "\u2e80"
