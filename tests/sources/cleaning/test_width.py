"""Full-width forms, odd spaces, characters that take no room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.cleaning.width import narrowed, roomless
from sources.offsets import apply


@pytest.mark.parametrize(
    ("full", "narrow"),
    [
        ("１２，３４５．６％", "12，345.6%"),
        ("＋３～５－２／７", "+3~5-2/7"),
        ("＄５０、￥６０、￡７０", "$50、¥60、£70"),
        ("Ｑｗｅｎ３　Ａ\u00a0Ｂ", "Qwen3 A B"),
        ("３〜５、\u22125", "3~5、-5"),
        ("⼈民⾏", "人民行"),
    ],
)
def test_signs_become_ascii_one_by_one(full: str, narrow: str) -> None:
    assert narrowed(full) == narrow


@pytest.mark.parametrize("text", ["，。：；！？（）“”「」《》、……——·", "12.6万", "①②㎡℃", "é🙂"])
def test_chinese_marks_and_plain_text_stay(text: str) -> None:
    assert narrowed(text) == text


@given(st.text())
def test_no_character_is_gained_or_lost(text: str) -> None:
    assert len(narrowed(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3\u200b00\u00ad0", "3000"),
        ("\ufeff标题", "标题"),
        ("❤\ufe0f", "❤"),
        ("ﬁve oﬃces", "five offices"),
        ("a\x00b", "ab"),
    ],
)
def test_what_takes_no_room_is_dropped(text: str, shown: str) -> None:
    assert apply(text, roomless(text)) == shown
