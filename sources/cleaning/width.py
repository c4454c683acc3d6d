"""Full-width forms, odd spaces and characters that take no room."""

from __future__ import annotations

import re
import unicodedata

from sources.offsets import Edit
from sources.span import Span

CHINESE_MARKS = "，：；！？（）"
"""Full-width marks that are the proper Chinese ones, and stay."""

_FULL = "".join(map(chr, range(0xFF01, 0xFF5F)))
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_RADICALS = "".join(map(chr, range(0x2F00, 0x2FD6)))
_COMPATIBILITY = "".join(map(chr, range(0xF900, 0xFB00)))

_NARROW: dict[int, str] = {
    **{ord(mark): chr(ord(mark) - 0xFEE0) for mark in _FULL if mark not in CHINESE_MARKS},
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    # Characters that PDF readers write for common ones: radicals (U+2F00) and compatibility forms (U+F900).
    **{
        ord(form): plain
        for form in _RADICALS + _COMPATIBILITY
        if len(plain := unicodedata.normalize("NFKC", form)) == 1 and plain != form
    },
    ord("￥"): "¥",
    ord("￡"): "£",
    ord("￠"): "¢",
    ord("〜"): "~",
    ord("\u2212"): "-",
}

_FOLDED = re.compile("[" + re.escape("".join(map(chr, _NARROW))) + "]")

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_ROOMLESS = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff]+|[" + "".join(_LIGATURES) + "]"
)


def narrowed(text: str) -> str:
    """``text`` with full-width digits, letters and signs as ASCII, and every space a plain one; as long as before.

    The Chinese marks ``，：；！？（）`` stay as they are.
    """
    return text.translate(_NARROW) if _FOLDED.search(text) else text


def roomless(text: str) -> list[Edit]:
    """Edits that drop what takes no room (zero-width and control characters, soft hyphens) and part ligatures."""
    return [Edit(Span(*match.span()), _LIGATURES.get(match[0], "")) for match in _ROOMLESS.finditer(text)]
