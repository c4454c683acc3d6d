"""What holds a statement to a part of what its sentence is about: *at its laboratories*, *women*, *nine of the farm's*.

A figure of a part does not contradict that of the whole. The words are those of one sentence; whether the other
statement has them too is for the rules to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

ANOTHER = "another"
"""Stands for words that go on to another thing of the sort: a sequel, a rival, the next town."""

PARTITIVE = "of it"
"""Stands for a count of some among many: nine turbines of the farm, nine of the injured."""

_OF_THEM = re.compile(r"\s+of (?:the|them|these|those|its|their|his|her|our|whom|which)\b")

_AMONG = re.compile(r"(?:^|[，。；：])(?![在当其])[^，。；：在当]{2,14}(?<![其期])[中里][，,]$")
"""A Chinese clause that names those among whom some are counted: 现有教职工中，拥有硕士学位的118人."""

_FRONTED = frozenset({"at", "in", "of", "among", "for", "across", "on"})


def narrowed_by(reading: Reading, value: Span) -> tuple[str, ...]:
    """The words, sorted, by which the clause of the value at ``value`` speaks of a part only.

    They are listed ones (``women``, ``overseas``), the words of a phrase put before the subject (``In the capital``),
    and PARTITIVE. Chinese has listed ones only.
    """
    clause = reading.clause_of(value)
    found = set(_listed(reading, clause))
    if _goes_on(reading):
        found.add(ANOTHER)
    if not reading.chinese:
        found.update(_fronted(reading, value))
        if _partitive(reading, clause, value):
            found.add(PARTITIVE)
    return tuple(sorted(found))


def _listed(reading: Reading, clause: Span) -> Iterator[str]:
    words = load_words()
    if reading.chinese:
        text = clause.of(reading.text)
        yield from (word for word in words.narrowing if not word.isascii() and word in text)
        if _AMONG.search(reading.text, reading.span.start, clause.start):
            yield PARTITIVE
        return
    tokens = reading.tokens_in(clause)
    for token, behind in zip(tokens, (*tokens[1:], None), strict=True):
        of_a_place = behind is not None and behind.pos is Pos.NAME  # northern England, Western Australia
        if token.text.lower() in words.narrowing and not of_a_place:
            yield token.lemma


def _goes_on(reading: Reading) -> bool:
    listed = load_words().otherness
    if reading.chinese:
        return any(word in reading.wording for word in listed if not word.isascii())
    return any(t.text.lower() in listed for t in reading.tokens)


def _fronted(reading: Reading, value: Span) -> Iterator[str]:
    """The words of the prepositional phrases that open the sentence, before its subject."""
    for phrase in reading.phrases:
        if phrase.span.start >= value.start or not phrase.preposition:
            return
        if phrase.preposition in _FRONTED and not _dates(phrase) and not _measured(reading, phrase):
            yield from (t.lemma for t in phrase.tokens if t.pos in (Pos.NOUN, Pos.NAME))


def _measured(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase tells at what value of a measure something holds, which is no part: at a page size of 4 kB."""
    behind = reading.tokens[phrase.last : phrase.last + 2]
    return len(behind) > 1 and behind[0].text.lower() == "of" and behind[1].pos is Pos.VALUE


def _dates(phrase: Phrase) -> bool:
    return any(t.text.lower() in load_words().timely for t in phrase.tokens)


def _partitive(reading: Reading, clause: Span, value: Span) -> bool:
    if _OF_THEM.match(reading.text, value.end, clause.end):
        return True
    ahead = [t for t in reading.tokens_in(clause) if t.span.end <= value.start]
    counted = next((p for p in reading.phrases if p.span.start >= value.end), None)
    if ahead or counted is None or reading.text[value.end : counted.span.start].strip():
        return False
    return counted.link == "of"
