"""Garbled text is mended, healthy text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.cleaning.garbled import garbled
from sources.offsets import apply
from tests.strategies import HEALTHY, RUNS, garbled_page

PRINTED = "這次實(shí)驗(yàn)由認(rèn)證(zhèng)過(guò)的實(shí)驗(yàn)室(shì)完成,數(shù)據(jù)已經(jīng)公開(kāi)。"
"""What tells a page's readings, so that a damaged one can be put right."""


def mended(page: str) -> str:
    return apply(page, garbled(page))


@pytest.mark.parametrize("run", RUNS)
def test_a_run_after_a_full_stop(run: str) -> None:
    page = "消息已經發布" + garbled_page(run) + "過，共12人。"
    assert mended(page) == "消息已經發布" + run + "過，共12人。"
    touched = "".join(edit.span.of(page) for edit in garbled(page))
    assert garbled_page(run).startswith(touched), "the run ends at its first byte below 0x80"


def test_the_mark_of_an_undecodable_byte_may_be_the_replacement_character() -> None:
    page = "消息已經發布" + garbled_page(RUNS[0]).replace("?", "\ufffd", 1)
    assert mended(page) == "消息已經發布" + RUNS[0]


@pytest.mark.parametrize(
    ("page", "read"),
    [
        # The bytes D2F2|9EE9 of 因為 hold F29E, 驗; the lost byte is its second.
        ("因?yàn)檫@條路", "因為這條路"),
        # Nothing tells the lost byte: the reading is of a character the page does not print.
        ("因?lǜ)檫@條路", "因\ufffd這條路"),
        # The run ends with a damaged reading, which tells its last byte.
        ("因?yàn)槭聦?shí)上", "因為事實上"),
        # What cannot be shifted back still loses the damaged reading.
        ("因?yàn)昨天的雨", "因\ufffd昨天的雨"),
    ],
)
def test_a_damaged_reading(page: str, read: str) -> None:
    assert mended(PRINTED + page) == PRINTED + read


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("他說：“路已經通了?!?/p>\n次日", "他說：“路已經通了。”\n次日"),
        ("他說：「路已經通了?!?。又說", "他說：「路已經通了。」。又說"),
    ],
)
def test_a_closing_quote_that_lost_its_end(page: str, read: str) -> None:
    assert mended(page) == read


@pytest.mark.parametrize(
    "text",
    [
        "路通了嗎?!他不知道。",
        "“路通了嗎?!”他問。",
        "他問：“路通了嗎?!?",
        "為什麼?因為Apple也在這裡。",
        "哪一年?;2003年。",
        "誰?:張三、李四A組。",
        "What is it?!A test.",
        "見第?章（A）",
        "https://example.org/搜索?q=圖書館A",
        "??????",
        "?",
        "",
    ],
)
def test_healthy_marks_stay(text: str) -> None:
    assert garbled(text) == []


@given(st.lists(st.sampled_from(HEALTHY), min_size=1, max_size=6).map("".join), st.data())
def test_a_question_mark_anywhere_in_healthy_text_starts_no_repair(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    mark = data.draw(st.sampled_from(["?", "?!", "?;", "?:", "?,", "??", "?(", "?.", "\ufffd"]))
    assert garbled(text[:place] + mark + text[place:]) == []


@given(st.sampled_from(RUNS), st.lists(st.sampled_from(HEALTHY), min_size=1, max_size=4).map("".join))
def test_a_repair_leaves_the_rest_alone(run: str, text: str) -> None:
    page = text + "他這樣說" + garbled_page(run) + "\n" + text
    assert mended(page) == text + "他這樣說" + run + "\n" + text
