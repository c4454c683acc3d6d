"""What a sentence tells besides a value: its names, its telling words and its other figures.

Two sentences about one event share these even where each calls the subject and the property by other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.model import Kind, ValueMention
from claims.scales import scale_of
from claims.topics.naming import folded
from claims.topics.places import MARK, name_key
from claims.topics.reading import Reading
from claims.topics.scoping import scopes_in
from claims.topics.terms import terms_of
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

NAME = "^"
"""Stands before a word of a name."""

TOPICAL = "~"
"""Stands in its place before one that the article keeps coming back to, and so tells no sentence of it from another."""

_OFTEN = 4
"""In how many sentences a name stands that the article keeps coming back to."""

_DAY = len("2025-04-09")
_TELLING_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """``words`` are telling words, those of names marked with NAME and places by their id; ``figures`` pairs of a
    value expression and a form of it that is alike in all languages."""

    words: frozenset[str]
    figures: tuple[tuple[Span, str], ...] = ()


NO_SETTING = Setting(frozenset())


def told_apart(settings: Sequence[Setting]) -> list[Setting]:
    """The settings of an article's sentences, the names that many of them share marked as topical."""
    times = Counter(word for setting in settings for word in setting.words if word.startswith(NAME))
    often = {word for word, count in times.items() if count >= _OFTEN}
    return [replace(s, words=frozenset(TOPICAL + w[1:] if w in often else w for w in s.words)) for s in settings]


def named_again(settings: Sequence[Setting]) -> frozenset[str]:
    """The words of names, places among them, that stand in two sentences of an article or more."""
    times = Counter(word for setting in settings for word in setting.words if word[0] in (NAME, MARK))
    return frozenset(word.replace(NAME, TOPICAL) for word, count in times.items() if count > 1)


def setting_of(reading: Reading, mentions: Sequence[ValueMention]) -> Setting:
    """The setting of one sentence; ``mentions`` are its value expressions."""
    named = _named(reading)
    words = {w for w in terms_of(reading, reading.span, reading.values) if NAME + w not in named}
    places = {f"{MARK}{id_}" for id_, _ in scopes_in(reading, reading.span)}
    figures = tuple((m.span, figure) for m in mentions if not m.role and (figure := _figure(m)))
    return Setting(frozenset(words | named | places), figures)


def words_around(own: Setting, neighbours: Sequence[Setting], topic: str) -> tuple[str, ...]:
    """The words of the neighbours and of the article's ``topic`` that the sentence itself has not, sorted."""
    about = {TOPICAL + word for word in topic.split()} if topic[:1] != MARK else {topic}
    return tuple(sorted(about.union(*(n.words for n in neighbours)) - own.words - {TOPICAL}))


def beside_figures(own: Setting, neighbours: Sequence[Setting], value: Span) -> tuple[str, ...]:
    """The figures of the sentence and its neighbours but for the one at ``value``, sorted."""
    return tuple(sorted({f for s in (own, *neighbours) for span, f in s.figures if span != value}))


def _named(reading: Reading) -> set[str]:
    """The words of the sentence's names, but for those that many names share (Bank, Judge, University)."""
    found: set[str] = set()
    for token in reading.tokens:
        if token.pos is Pos.NAME and name_key(token.text)[:1] != MARK:
            parts = folded(token.text).split() if token.text.isascii() else [folded(token.text)]
            found.update(NAME + part for part in parts if len(part) > 1 and not shared_by_many(part))
    return found


def shared_by_many(word: str) -> bool:
    """Whether a folded word stands in the names of too many to tell them: a title, or what bears a name."""
    listed = load_words()
    return word in listed.titles or word in listed.anaphors or word.capitalize() in listed.bearers


def _figure(mention: ValueMention) -> str:
    """One form for a figure that hardly stands in two sentences by chance: a day, or a number of several digits."""
    quantity = mention.quantity
    low, high = quantity.low, quantity.high
    if quantity.kind is Kind.DATE:
        same = isinstance(low, str) and low == high and len(low) >= _DAY
        return str(low)[:_DAY] if same else ""
    if not isinstance(low, Decimal) or low != high or quantity.kind in (Kind.RANK, Kind.SUPERLATIVE):
        return ""
    scale = scale_of(quantity)
    size = low * scale.size
    digits = format(size, "f").strip("0.").replace(".", "")
    return f"{scale.dimension}:{size.normalize():f}" if len(digits) >= _TELLING_DIGITS or ":" in scale.dimension else ""
