"""Finding listed phrases in a text: leftmost first, the longest where two begin at one place.

Chinese is searched by character, English by word. Both walks try, at every place, only the entries that can begin
there, so their time grows with the text and not with the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from claims.topics.inflection import inflected, plurals

NONE = "none"
"""The id of an entry that stands for nothing: it takes its stretch of text away from shorter entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one table of a word list says: the phrases of ``id``.

    ``en`` holds base forms, whose regular inflected forms are found as well; only plurals where ``plural_only``. A
    word with capitals is found only where the text has them. ``zh`` and ``verbs`` are in simplified script; verbs are
    found like other words, one of a single character only where it is a word by itself.
    """

    id: str
    role: str
    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    plural_only: bool = False

    def forms(self, word: str) -> frozenset[str]:
        """How ``word`` may be written in a text; what is in lower case stands for every case."""
        if word != word.lower():
            return frozenset({word, f"{word}s", word.upper()})
        return plurals(word) if self.plural_only else inflected(word)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: whose it is and where, end exclusive, in characters of the text or in words of the sequence."""

    id: str
    role: str
    start: int
    end: int


Pattern = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Word lists made ready for searching; build with :func:`phrases`."""

    _chinese: Mapping[str, tuple[Entry, ...]]
    _lengths: Mapping[str, tuple[int, ...]]
    _english: Mapping[str, tuple[tuple[Pattern, Entry], ...]]
    _alone: Mapping[str, tuple[Entry, ...]]

    def alone(self, word: str) -> tuple[Hit, ...]:
        """The phrases that ``word``, one Chinese character that is a word by itself, stands for."""
        return tuple(Hit(entry.id, entry.role, 0, len(word)) for entry in self._alone.get(word, ()))

    def chinese(self, text: str, start: int, end: int) -> tuple[Hit, ...]:
        """The phrases in ``text[start:end]``, which is in simplified script; offsets are those of ``text``.

        A phrase that stands in several roles gives one hit for each.
        """
        return _found_in_chinese(self, text, start, end)

    def english(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """The phrases in a sequence of words, given as they stand in the text; offsets count words.

        Words, not stems: only the word itself tells ``US`` from ``us`` and ``important`` from ``imports``.
        """
        plain = [word.replace(".", "").replace("’", "'") for word in words]
        return tuple(_walk(0, len(plain), lambda at: self._english_at(plain, at)))

    def chinese_at(self, text: str, at: int, end: int) -> tuple[int, Sequence[Entry]]:
        """Where the longest phrase that begins at ``at`` ends, and whose it is."""
        for length in self._lengths.get(text[at].lower(), ()):
            stop = at + length
            entries = self._chinese.get(text[at:stop].lower(), ()) if stop <= end else ()
            if entries and not _cuts_word(text, at) and not _cuts_word(text, stop):
                return stop, entries
        return at, ()

    def chinese_from(self, text: str, at: int, end: int) -> Iterator[Hit]:
        """The phrases in ``text[at:end]``, found from left to right."""
        while at < end:
            stop = at
            if text[at].lower() in self._lengths:  # few characters begin a phrase, and most calls end here
                stop, entries = self.chinese_at(text, at, end)
                yield from _hits(entries, at, stop)
            at = max(stop, at + 1)

    def _english_at(self, words: Sequence[str], at: int) -> tuple[int, Sequence[Entry]]:
        fitting = [(pattern, entry) for pattern, entry in self._english_from(words[at]) if _fits(pattern, words, at)]
        longest = max((len(pattern) for pattern, _ in fitting), default=0)
        return at + longest, [entry for pattern, entry in fitting if len(pattern) == longest]

    def _english_from(self, word: str) -> Iterator[tuple[Pattern, Entry]]:
        yield from self._english.get(word, ())
        if word != word.lower():
            yield from self._english.get(word.lower(), ())


@lru_cache(maxsize=10_000)
def _found_in_chinese(listed: Phrases, text: str, start: int, end: int) -> tuple[Hit, ...]:
    """What :meth:`Phrases.chinese` finds; kept, for every value of a sentence asks about the same stretch."""
    return tuple(listed.chinese_from(text, start, end))


class _Finder(Protocol):
    """Where the longest phrase at a place ends, and whose it is; no entries where none begins."""

    def __call__(self, at: int, /) -> tuple[int, Sequence[Entry]]: ...


def _walk(start: int, end: int, find: _Finder) -> Iterator[Hit]:
    at = start
    while at < end:
        stop, entries = find(at)
        yield from _hits(entries, at, stop)
        at = max(stop, at + 1)


def _hits(entries: Sequence[Entry], at: int, stop: int) -> Iterator[Hit]:
    # One id may hold a phrase in two spellings that both fit; it is still one hit.
    kept = dict.fromkeys((entry.id, entry.role) for entry in entries if entry.id != NONE)
    return (Hit(key, role, at, stop) for key, role in kept)


def _cuts_word(text: str, at: int) -> bool:
    """Whether a border at ``at`` would run through a Latin word, as one inside ``OpenAI`` before ``AI`` does."""
    return 0 < at < len(text) and all(c.isascii() and c.isalpha() for c in text[at - 1 : at + 1])


def _fits(pattern: Pattern, words: Sequence[str], at: int) -> bool:
    there = words[at : at + len(pattern)]
    return len(there) == len(pattern) and all(
        word in forms or word.lower() in forms for word, forms in zip(there, pattern, strict=True)
    )


def _patterns(entry: Entry) -> Iterator[Pattern]:
    """Each English phrase of ``entry``, and the one word that a longer one becomes before a noun: box-office record."""
    for phrase in entry.en:
        words = phrase.replace(".", "").split()
        yield tuple(entry.forms(word) for word in words)
        if len(words) > 1:
            yield (entry.forms("-".join(words)),)


def phrases(entries: Iterable[Entry]) -> Phrases:
    """The entries made ready for searching."""
    chinese: defaultdict[str, list[Entry]] = defaultdict(list)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    english: defaultdict[str, list[tuple[Pattern, Entry]]] = defaultdict(list)
    alone: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in entry.verbs:
            if len(word) == 1:
                alone[word].append(entry)
        for word in (*entry.zh, *(verb for verb in entry.verbs if len(verb) > 1)):
            chinese[word.lower()].append(entry)
            lengths[word[0].lower()].add(len(word))
        for pattern in _patterns(entry):
            for form in pattern[0]:
                english[form].append((pattern, entry))
    return Phrases(
        {word: tuple(found) for word, found in chinese.items()},
        {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
        {form: tuple(found) for form, found in english.items()},
        {word: tuple(found) for word, found in alone.items()},
    )
