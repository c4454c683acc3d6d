"""Chinese phrases that say what is told of something and not of what: 效率, 命中率, 员工 in 员工超过三千人."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.topics.noun_phrases import Phrase
from claims.topics.reading import Reading
from claims.topics.terms import head_of, role_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words

_PROPERTIES = frozenset({"attribute", "event", "activity"})
_SHORTEST = 2
_NO_COUNT = re.compile(r"[元年月日%％]|百分|公里|[米吨克度]$")
"""Values that are no number of things."""


def names_a_property(tokens: Sequence[Token]) -> bool:
    """Whether a phrase without a name is one for a property: a concept of that role, or a word that ends as they do."""
    role, last = role_of(head_of(tokens)[0]), tokens[-1].text
    if role in _PROPERTIES:
        return True
    words = load_words()
    ends = len(last) >= _SHORTEST and last[-1] in words.property_endings and last not in words.no_properties
    return ends and tokens[-1].pos is Pos.NOUN


def counted(reading: Reading, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether the phrase is a thing that the number behind it counts, and nothing follows: 员工超过三千人.

    With something behind it the number counts that, and the phrase may have it: 学生有三位老师. A thing that is
    counted has no other values either (员工三千人，市值达百亿元).
    """
    if phrase.link or role_of(head_of(tokens)[0]) != "thing":
        return False
    words = load_words()
    following = iter(reading.tokens[phrase.last :])
    first = next((t for t in following if t.pos is not Pos.ADVERB and t.text not in words.stative | {"了"}), None)
    if first is None or first.pos is not Pos.VALUE or first.text.startswith("第") or _NO_COUNT.search(first.text):
        return False
    behind = next(following, None)
    return behind is None or behind.pos is Pos.PUNCTUATION
