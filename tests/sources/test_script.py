"""Traditional and simplified, one to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.script import script_of, to_simplified
from tests.strategies import noisy_texts


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        ("縣立圖書館", "县立图书馆"),
        ("乾隆年間乾淨", "乾隆年间干净"),
        ("头发与发现", "头发与发现"),
        ("abc 🙂", "abc 🙂"),
    ],
)
def test_to_simplified(text: str, simplified: str) -> None:
    assert to_simplified(text) == simplified


@given(st.text(st.characters()) | noisy_texts())
def test_as_many_characters_as_before(text: str) -> None:
    converted = to_simplified(text)
    assert len(converted) == len(text)
    assert all(new == old for old, new in zip(text, converted, strict=True) if old.isascii())


def test_the_script_is_the_one_with_more_evidence() -> None:
    assert script_of("縣立圖書館，沿用舊名；书店") == "hant"
    assert script_of("县立图书馆，沿用旧名；書店") == "hans"
    assert script_of("书店，書店") is None
