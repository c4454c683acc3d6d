"""Formats and their readers."""

from __future__ import annotations

from hashlib import sha256

import pytest

from sources.cleaning import clean
from sources.errors import SourceError
from sources.readers import READERS, read


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_keeps_the_text_and_knows_its_format(suffix: str) -> None:
    data = "# 標題\n\n全長約42公里。\n".encode()
    document = read(data, "a" + suffix.upper())
    assert document.text.encode() == data
    assert document.sha256 == sha256(data).hexdigest()
    assert document.format == ("html" if "htm" in suffix else "markdown" if "m" in suffix else "text")
    assert "全长约42公里。" in clean(document.text, format=document.format).text


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("gb18030", "gb2312"), ("gb18030", "GBK"), ("big5", "big5"), ("cp1252", "iso-8859-1"), ("cp932", "Shift_JIS")],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding: str, declared: str) -> None:
    """Too little text to guess it from: the same bytes are words in several encodings."""
    word = {"cp1252": "café", "cp932": "図書館"}.get(encoding, "圖書館")
    data = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>{word}</p>'.encode(encoding)
    document = read(data, "page.html")
    assert document.encoding == encoding
    assert word in document.text
    assert document.text.encode(document.encoding) == data


@pytest.mark.parametrize("declared", ["utf-8", "gbk", "no-such-thing", "rot13"])
def test_what_a_page_declares_is_not_believed_against_its_bytes(declared: str) -> None:
    data = f'<meta charset="{declared}"><p>图书馆有35万册书。</p>'.encode()
    assert "图书馆有35万册书" in read(data, "page.html").text


@pytest.mark.parametrize("name", ["README", "notes.log", "a.b c", "名.文"])
def test_any_other_file_that_is_named_is_read_as_text(name: str) -> None:
    assert read(b"12 of 30", name).format == "text"


@pytest.mark.parametrize("data", [b"", b" \n\t", "\ufeff\u3000\r\n".encode(), "\ufeff \n".encode("utf-16-le")])
def test_an_empty_source_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^a\.txt: is empty; "):
        read(data, "a.txt")
