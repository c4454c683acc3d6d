"""Names for claims and pairs that survive everything but a change of what is said.

A key is made of wording alone. Neither path nor offset, quote borders, parsed value, rule, subject or alias goes
in, so that an editor's decision still stands after a file has moved, lines were re-wrapped, the script was
converted or a new release reads a value better.
"""

from __future__ import annotations

import hashlib
import unicodedata
from base64 import b32encode

KEY_LENGTH = 12
"""Characters of a key: 60 bits, by which among a million claims two collide once in two million registries."""


def folded(text: str) -> str:
    """``text`` (cleaned, so already in simplified script) without white space, width and case."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _digest(*parts: str) -> str:
    # The separator cannot stand in folded text, so no two lists of parts run together.
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest).decode("ascii").lower()[:KEY_LENGTH]


def claim_key(value: str, sentence: str, *neighbours: str) -> str:
    """The key of a claim: its value expression in the wording of its (cleaned) sentence.

    ``neighbours`` are given only where one document holds several claims that are otherwise equal.
    """
    return _digest("claim", folded(value), folded(sentence), *(folded(text) for text in neighbours))


def pair_key(key_a: str, key_b: str) -> str:
    """The key of a pair of claims, whichever of the two is named first."""
    return _digest("pair", *sorted((key_a, key_b)))
