"""Documents and their byte offsets."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.document import STRIDE, Document
from sources.span import Span

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030")


@given(st.sampled_from(ENCODINGS), st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_a_byte_span_holds_the_bytes_of_the_quote(encoding: str, text: str, data: st.DataObject) -> None:
    document = Document("", encoding, text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = document.byte_span(Span(start, end))
    assert text.encode(encoding)[found.start : found.end].decode(encoding) == text[start:end]


def test_a_byte_order_mark_is_character_0() -> None:
    data = codecs.BOM_UTF8 + "三成".encode()
    document = Document("", "utf-8", data.decode("utf-8"))
    assert document.byte_span(Span(1, 2)) == Span(3, 6)


@pytest.mark.parametrize("encoding", [*ENCODINGS, "big5"])
def test_far_into_a_long_text(encoding: str) -> None:
    text = "一二三四五 abc\n" * STRIDE
    document = Document("", encoding, text)
    for start in (STRIDE - 1, STRIDE, STRIDE + 1, 7 * STRIDE + 3, len(text) - 2):
        found = document.byte_span(Span(start, start + 2))
        assert found == Span(len(text[:start].encode(encoding)), len(text[: start + 2].encode(encoding)))
