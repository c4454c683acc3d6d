"""Bytes become text without loss, or are refused.

UTF-8 is tried first and strictly; a byte order mark decides; what is left is asked of charset-normalizer (MIT,
https://github.com/jawah/charset_normalizer), among encodings that keep no state between characters.
"""

from __future__ import annotations

import codecs
import re

from sources.errors import SourceError

ENCODINGS = (
    "gb18030",
    "big5",
    "cp950",
    "big5hkscs",
    "cp932",
    "euc_jp",
    "cp949",
    "cp1252",
)
"""The encodings looked for, besides UTF-8 and what carries a byte order mark; of two that agree, the first is named."""

WIDE_ENCODINGS = ("utf_16_le", "utf_16_be")
"""Those that are looked for where there is a NUL byte, and only there."""

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859_1": "cp1252", "ascii": "cp1252", "shift_jis": "cp932"}
"""What a page that declares an encoding is read as: the wider one that pages under that name are written in
(https://encoding.spec.whatwg.org/#names-and-labels)."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks, the longer before those they begin with. The codecs named keep the mark as character 0."""

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3\x00", "a database"),
)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

CONTROL_SHARE = 0.002
"""Text holds at most this share of control characters, and no NUL."""


def decode(data: bytes, place: str, *, declared: str | None = None) -> tuple[str, str]:
    """The text of ``data`` and the encoding it is in; ``text.encode(encoding) == data`` always.

    ``place`` names the source in the SourceError that is raised for what is not text, or cannot be decoded whole.
    ``declared`` is the encoding that ``data`` itself names: of those looked for here it is the first to be tried.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(place, f"is {what}, not text", "save its text as a .txt or .md file and add that")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data, encoding, place), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(data):
            problem = f"is UTF-8 but for byte {error.start}, which cannot be decoded"
            raise SourceError(place, problem, "repair the file or fetch it again") from None
    else:
        if "\0" not in text:
            return _checked(data, "utf-8", place), "utf-8"
    named = _WIDER.get(declared or "", declared)
    encoding = named if named in ENCODINGS and _gives_back(data, named) else _detected(data, place)
    encoding = encoding.replace("_", "-")
    return _checked(data, encoding, place), encoding


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether most bytes above ASCII form UTF-8 sequences, as they do by chance in no other encoding."""
    lost = data.decode("utf-8", "replace").count("\ufffd")
    sequences = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", data))
    return sequences > 4 * lost


def _detected(data: bytes, place: str) -> str:
    """What charset-normalizer takes ``data`` for, if that gives the bytes back."""
    from charset_normalizer import from_bytes

    candidates = WIDE_ENCODINGS if b"\0" in data else ENCODINGS
    for match in from_bytes(data, cp_isolation=list(candidates)):
        for encoding in candidates:
            if _gives_back(data, encoding) and data.decode(encoding) == str(match):
                return encoding
    problem = "is binary data, or text in an encoding that is not known here"
    raise SourceError(place, problem, "save its text as UTF-8 and add that")


def _gives_back(data: bytes, encoding: str) -> bool:
    try:
        return data.decode(encoding).encode(encoding) == data
    except UnicodeError:
        return False


def _checked(data: bytes, encoding: str, place: str) -> str:
    """``data`` decoded, if that is text and gives the bytes back."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"cannot be decoded as {encoding} at byte {error.start}"
        raise SourceError(place, problem, "repair the file or save it as UTF-8") from None
    if "\0" in text or len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise SourceError(place, "is binary data, not text", "save its text as a .txt or .md file and add that")
    if text.encode(encoding) != data:
        raise SourceError(place, f"does not survive decoding as {encoding}", "save it as UTF-8 and add it again")
    return text
