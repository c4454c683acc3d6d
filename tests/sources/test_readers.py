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
    assert document.format == ("markdown" if "m" in suffix else "text")
    assert "全长约42公里。" in clean(document.text, format=document.format).text


@pytest.mark.parametrize("name", ["README", "notes.log", "a.b c", "名.文"])
def test_any_other_file_that_is_named_is_read_as_text(name: str) -> None:
    assert read(b"12 of 30", name).format == "text"


@pytest.mark.parametrize("data", [b"", b" \n\t", "\ufeff\u3000\r\n".encode(), "\ufeff \n".encode("utf-16-le")])
def test_an_empty_source_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^a\.txt: is empty; "):
        read(data, "a.txt")
