"""Readings in brackets."""

from __future__ import annotations

import pytest

from sources.cleaning.rubies import readings, rubies
from sources.offsets import apply
from tests.strategies import KEPT_BRACKETS, RUBIES


@pytest.mark.parametrize(
    ("page", "read"),
    [
        (RUBIES[0], "時代"),
        (RUBIES[1], "圖書館"),
        (RUBIES[2], "縣長"),
        (RUBIES[3], "步行"),
        ("女(nǚ)兒(er)", "女兒(er)"),
        ("綠(lü\u0300)色", "綠色"),
        ("圖書館(tú shū guǎn)", "圖書館"),
        ("額(é)外", "額外"),
        ("共12人(rén)", "共12人"),
    ],
)
def test_readings_are_dropped(page: str, read: str) -> None:
    assert apply(page, rubies(page)) == read


@pytest.mark.parametrize(
    "page", [*KEPT_BRACKETS, "André(é)", "是()", "店(Liáng)", "(shí)", "時(shí", "時[shí]", "雨果(Zoé)"]
)
def test_other_brackets_stay(page: str) -> None:
    assert rubies(page) == []


def test_a_reading_belongs_to_the_character_before_it() -> None:
    (edit,) = rubies("新時(shí)代")
    assert edit.span.of("新時(shí)代") == "時(shí)"
    assert edit.text == "時"


def test_the_characters_printed_with_each_reading() -> None:
    assert readings("時(shí)、實(shí)、縣(xiàn)、馬(Mǎ)") == {"shí": {"時", "實"}, "xiàn": {"縣"}}
