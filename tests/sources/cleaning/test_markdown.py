"""Markdown: its parts, and the text without its marks."""

from __future__ import annotations

import pytest

from sources.cleaning import clean
from sources.span import Span


def parts(text: str) -> list[tuple[str, str]]:
    cleaned = clean(text, format="markdown")
    return [(block.kind, block.span.of(cleaned.text)) for block in cleaned.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 桥梁 *年报* ##\n正文", [("heading", "桥梁 年报"), ("paragraph", "正文")]),
        ("Bridges\n=======\n\nFour.", [("heading", "Bridges"), ("paragraph", "Four.")]),
        ("one\ntwo\n\nthree", [("paragraph", "one two"), ("paragraph", "three")]),
        ("第一行\n第二行\\\n第三行", [("paragraph", "第一行第二行第三行")]),
        ("- one\n  more\n- [x] two\n3. three", [("item", "one more"), ("item", "two"), ("item", "three")]),
        ("> said *four\n> bridges*", [("paragraph", "said four bridges")]),
        ("| 年 | 桥 |\n|---|--:|\n| 2024 | 4 |\n| | 5 |", [("row", "年 | 桥"), ("row", "2024 | 4"), ("row", "| 5")]),
        ("a | b\n--- | ---\n1 | 2\n\nafter", [("row", "a | b"), ("row", "1 | 2"), ("paragraph", "after")]),
        ("```py\nx = *1*\n\ny\n```\nafter", [("code", "x = *1*\ny"), ("paragraph", "after")]),
        ("text\n\n    x = *1*\n", [("paragraph", "text"), ("code", "x = *1*")]),
        ("one\n\n***\n\n[r]: http://a.b\n\n[^1]: note", [("paragraph", "one"), ("paragraph", "note")]),
        ("---\ntitle: 12\n---\nbody", [("paragraph", "body")]),
        ("one <!-- 12\n\n13 --> two", [("paragraph", "one  two")]),
        ("", []),
        ("***\n<!-- 1 -->", []),
    ],
)
def test_parts(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**约12%**的*读者*", "约12%的读者"),
        ("***both*** and _one_ and __two__ and ~~none~~", "both and one and two and none"),
        ("**one *two** three*", "one two three"),
        ("2*3*4 and snake_case_name and 5 * 6", "2*3*4 and snake_case_name and 5 * 6"),
        ("a * b * c", "a * b * c"),
        ("`**kept**` and ``a ` b``", "**kept** and a ` b"),
        ("a ` alone", "a ` alone"),
        ("[text](http://a.b/c_(1) 'title') and ![alt](x.png)", "text and alt"),
        ("[text][ref] and [alone] and [a [b](c) d](e)", "text and [alone] and a b d"),
        ("<https://a.b/c_d> and <b>bold</b>", "https://a.b/c_d and bold"),
        ("2<sup>48</sup> &amp; 3&nbsp;%", "2^48 & 3 %"),
        (r"\*kept\* \\ 5\%", r"*kept* \ 5%"),
        ("note[^1]", "note"),
        ("a [broken\nlink](http://a.b) goes on", "a broken link goes on"),
    ],
)
def test_marks(text: str, shown: str) -> None:
    assert clean(text, format="markdown").text == shown


def test_a_value_in_marks_leads_to_its_source() -> None:
    text = "共有**１２．６万**册[图书](http://a.b)。"
    cleaned = clean(text, format="markdown")
    assert cleaned.text == "共有12.6万册图书。"
    assert cleaned.source_span(Span(2, 7)).of(text) == "１２．６万"
    assert cleaned.source_span(Span(0, len(cleaned.text))).of(text) == text
