"""English insertions that say what a name is: ``Harrow & Finch, the oldest bookbinder in Leeds, has nine workers``."""

from __future__ import annotations

from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from sources.span import Span

_ARTICLES = frozenset({"the", "a", "an"})
_COMMA = ","
_LONGEST = 14
"""Words of an insertion; what is longer tells something itself."""


def insertion(reading: Reading) -> tuple[Phrase, Span] | None:
    """The name that opens an English sentence, and the insertion between commas that says what it is; None without one.

    The insertion has an article and no verb in it.
    """
    name = next(iter(reading.phrases), None)
    if reading.chinese or name is None or not name.is_name or name.last + 1 >= len(reading.tokens):
        return None
    tokens, opened = reading.tokens, name.last
    if any(t.pos is not Pos.DETERMINER for t in tokens[: name.first]) or tokens[opened].text != _COMMA:
        return None
    if tokens[opened + 1].text.lower() not in _ARTICLES:
        return None
    inside = tokens[opened + 1 : opened + 1 + _LONGEST]
    closed = next((n for n, t in enumerate(inside) if t.text == _COMMA or t.pos is Pos.VERB), None)
    if closed is None or inside[closed].text != _COMMA:
        return None
    return name, Span(tokens[opened].span.start, inside[closed].span.end)
