"""Lines and paragraphs that end in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sources.offsets import Edit
from sources.span import Span

NARROWEST, WIDEST = 40, 120
"""Between these widths, in columns, a text counts as broken into lines by a program."""

PROSE = 40
"""How many columns a paragraph must have at least to be one that a page break has torn."""

_FEW_WORDS = 4
"""From how many words a line is a sentence begun, and no entry of a menu."""

LONGEST_WORD = 40
"""How many characters of a word are looked at on either side of a line break."""

_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
    r"\U0001f300-\U0003fffd]"
)
_HYPHENATED = re.compile(r"[A-Za-z]+-\Z")
_CONTINUED = re.compile(r"(?!(?:and|or|nor|to)\b)[a-z]{2,}")
_MARKED = re.compile(r"[-*+•·‣◦●○■□▪▶►➢|>#]|\d{1,3}[.)、](?!\d)|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、")
_SENTENCE_END = re.compile(r"[。！？!?.…:：；;][”’\"'」』）)]*\Z")
_SENTENCE_MARK = re.compile(r"[。！？；，]|[.!?;,](?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with more than white space on it: where, and whether a blank line or the start of the text precedes."""

    span: Span
    blank_before: bool


def tears(text: str, lines: Sequence[Line]) -> list[Edit]:
    """Edits that mend the breaks between ``lines`` of ``text`` at which a sentence, or a word, runs on.

    Four kinds: a word parted by a hyphen; lines that a program broke at a width (each is too full for the first
    word of the next); a line of Latin words that stops in mid-sentence before one in lower case; a paragraph that
    ends in the middle of a sentence and one that plainly goes on.
    """
    width = _wrap_width(text, lines)
    wording = _Wording(text)
    edits = []
    for before, after in pairwise(lines):
        gap = Span(before.span.end, after.span.start)
        if word := _parted(text, gap):
            edits.append(Edit(gap if word in wording.compounds else Span(gap.start - 1, gap.end), ""))
        elif after.blank_before:
            if _runs_on(text, before, after, wording):
                edits.append(Edit(gap, _glue(text, gap)))
        elif (width and _is_full(text, before, after, width)) or _goes_on(text, before, after):
            edits.append(Edit(gap, _glue(text, gap)))
    return edits


class _Wording:
    """What a text writes elsewhere, by which a doubtful join is decided; looked up once, when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def compounds(self) -> frozenset[str]:
        """The words with a hyphen inside."""
        return frozenset(re.findall(r"[A-Za-z]+-[a-z]+", self._text))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every two characters that stand side by side."""
        return frozenset(map("".join, pairwise(self._text)))


def is_wide(character: str) -> bool:
    """Whether a character takes two columns."""
    return _WIDE.match(character) is not None


def columns(text: str) -> int:
    """How many columns ``text`` takes where a Han character takes two."""
    return len(text) + len(_WIDE.findall(text))


def _glue(text: str, gap: Span) -> str:
    return "" if is_wide(text[gap.start - 1]) or is_wide(text[gap.end]) else " "


def _parted(text: str, gap: Span) -> str:
    """The word, hyphen and all, that a line break parts at its hyphen; empty where none is parted."""
    head = _HYPHENATED.search(text[max(gap.start - LONGEST_WORD, 0) : gap.start])
    tail = _CONTINUED.match(text, gap.end, gap.end + LONGEST_WORD)
    return head[0] + tail[0] if head and tail else ""


def _wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The width a program broke the lines of ``text`` at, 0 where none did."""
    neighbours = [(before, after) for before, after in pairwise(lines) if _may_wrap(text, after)]
    if not neighbours:
        return 0
    width = max(columns(line.span.of(text)) for pair in neighbours for line in pair)
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = [(before, after) for before, after in neighbours if _is_full(text, before, after, width)]
    torn = [after for before, after in full if _breaks_sentence(text, before, after)]
    # One full line proves nothing, being the longest, unless the next goes on in lower case.
    enough = len(full) > 1 or any(text[after.span.start].islower() for after in torn)
    return width if enough and len(full) * 10 >= len(neighbours) * 7 and len(torn) * 2 >= len(full) else 0


def _may_wrap(text: str, after: Line) -> bool:
    return not after.blank_before and not _MARKED.match(text, after.span.start)


def _is_full(text: str, before: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line had no room on this one; a Han character may carry a mark along."""
    if not _may_wrap(text, after):
        return False
    word = 4 if is_wide(text[after.span.start]) else 1 + len(after.span.of(text).split(maxsplit=1)[0])
    return columns(before.span.of(text)) + word > width


def _goes_on(text: str, before: Line, after: Line) -> bool:
    """Whether a line of several Latin words stops in a sentence that the next, in lower case or figures, goes on."""
    last, first = text[before.span.end - 1], text[after.span.start]
    words = len(before.span.of(text).split())
    if not _may_wrap(text, after) or words < _FEW_WORDS or "|" in before.span.of(text):
        return False
    return (
        (last.isalnum() or last == ",") and last.isascii() and (first.islower() or (first.isdigit() and last.islower()))
    )


def _breaks_sentence(text: str, before: Line, after: Line) -> bool:
    first = text[after.span.start]
    return not _SENTENCE_END.search(before.span.of(text)[-4:]) and (
        first.islower() or first.isdigit() or is_wide(first)
    )


def _runs_on(text: str, before: Line, after: Line, wording: _Wording) -> bool:
    """Whether a page break tore the paragraphs: one stops within a sentence and the next completes it.

    A Latin word must go on in lower case; two Han characters must stand side by side elsewhere in the text.
    """
    last, first = text[before.span.end - 1], text[after.span.start]
    torn, rest = before.span.of(text), after.span.of(text)
    if _MARKED.match(rest) or columns(torn) < PROSE:
        return False
    if not (_SENTENCE_MARK.search(torn) and _SENTENCE_END.search(rest)):
        return False
    if is_wide(last) and is_wide(first):
        return last.isalpha() and first.isalpha() and last + first in wording.pairs
    return (last.islower() or last == ",") and first.islower()
