"""Chinese names that cannot be what a sentence is about: ruled by a verb, counted, or only compared with."""

from __future__ import annotations

from claims.topics.han_bonds import comparison, counted_by
from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_INSIDE = frozenset("、“”‘’「」『』《》（）()")


def only_mentioned(reading: Reading, phrase: Phrase, name: Token) -> bool:
    """Whether ``phrase``, whose name begins with the word ``name``, is an object (提出甲), counted (三艘甲), or
    compared with (与甲相比)."""
    stretch = comparison(reading)
    compared = stretch is not None and stretch.contains(phrase.span)
    return compared or counted_by(reading, phrase) is not None or is_ruled(reading, name)


def is_ruled(reading: Reading, name: Token) -> bool:
    """Whether a verb of its clause rules a name: 提出甲, but neither 成立三年的甲 nor 上台的是甲.

    What is brought up (再看甲) and a title in 《》 are what the text goes on with.
    """
    words = load_words()
    if reading.text[name.span.start - 1 : name.span.start] == "《":
        return False
    free = words.identifying | words.skipped | words.presenting | {"的"}
    clause = reading.clause_of(name.span)
    ruled = False
    for token in reading.tokens_in(Span(clause.start, max(clause.start, name.span.start))):
        if token.text in free:
            ruled = False
        elif token.pos is Pos.VERB:
            ruled = token.text not in words.speakers
        elif token.pos is Pos.PUNCTUATION and token.text not in _INSIDE:
            ruled = False
    return ruled
