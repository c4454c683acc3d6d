"""Words with their part of speech, in one small set for all languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sources.span import Span


class Pos(StrEnum):
    """Parts of speech, as coarse as the grammar of subjects needs them."""

    NAME = "name"
    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    NUMBER = "number"
    MEASURE = "measure"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PRONOUN = "pronoun"
    DETERMINER = "determiner"
    LINK = "link"  # 的, of, 's: binds two noun phrases
    TIME = "time"
    LOCALIZER = "localizer"  # 中, 上, 以来
    PARTICLE = "particle"
    PUNCTUATION = "punctuation"
    VALUE = "value"  # a whole value expression, found before words were cut
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """One word; ``span`` counts code points of the cleaned text, ``lemma`` is what matching compares."""

    span: Span
    text: str
    pos: Pos
    lemma: str
