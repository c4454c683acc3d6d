"""Chinese words that stand for what was spoken of: 该公司, 这家店, 这座城市."""

from __future__ import annotations

from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words

_NEAR = 3
"""How many words before a noun may point back: 这 一 家."""


def points_back(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is a common noun that 这, 该 or the like makes stand for something named before."""
    if any(t.pos is Pos.NAME for t in phrase.tokens):
        return False
    ahead = reading.tokens[max(0, phrase.first - _NEAR) : phrase.first]
    words = "".join(t.text for t in ahead).rstrip("“「『")  # 这种“学以致用”的机制
    return any(words.endswith(pointer) for pointer in load_words().pointers)


def owned_by_a_pronoun(phrase: Phrase) -> bool:
    """Whether the phrase is what a word for the subject of the sentence before has: 公司现有员工."""
    return len(phrase.tokens) > 1 and phrase.tokens[0].text in load_words().pronouns


def stands_for_the_subject(reading: Reading, phrase: Phrase) -> bool:
    """Whether such a phrase opens its clause and is not put beside a name (甲市这座城市), so that it goes on with what
    the sentence before was about."""
    if not points_back(reading, phrase):
        return False
    clause = reading.clause_of(phrase.span)
    ahead = [t for t in reading.tokens[: phrase.first] if clause.contains(t.span)]
    return not any(t.pos in (Pos.NAME, Pos.VERB) for t in ahead)
