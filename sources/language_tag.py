"""The language a source is said to be in: a tag of BCP 47, by the grammar of RFC 5646."""

from __future__ import annotations

import re

_LANGUAGE = r"[a-z]{2,3}(?:-[a-z]{3}){0,3}"
"""The grammar has room for codes of four to eight letters, of which none was ever given out; names of languages fit."""

_SCRIPT = r"(?:-[a-z]{4})?"
_REGION = r"(?:-(?:[a-z]{2}|\d{3}))?"
_VARIANTS = r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"
_EXTENSIONS = r"(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*"
_PRIVATE = r"x(?:-[a-z\d]{1,8})+"
_IRREGULAR = (
    "en-GB-oed|i-ami|i-bnn|i-default|i-enochian|i-hak|i-klingon|i-lux|i-mingo|i-navajo|i-pwn|i-tao|i-tay|i-tsu"
    "|sgn-BE-FR|sgn-BE-NL|sgn-CH-DE|art-lojban|cel-gaulish|no-bok|no-nyn|zh-guoyu|zh-hakka|zh-min|zh-min-nan|zh-xiang"
)
"""Those that were registered before there was a grammar."""

_TAG = re.compile(
    f"{_LANGUAGE}{_SCRIPT}{_REGION}{_VARIANTS}{_EXTENSIONS}(?:-{_PRIVATE})?|{_PRIVATE}|{_IRREGULAR}",
    re.ASCII | re.IGNORECASE,
)


def check_language(text: str) -> str:
    """``text`` if it is a well-formed tag; whether its parts are registered is not asked.

    Raises ValueError, whose message says what is expected, for anything else.
    """
    if not _TAG.fullmatch(text):
        raise ValueError(f"{text[:40]!r} is not a language tag as en, zh-Hans or zh-Hant-HK")
    return text
