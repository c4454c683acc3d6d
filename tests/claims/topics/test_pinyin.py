"""How Chinese characters are read, held against the library of whose data the table is made."""

from __future__ import annotations

import pytest
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from claims.topics.pinyin import read_readings, syllables
from tests.tables import readings

NAMES = [
    "重庆",
    "长江大桥",
    "银行",
    "行走",
    "青石镇",
    "叶青岚",
    "音乐厅",
    "快乐",
    "西藏",
    "珍藏馆",
    "朝阳区",
    "单于",
    "约翰·史密斯",
]


@pytest.mark.parametrize("han", NAMES)
def test_names_are_read_as_the_library_reads_them(han: str) -> None:
    assert list(syllables(han)) == lazy_pinyin(han)


def test_every_word_of_the_library_is_read_alike() -> None:
    words = [word for word in PHRASES_DICT if word.isalpha()]
    assert len(words) > 40_000
    assert [word for word in words[::7] if list(syllables(word)) != lazy_pinyin(word)] == []


def test_what_has_no_reading_stands_for_itself() -> None:
    assert syllables("岚b·") == ("lan", "b", "·")


def test_the_longest_word_is_read_first() -> None:
    table = read_readings("# about\nhang 行\nren 人\ndao 道\n\n行道 xing dao\n人行道 ren xing dao\n")
    assert list(table.of("人行道行")) == ["ren", "xing", "dao", "hang"]


def test_the_table_is_what_the_data_makes() -> None:
    assert readings.TABLE.read_text(encoding="utf-8") == "".join(readings.lines())
