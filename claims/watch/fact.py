"""An entry as claims are held against it: names, words and scale in the form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from claims.aliases import Aliases
from claims.model import Kind
from claims.scales import scale_of
from claims.topics.inflection import inflected
from claims.topics.naming import folded
from claims.topics.places import name_key
from claims.topics.reading import Reading
from claims.topics.scoping import scopes_in
from claims.topics.terms import head_of
from claims.topics.tokens import Pos
from claims.watch.entry import Entry
from claims.watch.value import Value
from sources.cleaning import clean
from sources.script import to_simplified
from sources.span import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Fact:
    """``subject`` is the canonical name, ``names`` are keys of all its names.

    ``phrases`` are the folded words for the property, ``concepts`` what they are known to mean; ``dimension`` is what
    the value compares with, ``scope`` where it holds, in canonical wording. ``keys`` stand for subject and property
    together: two facts that share one are about the same thing.
    """

    entry: Entry
    subject: str
    names: frozenset[str]
    phrases: tuple[str, ...]
    concepts: frozenset[str]
    dimension: str
    scope: str | None
    keys: tuple[str, ...]

    @property
    def in_words(self) -> bool:
        """Whether it is stated without a number."""
        return self.dimension == Kind.FACT.value

    @classmethod
    def of(cls, entry: Entry, value: Value, aliases: Aliases) -> Fact:
        """The fact that ``entry`` states with ``value``; ``aliases`` know all names of its subject."""
        subject = aliases.canonical(entry.subject)
        names = frozenset(name_key(to_simplified(name)) for name in (*entry.names, *aliases.names_of(subject)))
        phrases = tuple(dict.fromkeys(folded(to_simplified(words)) for words in entry.attribute))
        known = [value.attribute] if value.attribute else map(concept_of, phrases)
        concepts = frozenset(filter(None, known))
        dimension = scale_of(value.quantity).dimension
        key = name_key(to_simplified(subject))
        keys = tuple(sorted(f"{key}|{words}" for words in {*phrases, *concepts}))
        scope = _canonical_scope(entry.scope) if entry.scope else None
        return cls(entry, subject, names, phrases, concepts, dimension, scope, keys)


def _canonical_scope(words: str) -> str:
    """The canonical scope that ``words`` name; the words themselves where none is known."""
    text = clean(words).text
    named = scopes_in(Reading(text, Span(0, len(text))), Span(0, len(text)))
    return named[0][0] if named else words


def with_names(aliases: Aliases, entries: Iterable[Entry]) -> Aliases:
    """``aliases`` and, where they do not know them yet, the names of the subjects of ``entries``."""
    groups = {head: set(others) for head, others in aliases.groups}
    for entry in entries:
        grown = Aliases.of(groups)
        heads = [head for head in map(grown.canonical, entry.names) if head in groups]
        groups.setdefault(heads[0] if heads else entry.subject, set()).update(
            name for name in entry.names if grown.canonical(name) == name and name not in groups
        )
    return Aliases.of({head: others - {head} for head, others in groups.items()})


def concept_of(phrase: str) -> str | None:
    """The concept that a phrase is known to name; None where it is none, or narrows one down (``cloud revenue``)."""
    words = [t for t in Reading(phrase, Span(0, len(phrase))).tokens if t.pos is not Pos.PUNCTUATION]
    head, modifiers = head_of(words) if words else ("", ())
    return head if head.startswith("=") and not modifiers else None


def says(text: str, phrase: str) -> bool:
    """Whether a folded ``text`` uses the words of a folded ``phrase``: Chinese as they stand, others inflected."""
    if _HAN.search(phrase):
        return phrase in text
    words = set(_WORD.findall(text))
    return all(not words.isdisjoint(inflected(word)) or word in words for word in _WORD.findall(phrase))


def names_in(text: str, names: Collection[str]) -> bool:
    """Whether one of the folded ``names`` stands in a folded ``text`` as a word of its own."""
    return any(name in text if _HAN.search(name) else _alone(text, name) for name in names)


def _alone(text: str, name: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", text) is not None
