"""Names that a page printed in two."""

from __future__ import annotations

import pytest

from sources.cleaning.latin_names import latin_names
from sources.offsets import apply


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("会上Deep Seek是话题", "会上DeepSeek是话题"),
        ("模型（Chat GPT）的", "模型（ChatGPT）的"),
        ("会上Q wen与Deep Seek同台", "会上Qwen与DeepSeek同台"),
        ("会上Deep Seek V3发布", "会上DeepSeek V3发布"),
        ("写作FlyWheel，又作Fly Wheel。", "写作FlyWheel，又作FlyWheel。"),
    ],
)
def test_a_known_name_is_joined(page: str, read: str) -> None:
    assert apply(page, latin_names(page)) == read


@pytest.mark.parametrize(
    "text",
    [
        "会上Mistral AI的创始人",
        "采用Apache License发布",
        "论文《Harbours are What We Keep》发表",
        "由Open AI Lab主办",
        "The Deep Seek team met.",
        "馆长写作Fly Wheel。",
        "数据库data base与database不同",
    ],
)
def test_two_words_stay_two(text: str) -> None:
    assert latin_names(text) == []
