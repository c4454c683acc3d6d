"""The persons of an English article: their full names, and whom a surname, a title or *the 54-year-old* stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.topics.noun_phrases import Phrase
from claims.topics.places import MARK, name_key
from claims.topics.reading import Reading
from claims.topics.tagger import load_tags
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words
from sources.span import Span

_AGE_BEHIND = re.compile(r"(?:, (?:aged )?| \()\d{1,3}(?=[,.;)]| and\b|$)")
_WHO_BEHIND = re.compile(r",? (?:who|whose|whom)\b")
_LONGEST = 4
_PARTS = 2

PLACING = frozenset({"in", "at", "near"})
"""Prepositions that stand before the name of a place rather than of a person."""


@dataclass(frozen=True, slots=True)
class People:
    """``full`` gives the full name for each wording by which the article calls a person, titles left out."""

    full: Mapping[str, str] = field(default_factory=dict)

    def canonical(self, name: str) -> str:
        """The full name of the person called ``name``; ``name`` itself where it is not known to be one."""
        return self.full.get(bare(name), name)

    def is_person(self, name: str) -> bool:
        """Whether the article shows ``name`` to be that of a person."""
        return bare(name) in self.full

    def may_be(self, name: str) -> bool:
        """Whether ``name`` has the form of a full name and nothing of what other names have."""
        words = name.split()
        formed = _PARTS <= len(words) <= _LONGEST and all(w[:1].isupper() and not w.isupper() for w in words)
        return formed and not any(_is_word(w) for w in (words[0], words[-1])) and _may_be_person(name)

    def mentioned(self, reading: Reading) -> str | None:
        """The person a sentence is about: the first it names outside a prepositional phrase, else the first at all."""
        named = [(phrase, full) for phrase, full in _calls(reading, self.full)]
        free = [full for phrase, full in named if not phrase.preposition and phrase.link in (None, "of")]
        return next(iter([*free, *(full for _, full in named)]), None)


NOBODY = People()
"""The people of a text that names none."""


def bare(name: str) -> str:
    """``name`` without the titles before it."""
    words = name.split()
    titles = load_words().humans
    while len(words) > 1 and words[0].lower().rstrip(".") in titles:
        words = words[1:]
    return " ".join(words)


def people_of(readings: Iterable[Reading]) -> People:
    """The persons that the English sentences of an article name.

    A name is one of a person where a title stands before it, an age or *who* behind it, or a verb of saying beside it.
    A surname alone stands for the full name that ends with it, the most frequent of several.
    """
    names: Counter[str] = Counter()
    shown: set[str] = set()
    for reading in readings:
        if reading.chinese:
            continue
        for phrase, tokens in _names(reading):
            name = bare(_wording(reading, tokens))
            names[name] += 1
            if _shows_person(reading, phrase, tokens):
                shown.add(name)
    persons = {name for name in names if _may_be_person(name) and (name in shown or _surname_shown(name, shown))}
    full = {name: name for name in persons}
    for name in sorted(persons, key=lambda n: (names[n], n)):
        surname = name.split()[-1]
        if len(name.split()) > 1 and (surname in names or surname in shown):
            full[surname] = name
    return People(full)


def _surname_shown(name: str, shown: set[str]) -> bool:
    words = name.split()
    return len(words) > 1 and words[-1] in shown


def _may_be_person(name: str) -> bool:
    words, last = load_words(), name.split()[-1]
    organisation = last in words.bearers or last.lower() in words.houses or last.lower() in words.anaphors
    return not organisation and name_key(name)[:1] != MARK and not any(c.isdigit() for c in name)


def _is_word(word: str) -> bool:
    """Whether a word of a name is one of the language too: *Prize*, *Core*, *The*."""
    tag = load_tags().get(word.lower())
    return tag is not None and not tag.startswith("NNP")


def _names(reading: Reading) -> Iterator[tuple[Phrase, Sequence[Token]]]:
    """The runs of name tokens in the phrases of a sentence."""
    for phrase in reading.phrases:
        run: list[Token] = []
        for token in (*phrase.tokens, None):
            if token is not None and token.pos is Pos.NAME:
                run.append(token)
            elif run:
                if len(run) <= _LONGEST:
                    yield phrase, run
                run = []


def _wording(reading: Reading, tokens: Sequence[Token]) -> str:
    return reading.text[tokens[0].span.start : tokens[-1].span.end]


def _calls(reading: Reading, full: Mapping[str, str]) -> Iterator[tuple[Phrase, str]]:
    for phrase, tokens in _names(reading):
        if (name := full.get(bare(_wording(reading, tokens)))) is not None:
            yield phrase, name


def _shows_person(reading: Reading, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    words = load_words()
    start, end = tokens[0].span.start, tokens[-1].span.end
    if _wording(reading, tokens) != bare(_wording(reading, tokens)) or _titled(reading, tokens[0], words):
        return True
    placed = phrase.preposition in PLACING
    if (_AGE_BEHIND.match(reading.text, end, reading.span.end) and not placed) or _WHO_BEHIND.match(
        reading.text, end, reading.span.end
    ):
        return True
    before = next((t for t in reversed(reading.tokens[: phrase.last]) if t.span.end <= start), None)
    after = next((t for t in reading.tokens[phrase.first :] if t.span.start >= end), None)
    said = [t for t in (before, after) if t is not None and t.text.lower() in words.speakers]
    return len(tokens) > 1 and bool(said)


def _titled(reading: Reading, first: Token, words: Words) -> bool:
    """Whether a word for an office or calling stands right before the name: ``guide``, ``colonel``, ``mayor``."""
    ahead = reading.tokens_in(_before(reading, first))
    if not ahead or ahead[-1].span.end + 1 < first.span.start:
        return False
    said = ahead[-1].text.lower()
    return said in words.humans


def _before(reading: Reading, token: Token) -> Span:
    return Span(reading.span.start, max(reading.span.start, token.span.start))
