"""Finding listed phrases in a text: leftmost first, the longest where two begin at one place.

Chinese is searched by character, English by word. Both walks try, at every place, only the entries that can begin
there, so their time grows with the text and not with the list; nor is more of a list made ready than a text asks for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
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

_OPENING = 3
"""Letters that the inflected forms of a word share, where the word is longer than that."""


@dataclass(frozen=True, slots=True, eq=False)
class _Han:
    """The Chinese words of a list: all of them, their lengths by first character, and the verbs of one character."""

    words: Mapping[str, tuple[Entry, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    alone: Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, eq=False)
class Phrases:
    """A word list for searching; each language, and of English each opening, is made ready when it is asked for."""

    entries: tuple[Entry, ...]

    @cached_property
    def _han(self) -> _Han:
        words: defaultdict[str, list[Entry]] = defaultdict(list)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        alone: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for word in entry.verbs:
                if len(word) == 1:
                    alone[word].append(entry)
            for word in (*entry.zh, *(verb for verb in entry.verbs if len(verb) > 1)):
                words[word.lower()].append(entry)
                lengths[word[0].lower()].add(len(word))
        return _Han(
            {word: tuple(found) for word, found in words.items()},
            {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
            {word: tuple(found) for word, found in alone.items()},
        )

    @cached_property
    def _openings(self) -> Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]:
        """The English phrases by the letters that a form of their first word may begin with."""
        openings: defaultdict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        for entry in self.entries:
            for words in _worded(entry):
                for opening in _openings(entry, words[0]):
                    openings[opening].append((words, entry))
        return openings

    @cached_property
    def _ready(self) -> dict[str, Mapping[str, Sequence[tuple[Pattern, Entry]]]]:
        """The patterns of the openings that were asked for, by the form that they begin with."""
        return {}

    def alone(self, word: str) -> tuple[Hit, ...]:
        """The phrases that ``word``, one Chinese character that is a word by itself, stands for."""
        return tuple(Hit(entry.id, entry.role, 0, len(word)) for entry in self._han.alone.get(word, ()))

    def chinese(self, text: str, start: int, end: int) -> tuple[Hit, ...]:
        """The phrases in ``text[start:end]``, which is in simplified script; offsets are those of ``text``.

        A phrase that stands in several roles gives one hit for each.
        """
        return _found_in_chinese(self, text, start, end)

    def english(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """The phrases in a sequence of words, given as they stand in the text; offsets count words.

        Words, not stems: only the word itself tells ``US`` from ``us`` and ``important`` from ``imports``.
        """
        return _found_in_english(self, tuple(words))

    def english_from(self, words: Sequence[str]) -> Iterator[Hit]:
        """The phrases in ``words``, found from left to right."""
        plain = [word.replace(".", "").replace("’", "'") for word in words]
        return _walk(0, len(plain), lambda at: self._english_at(plain, at))

    def chinese_at(self, text: str, at: int, end: int) -> tuple[int, Sequence[Entry]]:
        """Where the longest phrase that begins at ``at`` ends, and whose it is."""
        han = self._han
        for length in han.lengths.get(text[at].lower(), ()):
            stop = at + length
            entries = han.words.get(text[at:stop].lower(), ()) if stop <= end else ()
            if entries and not _cuts_word(text, at) and not _cuts_word(text, stop):
                return stop, entries
        return at, ()

    def chinese_from(self, text: str, at: int, end: int) -> Iterator[Hit]:
        """The phrases in ``text[at:end]``, found from left to right."""
        firsts = self._han.lengths
        while at < end:
            stop = at
            if text[at].lower() in firsts:  # few characters begin a phrase, and most calls end here
                stop, entries = self.chinese_at(text, at, end)
                yield from _hits(entries, at, stop)
            at = max(stop, at + 1)

    def _english_at(self, words: Sequence[str], at: int) -> tuple[int, Sequence[Entry]]:
        fitting = [(pattern, entry) for pattern, entry in self._english_from(words[at]) if _fits(pattern, words, at)]
        longest = max((len(pattern) for pattern, _ in fitting), default=0)
        return at + longest, [entry for pattern, entry in fitting if len(pattern) == longest]

    def _english_from(self, word: str) -> Iterator[tuple[Pattern, Entry]]:
        plain = word.lower()
        ready = self._opened(plain[:_OPENING])
        yield from ready.get(word, ())
        if word != plain:
            yield from ready.get(plain, ())

    def _opened(self, opening: str) -> Mapping[str, Sequence[tuple[Pattern, Entry]]]:
        if opening not in self._ready:
            forms: defaultdict[str, list[tuple[Pattern, Entry]]] = defaultdict(list)
            for words, entry in self._openings.get(opening, ()):
                pattern = tuple(entry.forms(word) for word in words)
                for form in pattern[0]:
                    forms[form].append((pattern, entry))
            self._ready[opening] = forms
        return self._ready[opening]


@lru_cache(maxsize=10_000)
def _found_in_chinese(listed: Phrases, text: str, start: int, end: int) -> tuple[Hit, ...]:
    """What :meth:`Phrases.chinese` finds; kept, for every value of a sentence asks about the same stretch."""
    return tuple(listed.chinese_from(text, start, end))


@lru_cache(maxsize=10_000)
def _found_in_english(listed: Phrases, words: tuple[str, ...]) -> tuple[Hit, ...]:
    """What :meth:`Phrases.english` finds; kept for the same reason."""
    return tuple(listed.english_from(words))


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


def _worded(entry: Entry) -> Iterator[tuple[str, ...]]:
    """Each English phrase of ``entry``, and the one word that a longer one becomes before a noun: box-office record."""
    for phrase in entry.en:
        words = tuple(phrase.replace(".", "").split())
        yield words
        if len(words) > 1:
            yield ("-".join(words),)


def _openings(entry: Entry, word: str) -> Iterable[str]:
    if len(word) > _OPENING:
        return (word[:_OPENING].lower(),)
    return dict.fromkeys(form[:_OPENING].lower() for form in entry.forms(word))


def phrases(entries: Iterable[Entry]) -> Phrases:
    """The entries made ready for searching."""
    return Phrases(tuple(entries))
