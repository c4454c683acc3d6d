"""English words and their parts of speech."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Protocol, cast

from claims.topics.speaker_tags import in_speaker_tag
from claims.topics.tagger import load_tags, tags_of
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_BY_TAG = {
    "CC": Pos.CONJUNCTION,
    "CD": Pos.NUMBER,
    "DT": Pos.DETERMINER,
    "EX": Pos.PRONOUN,
    "FW": Pos.NOUN,
    "IN": Pos.PREPOSITION,
    "JJ": Pos.ADJECTIVE,
    "JJR": Pos.ADJECTIVE,
    "JJS": Pos.ADJECTIVE,
    "MD": Pos.VERB,
    "NN": Pos.NOUN,
    "NNS": Pos.NOUN,
    "NNP": Pos.NAME,
    "NNPS": Pos.NAME,
    "PDT": Pos.DETERMINER,
    "POS": Pos.LINK,
    "PRP": Pos.PRONOUN,
    "PRP$": Pos.DETERMINER,
    "RB": Pos.ADVERB,
    "RBR": Pos.ADVERB,
    "RBS": Pos.ADVERB,
    "RP": Pos.PARTICLE,
    "TO": Pos.PREPOSITION,
    "WDT": Pos.PRONOUN,
    "WP": Pos.PRONOUN,
    "WP$": Pos.DETERMINER,
    "WRB": Pos.CONJUNCTION,
}
"""The Penn Treebank set; verbs are told by their first two letters."""

_WORD = re.compile(r"[^\W\d_](?:\w|[.+&'’/-](?=[^\W_]))*\+{0,2}|\d[\d.,:/-]*\w*|[^\w\s]|\w")
_SUFFIX = re.compile(r"['’]s?$|(?<=[a-z])['’](?:ve|ll|re|d|m)$")
_CONTRACTED = ("ve", "ll", "re", "d", "m")
_MONTHS = frozenset(
    {
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    }
)
_INDEFINITE = frozenset(
    {
        *("anybody", "anyone", "anything", "everybody", "everyone", "everything"),
        *("nobody", "nothing", "somebody", "someone", "something"),
    }
)
_PLURALS = frozenset({"NNS", "NNPS"})
_TIMES = frozenset(
    {
        *("today", "yesterday", "tomorrow", "now", "currently"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    }
)


_OPENING = re.compile(r"(?:^|[.!?:\n]|[“\"‘'(])(?:[-*•–—·]\s)?[\s“\"‘'(]*$")
_LOOK_BACK = 4
_BULLETS = frozenset("-*•–—·")
_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")


class _Stemmer(Protocol):
    def stemWord(self, word: str, /) -> str: ...  # noqa: N802


@lru_cache(maxsize=1)
def _stemmer() -> _Stemmer:
    import snowballstemmer

    return cast("_Stemmer", snowballstemmer.stemmer("english"))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The Snowball stem of an English word in lower case: ``founded`` and ``founding`` are one, and so are ``max``
    and ``maximum``."""
    plain = word.lower()
    return _stemmer().stemWord(_short_words().get(plain, plain))


@lru_cache(maxsize=1)
def _short_words() -> dict[str, str]:
    """What words that are cut short stand for."""
    return tomllib.loads(files("claims.topics").joinpath("short_words.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _capitals(text: str) -> frozenset[str]:
    """The words that ``text`` writes with a capital inside a sentence, so that they are names at its head too."""
    return frozenset(_WITHIN.findall(text))


def _first_word(text: str, at: int, words: list[str]) -> str:
    """The word that opens a sentence as it would stand inside one: ``Rain fell`` opens with no name."""
    word = words[0]
    opens = _OPENING.search(text, max(0, at - _LOOK_BACK), at)
    if not opens or not (word[:1].isupper() and word[1:].islower()) or word in _capitals(text):
        return word
    listed = load_words()
    plain = word.lower()
    behind = words[1] if len(words) > 1 else ""
    if plain in _short_words() and not (behind[:1].isupper() and behind[1:].islower()):
        return plain  # Max speed, Max DB size, and not Max Born
    known = _known(plain)
    common = (known is not None and not known.startswith("NNP")) or plain in listed.titles
    in_name = behind[:1].isupper() and plain not in listed.titles and plain not in listed.roles
    return plain if common and not in_name else word


def _known(plain: str) -> str | None:
    """The usual tag of a word in lower case, or of the singular that the lexicon has of it alone: *colours*."""
    tags = load_tags()
    return tags.get(plain) or (tags.get(plain.removesuffix("s")) if plain.endswith("s") else None)


def _words(text: str, span: Span) -> Iterator[Span]:
    for found in _WORD.finditer(text, span.start, span.end):
        owner = _SUFFIX.search(found.group())
        if owner and owner.start() > 0:
            yield Span(found.start(), found.start() + owner.start())
            yield Span(found.start() + owner.start(), found.end())
        else:
            yield Span(*found.span())


def _pos(word: str, tag: str) -> Pos:
    if word in {"'s", "’s", "'", "’", "of"}:
        return Pos.LINK
    if word[0] in "'’" and word[1:] in _CONTRACTED:
        return Pos.VERB
    if not word[0].isalnum():
        return Pos.PUNCTUATION
    if word.lower() in _INDEFINITE:
        return Pos.PRONOUN
    if word.lower() in _TIMES:
        return Pos.TIME
    if word in load_words().common_latin:
        return Pos.NOUN
    if any(c.isupper() for c in word[1:]) or (word[0].isalpha() and any(c.isdigit() for c in word)):
        return Pos.NAME  # what the dictionary cannot know: SQLite, MC/DC, TH3
    return Pos.VERB if tag.startswith("VB") else _BY_TAG.get(tag.split("-")[0], Pos.OTHER)


def english_tokens(text: str, span: Span) -> Iterator[Token]:
    """The words of ``span`` of ``text``, in order, punctuation included."""
    spans = list(_words(text, span))
    if not spans:
        return
    words = [s.of(text) for s in spans]
    first = 1 if words[0] in _BULLETS and len(words) > 1 else 0
    words[first] = _first_word(text, spans[first].start, words[first:])
    tags = tags_of(words)
    if _opens_with_verb(text, spans[first].start, tags[first:]):
        tags[first] = "VBZ"
    for n, (place, word, tag) in enumerate(zip(spans, words, tags, strict=True)):
        pos = Pos.OTHER if in_speaker_tag(text, place) else _pos(word, tag)
        if pos is Pos.NAME and word in _MONTHS and not any(w[:1].isupper() for w in _beside(words, n)):
            pos = Pos.TIME
        yield Token(place, place.of(text), pos, _lemma(word, pos, tag))


def _lemma(word: str, pos: Pos, tag: str) -> str:
    """A name is compared as it is written, unless it is capitals for a word that is cut short: DB."""
    named = pos is Pos.NAME and tag not in _PLURALS and not (word.isupper() and word.lower() in _short_words())
    return word.lower() if named else stem(word)


def _beside(words: Sequence[str], at: int) -> Sequence[str]:
    return [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]


def _opens_with_verb(text: str, at: int, tags: Sequence[str]) -> bool:
    """Whether a line leaves out who does what it says, as lists of features do: *Stores every draft*."""
    opens = _OPENING.search(text, max(0, at - _LOOK_BACK), at)
    return opens is not None and len(tags) > 1 and tags[0] == "NNS" and tags[1] == "DT"
