"""The parts of speech of English words: a lexicon, and endings for the words that it lacks.

Lexicon and rules are those of the tagger that TextBlob carries; ``tests/tables/tags.py`` makes the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import repeat

_NAME, _FIGURE, _NOUN = "NNP", "CD", "NN"

_DIGITS = re.compile(r"[0-9\-,.:/%$]+")

_PARTICIPLE, _ADVERB, _PLURAL = "ing", "ly", "s"
_NO_PLURAL = ("is", "ous", "ss")
_ADJECTIVES = ("able", "al", "ful", "ible", "ient", "ish", "ive", "less", "tic", "ous")
_PAST = "ed"
_VERBS = ("ate", "ify", "ise", "ize")


@lru_cache(maxsize=1)
def load_tags() -> Mapping[str, str]:
    """The usual tag, of the Penn Treebank set, of each word of the lexicon, as it is written."""
    return read_tags(files("claims.topics").joinpath("tags.txt").read_text(encoding="utf-8"))


def read_tags(text: str) -> Mapping[str, str]:
    """The tags of a table: what it says of itself, an empty line, then a tag and the words that have it a line."""
    tags: dict[str, str] = {}
    for line in text.partition("\n\n")[2].split("\n"):
        tag, *words = line.split(" ")
        tags.update(zip(words, repeat(tag)))
    return tags


def tags_of(words: Sequence[str]) -> list[str]:
    """The tag of each word of a sentence, in the Penn Treebank set."""
    lexicon = load_tags()
    tags = [lexicon.get(word) or _guessed(word) for word in words]
    if words and words[0] not in lexicon:
        tags[0] = lexicon.get(words[0].lower()) or tags[0]
    return tags


@lru_cache(maxsize=20_000)
def _guessed(word: str) -> str:
    """The tag of a word that the lexicon lacks: the last of what its form says."""
    if word.istitle():
        return _NAME
    if _DIGITS.fullmatch(word):
        return _FIGURE
    tag = _NOUN
    if word.endswith(_PARTICIPLE):
        tag = "VBG"
    if word.endswith(_ADVERB):
        tag = "RB"
    if word.endswith(_PLURAL) and not word.endswith(_NO_PLURAL):
        tag = "NNS"
    if word.endswith(_ADJECTIVES) or "-" in word:
        tag = "JJ"
    if word.endswith(_PAST):
        tag = "VBN"
    if word.endswith(_VERBS):
        tag = "VBP"
    return tag
