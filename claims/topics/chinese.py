"""Chinese words and their parts of speech, from rjieba (jieba's dictionary and model in Rust)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Protocol, cast

from claims.topics.concepts import Role, load_concepts
from claims.topics.han_names import whole_names
from claims.topics.tokens import Pos, Token
from claims.topics.words import load_words
from sources.span import Span

_BY_TAG = {
    "a": Pos.ADJECTIVE,
    "ad": Pos.ADJECTIVE,
    "an": Pos.NOUN,
    "b": Pos.ADJECTIVE,
    "c": Pos.CONJUNCTION,
    "d": Pos.ADVERB,
    "eng": Pos.NAME,
    "f": Pos.LOCALIZER,
    "i": Pos.OTHER,
    "j": Pos.NOUN,
    "l": Pos.NOUN,
    "m": Pos.NUMBER,
    "mq": Pos.NUMBER,
    "n": Pos.NOUN,
    "ng": Pos.LOCALIZER,
    "nr": Pos.NAME,
    "nrt": Pos.NAME,
    "nrfg": Pos.NAME,
    "ns": Pos.NAME,
    "nt": Pos.NAME,
    "nz": Pos.NAME,
    "p": Pos.PREPOSITION,
    "q": Pos.MEASURE,
    "r": Pos.PRONOUN,
    "s": Pos.NOUN,
    "t": Pos.TIME,
    "tg": Pos.TIME,
    "uj": Pos.LINK,
    "v": Pos.VERB,
    "vd": Pos.VERB,
    "vn": Pos.NOUN,
    "z": Pos.ADJECTIVE,
}
"""Tags of the ICTCLAS set that jieba uses; what is not named here falls to its first letter, else to NOUN."""

_BY_WORD = {"很": Pos.ADVERB, "甚": Pos.ADVERB, "且": Pos.CONJUNCTION, "此": Pos.PRONOUN, "每": Pos.PRONOUN}
"""Words that jieba takes for pieces of names (zg)."""

_BY_FIRST_LETTER = {
    "u": Pos.PARTICLE,
    "v": Pos.VERB,
    "a": Pos.ADJECTIVE,
    "y": Pos.PARTICLE,
    "e": Pos.PARTICLE,
    "o": Pos.PARTICLE,
    "k": Pos.PARTICLE,
    "h": Pos.PARTICLE,
}

# Dots, pluses and hyphens join what stands without a space: GPT-4, C++, Llama3.1.
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]*(?:[.+\-_/&'][A-Za-z0-9À-ɏ]+)*\+{0,2}")
_MOST_PIECES = 5
"""Of how many words the name of a concept is made at most."""

_SHORTEST_CONCEPT = 2
_WHEN = "时"
_NO_WORD = re.compile(r"[^\w]+")


class _Tagger(Protocol):
    def tag(self, text: str, /) -> list[tuple[str, str]]: ...

    def cut_for_search(self, text: str, /) -> list[str]: ...

    def has_word(self, word: str, /) -> bool: ...


@lru_cache(maxsize=1)
def _tagger() -> _Tagger:
    import rjieba

    return cast("_Tagger", rjieba)


def _pos(word: str, tag: str) -> Pos:
    if _NO_WORD.fullmatch(word):
        return Pos.PUNCTUATION
    if tag[:1] == "v" and len(word) > 1 and _is_property(word):
        return Pos.NOUN
    if plain := _BY_WORD.get(word) or (tag[:1] == "n" and (_plain(word) or _common(word, tag))):
        return plain
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    # A morpheme that is no word by itself (g), an unknown one (x, z) is most often a piece of a name.
    return _BY_FIRST_LETTER.get(tag[:1], Pos.NOUN)


def _plain(word: str) -> Pos | None:
    """What a common word is that the tagger takes for a name: 许可, 深度."""
    words = load_words()
    if word in words.plain_nouns:
        return Pos.NOUN
    if word in words.plain_verbs:
        return Pos.VERB
    return Pos.ADJECTIVE if word in words.plain_adjectives else None


def _roles(word: str) -> set[str]:
    """The roles of the concepts that the whole of ``word`` is a word for."""
    return {hit.role for hit in load_concepts().chinese(word, 0, len(word)) if hit.end - hit.start == len(word)}


@lru_cache(maxsize=20_000)
def _common(word: str, tag: str) -> Pos | None:
    """What a word for a thing or an event of the news is that the tagger takes for a name: 农村居民, 上市."""
    if _BY_TAG.get(tag) is not Pos.NAME or len(word) < _SHORTEST_CONCEPT:
        return None
    roles = _roles(word)
    if not roles:
        return None
    return Pos.VERB if roles <= {Role.EVENT} else Pos.NOUN


@lru_cache(maxsize=20_000)
def _is_property(word: str) -> bool:
    """Whether a word that the tagger takes for a verb names a property or thing in the news: 收入, 投资额."""
    if word in load_concepts().verbs:
        return False
    roles = _roles(word)
    return bool(roles) and Role.EVENT not in roles


def _whole_concepts(text: str, tagged: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """``tagged`` with the words that make up the name of a thing or property as one: 云 and 计算."""
    hits = {hit.start: hit for hit in load_concepts().chinese(text, 0, len(text)) if hit.role != Role.EVENT}
    at = skip = 0
    for n, (word, tag) in enumerate(tagged):
        start, at = at, at + len(word)
        if start < skip:
            continue
        hit = hits.get(start)
        compound = hit and hit.end > at and hit.end in _borders(tagged[n:], start)
        if hit and compound and text[start : hit.end] not in load_concepts().verbs:
            skip = hit.end
            yield text[start : hit.end], "n"
        else:
            yield word, tag


def _parted(tagged: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """``tagged`` with 时 and a verb of saying apart where the tagger takes them for one word: 接受采访时说."""
    parted: list[tuple[str, str]] = []
    for word, tag in tagged:
        if word[0] == _WHEN and word[1:] in load_words().speakers:
            parted += [(_WHEN, "n"), (word[1:], "v")]
        else:
            parted.append((word, tag))
    return parted


def _borders(tagged: Sequence[tuple[str, str]], start: int) -> set[int]:
    return set(accumulate((len(word) for word, _ in tagged[:_MOST_PIECES]), initial=start))


def _han_words(text: str, base: int, before: str) -> Iterator[Token]:
    at = base
    for word, pos in _tagged(text, before):
        if not word.isspace():
            yield Token(Span(at, at + len(word)), word, pos, word)
        at += len(word)


@lru_cache(maxsize=20_000)
def _tagged(text: str, before: str) -> tuple[tuple[str, Pos], ...]:
    """The words of a run; kept, for names are looked for in the same runs before sentences are read."""
    words = _whole_concepts(text, whole_names(_parted(_tagger().tag(text)), in_dictionary, before))
    return tuple((word, _pos(word, tag)) for word, tag in words)


def chinese_tokens(text: str, span: Span) -> Iterator[Token]:
    """The words of ``span`` of ``text`` (simplified script), in order; white space is left out.

    A Latin word inside is one token and taken for a name, unless it is one of the capitals that all use (AI, CEO).
    """
    at = span.start
    for latin in _LATIN.finditer(text, span.start, span.end):
        if latin.start() > at:
            yield from _han_words(text[at : latin.start()], at, text[at - 1 : at])
        pos = Pos.NOUN if latin.group() in load_words().common_latin else Pos.NAME
        yield Token(Span(*latin.span()), latin.group(), pos, latin.group().lower())
        at = latin.end()
    if at < span.end:
        yield from _han_words(text[at : span.end], at, text[at - 1 : at])


def word_parts(word: str) -> tuple[str, ...]:
    """The fewest shorter words of the dictionary that make up ``word`` (北京, 大学); ``word`` itself where none do."""
    shorter = {part for part in _tagger().cut_for_search(word) if 1 < len(part) < len(word)}
    ways: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(word) + 1):
        before = [(way, word[start:end]) for start, way in enumerate(ways) if way is not None]
        found = [(*way, part) for way, part in before if part in shorter]
        ways.append(min(found, key=len, default=None))
    return ways[-1] or (word,)


def in_dictionary(word: str) -> bool:
    """Whether the dictionary has ``word``; names of new firms and products it has not."""
    return _tagger().has_word(word)
