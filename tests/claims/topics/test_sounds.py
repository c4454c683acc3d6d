"""Names that sound alike across scripts."""

from __future__ import annotations

import pytest

from claims.topics.sounds import readings, sounds_alike


@pytest.mark.parametrize(
    ("han", "latin"),
    [
        ("青石镇", "qingshi"),
        ("叶青岚", "ye qinglan"),
        ("鹿港", "lugang harbour"),
        ("赫尔辛基大学", "university of helsinki"),
        ("布里斯托尔", "bristol"),
        ("罗纳尔多", "ronaldo"),
    ],
)
def test_one_name_in_two_scripts(han: str, latin: str) -> None:
    assert sounds_alike(han, latin)


@pytest.mark.parametrize(
    ("han", "latin"),
    [("青石镇", "qingshan"), ("巴黎", "berlin"), ("波士顿", "baltimore"), ("银行", "harbour bank"), ("林", "lin")],
)
def test_two_names(han: str, latin: str) -> None:
    assert not sounds_alike(han, latin)


def test_openings_are_read_character_by_character() -> None:
    assert readings("青石镇") == {"qingshi", "qingshizhen"}
    assert readings("harbour") == frozenset()
