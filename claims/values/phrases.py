"""A table of words looked up in place: the longest that stands at a position, or ends there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from claims.values.passage import is_letter

T = TypeVar("T")


class Phrases(Generic[T]):
    """Words, each with what it means. A word of letters matches only where no further letter adjoins it."""

    __slots__ = ("_first", "_last", "_meaning")

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._meaning = dict(entries)
        self._first = _lengths(self._meaning, 0)
        self._last = _lengths(self._meaning, -1)

    def __contains__(self, word: str) -> bool:
        return word in self._meaning

    def __bool__(self) -> bool:
        return bool(self._meaning)

    @property
    def initials(self) -> Iterable[str]:
        """The characters a word of the table may begin with."""
        return self._first

    def at(self, text: str, start: int) -> tuple[int, T] | None:
        """Where the longest word that begins at ``start`` ends, and its meaning."""
        if not 0 <= start < len(text):
            return None
        for length in self._first.get(text[start], ()):
            word = text[start : start + length]
            if len(word) == length and word in self._meaning and _stands_alone(text, start, start + length):
                return start + length, self._meaning[word]
        return None

    def before(self, text: str, end: int) -> tuple[int, T] | None:
        """Where the longest word that ends at ``end`` (exclusive) begins, and its meaning."""
        if end < 1:
            return None
        for length in self._last.get(text[end - 1], ()):
            if length <= end:
                word = text[end - length : end]
                if word in self._meaning and _stands_alone(text, end - length, end):
                    return end - length, self._meaning[word]
        return None


def _lengths(words: Mapping[str, object], place: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[place], set()).add(len(word))
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}


def _stands_alone(text: str, start: int, end: int) -> bool:
    cut_before = start > 0 and is_letter(text[start]) and is_letter(text[start - 1])
    cut_after = end < len(text) and is_letter(text[end - 1]) and is_letter(text[end])
    return not (cut_before or cut_after)
