"""The regular inflected forms of an English word, spelt out.

A stem would take in derived words as well, which mean other things: developers and development, imports and
important, authors and authorities.
"""

from __future__ import annotations

from functools import lru_cache

_VOWELS = frozenset("aeiou")
_PAST = frozenset({"fell", "found", "saw"})
"""Past forms that another verb is spelt like: they are taken as they stand, so that *found* is not *founded*."""


def plurals(word: str) -> frozenset[str]:
    """``word``, in the letters it is written with, and its regular plural: ``city``, ``cities``."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return frozenset({word, f"{word[:-1]}ies"})
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return frozenset({word, f"{word}es"})
    return frozenset({word, f"{word}s"})


@lru_cache(maxsize=20_000)
def inflected(word: str) -> frozenset[str]:
    """``word`` with its regular forms as a noun and as a verb: ``plan``, ``plans``, ``planned``, ``planning``."""
    if word in _PAST:
        return frozenset({word})
    return plurals(word) | {base + ending for base in _bases(word) for ending in ("ed", "ing")}


def _bases(word: str) -> frozenset[str]:
    """What -ed and -ing are put to; a false form among them (``appliing``) does no harm, for nobody writes it."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return frozenset({word, f"{word[:-1]}i"})
    if word.endswith("e"):
        return frozenset({word, word[:-1]})
    doubled = word[-1:] not in _VOWELS and word[-2:-1] in _VOWELS
    return frozenset({word, word + word[-1]}) if doubled else frozenset({word})
