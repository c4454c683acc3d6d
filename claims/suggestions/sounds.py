"""Which Chinese characters sound alike.

GB 2312-80 orders the 3 755 characters of its level 1 (lead bytes B0 to D7) by their sound, so the place of a character
in that standard tells its syllable; Python has the standard as a codec. The other characters are ordered by shape, and
nothing is said of them. A character with several readings is known by one of them only.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from claims.suggestions.vocabulary import load_vocabulary

_FIRST, _LAST = b"\xb0\xa1", b"\xd7\xf9"


def same_sound(a: str, b: str) -> bool | None:
    """Whether two simplified characters are one syllable, tones apart; None where that is not known."""
    one, other = _syllable(a), _syllable(b)
    return None if one is None or other is None else one == other


def _syllable(character: str) -> int | None:
    code = _code(character)
    return bisect_right(_starts(), code) if _FIRST <= code <= _LAST else None


def _code(character: str) -> bytes:
    return character.encode("gb2312", errors="ignore")


@lru_cache(maxsize=1)
def _starts() -> tuple[bytes, ...]:
    return tuple(map(_code, load_vocabulary().syllables))
