"""From bytes to text, without loss or not at all."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.decode import decode
from sources.errors import SourceError
from tests.strategies import ENGLISH, SIMPLIFIED, TRADITIONAL

ZH = "\n".join(SIMPLIFIED)
ZH_HANT = "\n".join(TRADITIONAL)
EN = "\n".join(ENGLISH)


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        (ZH, "utf-8", "utf-8"),
        (ZH, "utf-8-sig", "utf-8"),
        (ZH, "gb18030", "gb18030"),
        (ZH, "gb2312", "gb18030"),
        (ZH_HANT, "gb18030", "gb18030"),
        (ZH_HANT, "big5", "big5"),
        (ZH, "utf-16", "utf-16-le"),
        (ZH, "utf-16-le", "utf-16-le"),
        (EN, "utf-16-be", "utf-16-be"),
        (EN, "utf-32", "utf-32-le"),
        (EN, "cp1252", "cp1252"),
        ("\ufeff" + ZH, "gb18030", "gb18030"),
    ],
)
def test_the_encoding_is_found_and_the_text_is_whole(text: str, written: str, found: str) -> None:
    data = text.encode(written)
    decoded, encoding = decode(data, "a.txt")
    assert encoding == found
    assert decoded.removeprefix("\ufeff") == text.removeprefix("\ufeff")
    assert decoded.encode(encoding) == data


def test_newlines_are_untouched() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a.txt") == ("one\r\ntwo\rthree\n", "utf-8")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF file"),
        (b"PK\x03\x04\x14\x00", "is a zip archive"),
        (b"plain text with one \x00 in it", "is binary data"),
        (b"\x01\x02\x03\x04 lots of \x05\x06\x07 controls", "is binary data"),
        (random.Random(0).randbytes(4000), "is binary data"),
        (ZH.encode()[:-1], "is UTF-8 but for byte"),
        (ZH.encode()[:40] + b"\xff" + ZH.encode()[40:], "is UTF-8 but for byte 40"),
        (b"\xff\xfeodd", "cannot be decoded as utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "notes.txt")
    assert str(caught.value).startswith(f"notes.txt: {problem}")
    assert "; " in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=60) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "replace")))
def test_whatever_is_decoded_gives_its_bytes_back(data: bytes) -> None:
    try:
        text, encoding = decode(data, "a.txt")
    except SourceError:
        return
    assert text.encode(encoding) == data
