"""HTML pages: what is shown of them, and what of that is the article."""

from __future__ import annotations

import pytest

from sources.cleaning import clean


def blocks(page: str) -> list[tuple[str, str]]:
    """The kind and the text of each block of a page."""
    cleaned = clean(page, format="html")
    return [(block.kind, block.span.of(cleaned.text)) for block in cleaned.blocks]


PAGE = """<!DOCTYPE html>
<html lang="zh"><head><title>岚港12月新闻</title><style>p { width: 5px }</style></head><body>
<nav><ul><li>首页 2</li></ul></nav>
<h1>岚港的<b>图书馆</b></h1>
<!-- 3 -->
<p class="a>b">岚港图书馆有<em>35万</em>册书，
比去年多&nbsp;&lt;3成&gt;。<br>第二行有12人。</p>
<ul><li>东馆 350 人<li><p>西馆 20 人</p></ul>
<table><tr><th>馆</th><th>册</th></tr>
<tr><td>东馆</td> <td>12万</td></tr></table>
<pre>x = 5
y = 6</pre>
<p>共2<sup>31</sup>行，<ruby>漢<rp>(</rp><rt>hàn</rt></ruby>字<del>400</del>500个。
<script>if (a < 17) { document.write("<p>18</p>") }</script>
<footer>© 2024</footer></body></html>
"""


def test_a_page() -> None:
    assert blocks(PAGE) == [
        ("heading", "岚港的图书馆"),
        ("paragraph", "岚港图书馆有35万册书，比去年多 <3成>。"),
        ("paragraph", "第二行有12人。"),
        ("item", "东馆 350 人"),
        ("item", "西馆 20 人"),
        ("row", "馆 | 册"),
        ("row", "东馆 | 12万"),
        ("code", "x = 5\ny = 6"),
        ("paragraph", "共2^31行，汉字500个。"),
    ]


def test_every_block_stands_where_it_says() -> None:
    cleaned = clean(PAGE, format="html")
    assert [cleaned.source_span(block.span).of(PAGE) for block in cleaned.blocks][0:2] == [
        "岚港的<b>图书馆",
        "岚港图书馆有<em>35万</em>册书，\n比去年多&nbsp;&lt;3成&gt;。",
    ]


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("no tags at all, 5 < 6", ["no tags at all, 5 < 6"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>It rose to<br>\n12 per cent</p>", ["It rose to 12 per cent"]),
        ("<p>今年共<br>12人</p>", ["今年共12人"]),
        ("第一段有3人。<br>\u3000\u3000第二段有4人。<br>", ["第一段有3人。", "第二段有4人。"]),
        ("one<br><br>two", ["one", "two"]),
        ("<nav>menu<p>the nav is never closed</p>", ["menu", "the nav is never closed"]),
        ("<nav>a<nav>b</nav>c</nav>d", ["d"]),
        ("<p>shown<script>never closed 5", ["shown"]),
        ("<p>shown<!-- never closed 5", ["shown"]),
        ("<p>a <a href=\"x\" title='5 > 4'>link</a>, b</p>", ["a link, b"]),
        ("<P>A<BR/>B</P>", ["A B"]),
        ("<p>AT&T has &zzz; 5 & 6 &#x4e2d;</p>", ["AT&T has &zzz; 5 & 6 中"]),
        ("<table><tr><td></td><td>5</td></tr></table>", ["5"]),
        ("<p>&nbsp;</p><p> </p>", []),
        ("", []),
    ],
)
def test_pages_as_they_come(page: str, shown: list[str]) -> None:
    assert [text for _, text in blocks(page)] == shown


def test_nested_lists_and_what_follows_them() -> None:
    page = "<ul><li>a<ul><li>b</li></ul>c</li></ul><p>d</p><h2>e</h2>f"
    assert blocks(page) == [
        ("item", "a"),
        ("item", "b"),
        ("item", "c"),
        ("paragraph", "d"),
        ("heading", "e"),
        ("paragraph", "f"),
    ]
