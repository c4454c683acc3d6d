"""Who belongs to whom, mined from the text: founders and firms, groups and branches, a name and its other name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claims.topics.name_parts import wording
from claims.topics.naming import folded
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import Words, load_words

Relations = Mapping[str, tuple[str, ...]]
"""To each folded name the folded names that stand for it or it belongs to, sorted."""

_BRACKETS = {"(": ")", "（": "）"}
_OF = frozenset({"of", "at", "的"})


def mine_relations(readings: Iterable[Reading]) -> Relations:
    """The relations that the sentences of one article state.

    ``X创始人Y``, ``X的创始人Y``, ``Y, the founder of X``, ``X's founder Y`` and ``X（Y）`` bind X and Y both ways.
    """
    words = load_words()
    bound: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for one, other in (*_roles(reading, words), *_glosses(reading)):
            a, b = folded(one), folded(other)
            if a != b and len(a) > 1 and len(b) > 1:
                bound[a].add(b)
                bound[b].add(a)
    return {name: tuple(sorted(others)) for name, others in bound.items()}


def _roles(reading: Reading, words: Words) -> Iterator[tuple[str, str]]:
    """Pairs of names with a word for a role between them or, in English, beside them."""
    phrases = reading.phrases
    for n, phrase in enumerate(phrases):
        inside = [i for i, t in enumerate(phrase.tokens) if t.text in words.roles or t.text.lower() in words.roles]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        owner = _names(reading, phrase.tokens[:first]) or _owner(reading, phrases, n)
        rest = phrase.tokens[last + 1 :]
        holder = _names(reading, rest) if rest else _linked(reading, phrases, n) or _apposed(reading, phrases, n)
        if owner and holder:
            yield owner, holder


def _owner(reading: Reading, phrases: tuple[Phrase, ...], n: int) -> str:
    """The name before a 的 or 's, or behind an ``of``."""
    before = phrases[n - 1] if n else None
    if before and before.link and before.link != "of" and before.last + 1 == phrases[n].first:
        return _names(reading, before.tokens)
    behind = phrases[n + 1] if n + 1 < len(phrases) else None
    if behind and behind.preposition in _OF:
        return _names(reading, behind.tokens)
    return ""


def _linked(reading: Reading, phrases: tuple[Phrase, ...], n: int) -> str:
    """The name behind a 的: ``X母公司的Y``."""
    behind = phrases[n + 1] if n + 1 < len(phrases) else None
    bound = behind is not None and phrases[n].link not in (None, "of") and behind.first == phrases[n].last + 1
    return _names(reading, behind.tokens) if behind and bound else ""


def _apposed(reading: Reading, phrases: tuple[Phrase, ...], n: int) -> str:
    """The name that a comma puts beside the role: ``Ann Lee, the founder of X``, ``X's founder, Ann Lee``."""
    for other in (phrases[n - 1] if n else None, phrases[n + 1] if n + 1 < len(phrases) else None):
        if other is None:
            continue
        left, right = sorted((other, phrases[n]), key=lambda p: p.first)
        between = reading.text[left.span.end : right.span.start].strip().lower()
        if between in (",", ", the", ", a", "，"):
            return _names(reading, other.tokens)
    return ""


def _glosses(reading: Reading) -> Iterator[tuple[str, str]]:
    """A name and the one in brackets behind it: 深度求索（DeepSeek）."""
    for left, right in zip(reading.phrases, reading.phrases[1:], strict=False):
        between = reading.text[left.span.end : right.span.start].strip()
        closing = reading.text[right.span.end : right.span.end + 1]
        if between in _BRACKETS and closing == _BRACKETS[between]:
            one, other = _names(reading, left.tokens, last=True), _names(reading, right.tokens)
            if one and other:
                yield one, other


def _names(reading: Reading, tokens: tuple[Token, ...], *, last: bool = False) -> str:
    """The run of names that ``tokens`` begin with or, with ``last``, end in; empty when there is none."""
    run = [t for t in tokens if t.pos is Pos.NAME]
    if not run or (last and tokens[-1].pos is not Pos.NAME):
        return ""
    return wording(
        reading, run if run[-1].span.end - run[0].span.start <= sum(len(t.text) for t in run) + len(run) else run[-1:]
    )
