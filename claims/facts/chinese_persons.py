"""The persons that a Chinese sentence names, so that two spellings of one name can be found."""

from __future__ import annotations

from collections.abc import Iterator

from claims.facts.arguments import index_at
from claims.facts.attributes import PERSON
from claims.facts.fact import Fact
from claims.facts.persons import person_at
from claims.topics.chinese import in_dictionary
from claims.topics.places import is_place
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_LABEL = "姓名"
_LENGTH = 3
_PLACES = frozenset("站村乡镇县市区省州路街桥馆院校厂店社证")
"""Characters that end the names of places and houses and no given name."""


def persons_named(reading: Reading) -> Iterator[Fact]:
    """A fact without a subject for each person named by surname and given name.

    A name has three characters, or stands before a verb of saying. What it is taken for has to be known by its place:
    it opens a clause or is cut as a name.
    """
    text, tokens = reading.text, reading.tokens
    opening = {clause.start for clause in reading.clauses}
    end = 0
    for token in tokens:
        start = token.span.start
        if start < end or not (token.pos is Pos.NAME or start in opening):
            continue
        stop = person_at(text, start, reading.span.end)
        if stop is None or not _is_name(reading, token, stop):
            continue
        end = stop
        place = Span(start, stop)
        yield Fact(PERSON, _LABEL, None, place, (place,), firm=False, bare=True)


def _is_name(reading: Reading, token: Token, stop: int) -> bool:
    """Whether the characters up to ``stop`` are a name and neither a word of the dictionary nor a place."""
    name = Span(token.span.start, stop).of(reading.text)
    if name[-1] in _PLACES or is_place(name) or (in_dictionary(name) and token.pos is not Pos.NAME):
        return False
    given = reading.tokens[index_at(reading, token.span.end) :][:1]
    if len(token.text) == 1 and given and given[0].pos is not Pos.NAME and in_dictionary(given[0].text):
        return len(given[0].text) == 1  # 连房子: 连 and a word
    if len(token.text) > 1 and token.pos is not Pos.NAME and in_dictionary(token.text):
        return False
    return len(name) >= _LENGTH or any(reading.text.startswith(verb, stop) for verb in load_words().speakers)
