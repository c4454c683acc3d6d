"""The chain of cleaning steps as a whole: the laws that hold for every text, and what an editor would see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.cleaning import CleanText, clean
from sources.script import to_simplified
from sources.span import Span
from tests.strategies import HEALTHY, healthy_texts, noisy_texts
from tests.timing import seconds

FORMATS = ("text", "markdown", "html")
KINDS = {"heading", "paragraph", "item", "row", "code"}

every_format = st.sampled_from(FORMATS)


def found(cleaned: CleanText, wording: str) -> Span:
    start = cleaned.text.index(wording)
    return Span(start, start + len(wording))


def quote(source: str, wording: str) -> str:
    """What stands in the source for a wording of the clean text."""
    cleaned = clean(source)
    return cleaned.source_span(found(cleaned, wording)).of(source)


@given(noisy_texts(), every_format, st.data())
def test_every_span_leads_into_the_source_in_order(text: str, format: str, data: st.DataObject) -> None:
    cleaned = clean(text, format=format)
    start = data.draw(st.integers(0, len(cleaned.text)))
    end = data.draw(st.integers(start, len(cleaned.text)))
    whole, part = cleaned.source_span(Span(0, len(cleaned.text))), cleaned.source_span(Span(start, end))
    assert whole.end <= len(text)
    assert part.end <= len(text)
    assert bool(part) == (start < end)
    if part:
        assert whole.contains(part)
        inner = cleaned.source_span(Span(start, data.draw(st.integers(start + 1, end))))
        assert part.contains(inner)


@given(noisy_texts(), every_format)
def test_blocks_are_in_order_within_the_text_and_hold_all_of_it(text: str, format: str) -> None:
    cleaned = clean(text, format=format)
    end = 0
    for block in cleaned.blocks:
        assert block.kind in KINDS
        assert block.span
        assert not cleaned.text[end : block.span.start].strip()
        assert end <= block.span.start
        end = block.span.end
    assert not cleaned.text[end:].strip()


@given(noisy_texts())
def test_a_character_of_the_clean_text_is_made_of_the_one_it_stands_for(text: str) -> None:
    """Steps drop and fold, they never move: what is plain in the source is what the clean text shows there."""
    cleaned = clean(text)
    for place, character in enumerate(cleaned.text):
        span = Span(place, place + 1)
        source = cleaned.source_span(span).of(text)
        if not cleaned.damaged(span) and character.isascii() and character.isalnum() and source.isascii():
            assert character in source


@given(noisy_texts(), every_format)
def test_clean_text_holds_no_noise(text: str, format: str) -> None:
    cleaned = clean(text, format=format)
    assert not set("\r\u3000\u00a0\u200b\ufeff\x00\u00ad") & set(cleaned.text)
    cleaned.text.encode()  # no lone surrogate
    assert not any("０" <= character <= "９" for character in cleaned.text)


@given(healthy_texts())
def test_healthy_text_is_not_repaired(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.repaired == ()
    assert cleaned.text == to_simplified(text)


@pytest.mark.parametrize(
    ("source", "wording", "there"),
    [
        ("這個時(shí)代", "时", "時(shí)"),
        ("這個時(shí)代", "这个", "這個"),
        ("這個時(shí)代", "代", "代"),
        ("共１２．５％左右", "12.5%", "１２．５％"),
        ("售出3\u200b00\u00ad套", "300", "3\u200b00"),
        ("共12萬\r\n人", "12万", "12萬"),
        ("消息传开。”Deep Seek的人说", "DeepSeek", "Deep Seek"),
        ("消息已經發布?!笨h長說過的話", "县长说", "笨h長說"),
        ("消息已經發布?!笨h長說過的話", "发布。", "發布?"),
    ],
)
def test_quotes(source: str, wording: str, there: str) -> None:
    assert quote(source, wording) == there


def test_damaged_is_what_touches_a_repair() -> None:
    source = "消息已經發布?!笨h長說，共12人。"
    cleaned = clean(source)
    assert cleaned.text == "消息已经发布。”县长说，共12人。"
    assert cleaned.damaged(found(cleaned, "县长"))
    assert cleaned.damaged(found(cleaned, "发布。"))
    assert not cleaned.damaged(found(cleaned, "消息已经发布"))
    assert not cleaned.damaged(found(cleaned, "长说，共12人"))


@pytest.mark.parametrize(
    ("text", "script"),
    [("縣立圖書館", "hant"), ("县立图书馆", "hans"), ("The library", None), ("中文", "hans"), ("", None)],
)
def test_the_script_is_that_of_the_source(text: str, script: str | None) -> None:
    assert clean(text).script == script


def test_a_long_text_is_clean_in_good_time() -> None:
    text = "\n".join(HEALTHY) + "時(shí)代，約１２萬人。\n"
    text *= 1_000_000 // len(text.encode())
    clean("預熱")
    assert seconds(lambda: clean(text)) < 2.0


TAGS = ("<a '", '<a "', "<nav><nav></nav>", "<div>", "</ul>", "<script>", "<br>", "<td>x", "<ul><li>", "&lt;", "<!a")
LONG_PARAGRAPH = "，".join("一二三四五六七八九十" * 3) + "\n\n"


@pytest.mark.parametrize(
    "piece",
    ["?", "?;", "?yàn)", "中-\n", "a-\nb", LONG_PARAGRAPH, "[", "[](", "`", "*a", "*a b_ ", "<!--", "(", "| ", *TAGS],
)
@pytest.mark.parametrize("format", FORMATS)
def test_time_grows_with_the_text_and_not_faster(piece: str, format: str) -> None:
    clean("預熱?", format=format)
    text = piece * (10_000 // len(piece))
    short = seconds(lambda: clean(text, format=format))
    long = seconds(lambda: clean(text * 8, format=format))
    assert long < 0.2 + 24 * short
