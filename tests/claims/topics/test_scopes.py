from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.topics.phrases import NONE, Hit
from claims.topics.scopes import ROLE, Relation, load_scopes, read_scopes, relation
from claims.topics.wordlist import strings
from sources.errors import ConfigError

TABLES = tomllib.loads(files("claims.topics").joinpath("scopes.toml").read_text(encoding="utf-8"))
IDS = sorted(load_scopes().wider)


def in_chinese(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.id) for hit in load_scopes().chinese(text, 0, len(text))]


def in_english(text: str) -> list[tuple[str, str]]:
    words = text.split()
    return [(" ".join(words[hit.start : hit.end]), hit.id) for hit in load_scopes().english(words)]


# -- the list ---------------------------------------------------------------------------------------------------------


def test_chinese_words_are_in_simplified_script_and_longer_than_one_character() -> None:
    from opencc import OpenCC

    to_simplified = OpenCC("t2s").convert
    words = [word for table in TABLES.values() for word in strings(table.get("zh"))]
    assert [word for word in words if len(word) < 2 or to_simplified(word) != word] == []


def test_every_word_finds_its_own_scope() -> None:
    scopes = load_scopes()
    for key in IDS:
        for word in strings(TABLES[key].get("zh")):
            assert scopes.chinese(word, 0, len(word)) == (Hit(key, ROLE, 0, len(word)),), word
        for words in (phrase.split() for phrase in strings(TABLES[key].get("en"))):
            assert scopes.english(words) == (Hit(key, ROLE, 0, len(words)),), words


def test_everything_lies_in_the_world() -> None:
    assert [key for key in IDS if key != "world" and not load_scopes().inside(key, "world")] == []


# -- the search -------------------------------------------------------------------------------------------------------


def test_scopes_in_either_language() -> None:
    assert in_chinese("市场份额居全球第三、亚太第一") == [("全球", "world"), ("亚太", "asia-pacific")]
    assert in_english("third in the world and first in Asia Pacific") == [
        ("the world", "world"),
        ("Asia Pacific", "asia-pacific"),
    ]


def test_names_that_hold_the_word_for_a_scope_are_none() -> None:
    assert in_chinese("世界银行与中国移动") == []
    assert in_english("the World Bank and China Mobile") == []


def test_a_longer_name_is_not_taken_for_the_shorter() -> None:
    assert in_chinese("印度尼西亚和印度") == [("印度尼西亚", "indonesia"), ("印度", "india")]
    assert in_english("South Sudan , Sudan") == [("South Sudan", "south-sudan"), ("Sudan", "sudan")]


def test_capitals_tell_names_from_common_words() -> None:
    assert in_english("The U.S. and the US told us") == [("U.S.", "united-states"), ("US", "united-states")]
    assert in_english("Polish workers polish turkey") == [("Polish", "poland")]
    assert in_english("CHINA") == [("CHINA", "china")]


# -- which lies in which ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("china", "china", Relation.SAME),
        ("hangzhou", "china", Relation.INSIDE),
        ("china", "hangzhou", Relation.INSIDE),
        ("china", "asia-pacific", Relation.INSIDE),
        ("germany", "g20", Relation.INSIDE),
        ("china", "europe", Relation.APART),
        ("zhejiang", "jiangsu", Relation.APART),
        ("national", "china", Relation.INSIDE),
        ("city-wide", "national", Relation.INSIDE),
        ("urban", "rural", Relation.APART),
        ("nowhere", "china", Relation.APART),
    ],
)
def test_relation(a: str, b: str, expected: Relation) -> None:
    assert relation(a, b) == expected


def test_inside_has_a_direction() -> None:
    scopes = load_scopes()
    assert scopes.inside("hangzhou", "zhejiang")
    assert not scopes.inside("zhejiang", "hangzhou")
    assert not scopes.inside("zhejiang", "zhejiang")


@given(st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from(IDS))
def test_inside_is_an_order_and_relation_is_symmetric(a: str, b: str, c: str) -> None:
    scopes = load_scopes()
    assert relation(a, b) == relation(b, a)
    assert not (scopes.inside(a, b) and scopes.inside(b, a))
    assert not (scopes.inside(a, b) and scopes.inside(b, c)) or scopes.inside(a, c)


# -- a wrong list -----------------------------------------------------------------------------------------------------


def test_a_wrong_list_is_refused_with_every_fault() -> None:
    text = '[a]\nen=["A"]\nwithin=["b"]\n[c]\nzh=["甲乙"]\nrelative="yes"\n[d]\nwithin="a"'
    with pytest.raises(ConfigError) as caught:
        read_scopes("list.toml", text)
    for part in ("within the unknown b", "[c] relative", "[d] within is no list", "[d] has no words"):
        assert part in str(caught.value)


def test_a_scope_within_itself_is_refused() -> None:
    text = '[a]\nen=["A"]\nwithin=["b"]\n[b]\nen=["B"]\nwithin=["a"]'
    with pytest.raises(ConfigError, match=r"\[a\] lies within itself"):
        read_scopes("list.toml", text)


def test_a_word_of_two_scopes_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"\[b\] 全国 repeats \[a\] 全国"):
        read_scopes("list.toml", '[a]\nzh=["全国"]\n[b]\nzh=["全国"]')


def test_none_is_no_scope() -> None:
    assert NONE not in load_scopes().wider
