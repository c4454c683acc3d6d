"""For which house somebody speaks in English: Acme of *Acme's chairman, Karl Berg, said revenue rose*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.topics.pointers import is_anaphor
from claims.topics.reading import Reading
from claims.topics.terms import head_of, role_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_BEHIND = frozenset({"of", "for", "at"})
_PROPERTIES = ("attribute", "activity")
_PERSONS = frozenset({"he", "she", "his", "her", "i", "my"})
_THINGS = frozenset({"it", "its", "they", "their", "we", "our"})


@dataclass(frozen=True, slots=True)
class Spokesman:
    """The name of the house that is spoken for, and whether what is said points to it: *that it had 40 shops*."""

    house: Span
    pointed: bool


def spoken_for(reading: Reading, value: Span) -> Spokesman | None:
    """The house whose officer says what is said of ``value``, where nothing else that is said has it for a subject.

    None where a person or a house speaks by itself, or what is said has a subject of its own.
    """
    words = load_words()
    tokens = reading.tokens
    verb = next((n for n, t in enumerate(tokens) if t.span.end <= value.start and t.text.lower() in words.speakers), 0)
    if reading.chinese or not verb:
        return None
    house = _house(tokens[:verb])
    if house is None:
        return None
    said = Span(tokens[verb].span.end, value.start)
    if any(t.text.lower() in _PERSONS for t in reading.tokens_in(said)):
        return None
    pointed = any(t.text.lower() in _THINGS for t in reading.tokens_in(said)) or any(
        said.contains(p.span) and is_anaphor(reading, p) and p.tokens[0].text.lower() in words.housed
        for p in reading.phrases
    )
    return Spokesman(house, pointed) if pointed or not _has_subject(reading, said) else None


def _house(tokens: Sequence[Token]) -> Span | None:
    """The name before or behind an office: *Acme's chairman*, *the chief executive of Acme*."""
    for n, token in enumerate(tokens):
        if token.text.lower() not in load_words().roles:
            continue
        at = n + 1
        while at < len(tokens) and tokens[at].pos is Pos.NOUN:
            at += 1
        if at + 1 < len(tokens) and tokens[at].text.lower() in _BEHIND:
            at += 1
            while at < len(tokens) and tokens[at].pos is Pos.DETERMINER:
                at += 1
            if found := _names_from(tokens, at):
                return found
        at = n - 1
        while at >= 0 and tokens[at].pos in (Pos.NOUN, Pos.ADJECTIVE, Pos.LINK) and tokens[at].text.lower() != "of":
            at -= 1
        if found := _names_to(tokens, at):
            return found
    return None


def _names_from(tokens: Sequence[Token], first: int) -> Span | None:
    last = first
    while last < len(tokens) and tokens[last].pos is Pos.NAME:
        last += 1
    return Span(tokens[first].span.start, tokens[last - 1].span.end) if last > first else None


def _names_to(tokens: Sequence[Token], last: int) -> Span | None:
    first = last
    while first >= 0 and tokens[first].pos is Pos.NAME:
        first -= 1
    return Span(tokens[first + 1].span.start, tokens[last].span.end) if first < last else None


def _has_subject(reading: Reading, said: Span) -> bool:
    """Whether what is said has a name, or a noun that is no property, before its value."""
    free = [p for p in reading.phrases if said.contains(p.span) and (p.is_name or not p.preposition)]
    return any(role_of(head_of(phrase.tokens)[0]) not in _PROPERTIES for phrase in free)
