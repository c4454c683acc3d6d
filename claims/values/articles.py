"""Definite articles, which stand before dates and ordinals and change nothing: the 4th, die 1990er."""

from __future__ import annotations

from claims.lexicon import Lexicon
from claims.values.passage import Passage, is_letter


def past_article(passage: Passage, at: int, lexicon: Lexicon) -> int:
    """The place after the article at ``at`` and its space; ``at`` itself where there is none."""
    for word in lexicon.groups["counting"].get("definite", ()):
        if passage.folded.startswith(word + " ", at):
            return at + len(word) + 1
    return at


def before_article(passage: Passage, at: int, lexicon: Lexicon) -> int:
    """The place where the article begins that ends, with its space, at ``at``; ``at`` itself where there is none."""
    for word in lexicon.groups["counting"].get("definite", ()):
        start = at - len(word) - 1
        if start >= 0 and passage.folded.startswith(word + " ", start) and not is_letter(passage.char(start - 1)):
            return start
    return at
