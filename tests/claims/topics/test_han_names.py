"""Names that a dictionary cuts to pieces."""

from __future__ import annotations

import pytest

from claims.topics.chinese import chinese_tokens
from claims.topics.tokens import Pos
from sources.span import Span


def names(text: str) -> list[str]:
    return [t.text for t in chinese_tokens(text, Span(0, len(text))) if t.pos is Pos.NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("后卫郑子豪加盟水手队", "郑子豪"),
        ("新任馆长林靖之宣布", "林靖之"),
        ("锐微股价上涨", "锐微"),
        ("新开办的启诚国际学校", "启诚"),
        ("王潮则以3比2获胜", "王潮"),
    ],
)
def test_a_name_is_one_word(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"), [("陈立说他会来", "陈立说"), ("白石镇在山里", "白石镇在"), ("会上发布了报告", "会上发")]
)
def test_what_follows_a_name_or_makes_a_phrase_is_no_part_of_one(text: str, name: str) -> None:
    assert name not in names(text)


@pytest.mark.parametrize(("text", "first", "second"), [("仓库里有货", "仓库", "里"), ("石碑高约两米", "高", "约")])
def test_small_words_are_taken_off_what_they_were_read_into_one_with(text: str, first: str, second: str) -> None:
    words = [t.text for t in chinese_tokens(text, Span(0, len(text)))]
    assert words[words.index(first) + 1] == second
