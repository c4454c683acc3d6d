"""Which lines of a plain text are headings, and which only look like them: menus, contents, lists without marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sources.cleaning.tears import Line, columns

WIDEST_HEADING = 60
"""The widest line that is taken for a heading, in columns; a Han character takes two."""

WIDEST_NUMBERED = 120
"""The widest that begins with the number of a section."""

PLACEHOLDER = 3
"""A line that stands this often in a text is a placeholder or part of a menu."""

LONGEST_STACK = 2
"""More headings than these do not follow one another: they are a list, and only the last may head what follows."""

SHORTEST_UNSPACED = 4
"""The fewest letters of a heading that no blank line sets apart; a shorter one is the name below a picture."""

_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+\S|第\s?[\d一二三四五六七八九十]{1,3}\s?[章节]")
_BULLET = re.compile(r"[-*+•·‣◦●○■□▪▶►➢–—→]")
_OTHER = re.compile(r"[。；|<>=*{}\\$^]|://|\d{4}-\d\d?-\d\d?|\s--?\w|\A[(（].*[)）]\Z")
"""What no heading holds: a full sentence, the marks of menus and of code, an address, the date of a byline."""

_STOPS = "。！？!?.…；;，,：:、—–"
_SENTENCE_ENDS = '。！？!?.…”"」）)'


def heading_kinds(text: str, lines: Sequence[Line]) -> dict[int, str]:
    """The lines of ``text`` that are headings, or items that look like headings: the kind by the line's index."""
    shown = [line.span.of(text) for line in lines]
    counts = Counter(shown)
    spaced = sum(line.blank_before for line in lines[1:]) * 10 > len(lines)
    alike = [
        counts[line] < PLACEHOLDER
        and _looks_like_heading(line)
        and (_stands_alone(lines, index) if spaced else _stands_between(shown, index))
        for index, line in enumerate(shown)
    ]
    kinds: dict[int, str] = {}
    for stack in _stacks(alike):
        listed = stack.start > 0 and shown[stack.start - 1][-1] in ":："
        headless = stack.stop == len(lines)
        kept = 0 if listed or headless else 1 if len(stack) > LONGEST_STACK else len(stack)
        kinds |= dict.fromkeys(stack, "item" if len(stack) > 1 else "paragraph")
        kinds |= dict.fromkeys(stack[len(stack) - kept :], "heading")
    return kinds


def _stacks(alike: Sequence[bool]) -> Iterator[range]:
    """The stretches of indices at which ``alike`` holds."""
    start = 0
    for index, holds in enumerate([*alike, False]):
        if not holds:
            if start < index:
                yield range(start, index)
            start = index + 1


def _looks_like_heading(line: str) -> bool:
    numbered = _SECTION.match(line) is not None
    if len(line) > WIDEST_NUMBERED or columns(line) > (WIDEST_NUMBERED if numbered else WIDEST_HEADING):
        return False
    if numbered:
        return True
    if _BULLET.match(line) or _OTHER.search(line) or line[-1] in _STOPS:
        return False
    return sum(map(str.isalpha, line)) > 1


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether blank lines, or the ends of the text, surround a line."""
    return lines[index].blank_before and (index + 1 == len(lines) or lines[index + 1].blank_before)


def _stands_between(shown: Sequence[str], index: int) -> bool:
    """Whether a line in a text without blank lines lies between the end of one paragraph and the start of another."""
    line = shown[index]
    if index + 1 == len(shown) or "，" in line or "," in line or sum(map(str.isalpha, line)) < SHORTEST_UNSPACED:
        return False
    ended = index == 0 or shown[index - 1][-1] in _SENTENCE_ENDS
    following = shown[index + 1]
    return ended and len(following) > 2 * len(line) and following[-1] in _SENTENCE_ENDS
