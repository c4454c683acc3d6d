from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files
from itertools import pairwise
from typing import SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.topics.concepts import Concepts, Role, load_concepts, read_concepts
from claims.topics.phrases import NONE, Entry, Hit, phrases
from claims.topics.scopes import read_scopes
from claims.topics.wordlist import packaged, strings
from sources.errors import ConfigError

TABLES = tomllib.loads(files("claims.topics").joinpath("concepts.toml").read_text(encoding="utf-8"))


def in_chinese(text: str, concepts: Concepts | None = None) -> list[tuple[str, str]]:
    hits = (concepts or load_concepts()).chinese(text, 0, len(text))
    return [(text[hit.start : hit.end], hit.id) for hit in hits]


def in_english(text: str, concepts: Concepts | None = None) -> list[tuple[str, str]]:
    words = text.split()
    hits = (concepts or load_concepts()).english(words)
    return [(" ".join(words[hit.start : hit.end]), hit.id) for hit in hits]


# -- the list ---------------------------------------------------------------------------------------------------------


def test_the_list_loads_and_covers_every_role() -> None:
    roles = load_concepts().roles
    assert set(roles.values()) == set(Role)
    assert NONE not in roles


def test_every_concept_has_words_in_both_languages() -> None:
    assert [key for key, table in TABLES.items() if not {"en", "zh"} <= table.keys()] == []


def test_chinese_words_are_in_simplified_script_and_longer_than_one_character() -> None:
    from opencc import OpenCC

    to_simplified = OpenCC("t2s").convert
    words = [word for table in TABLES.values() for word in strings(table["zh"])]
    assert [word for word in words if len(word) < 2 or to_simplified(word) != word] == []


def test_english_words_have_no_full_stops_nor_doubled_spaces() -> None:
    words = [word for table in TABLES.values() for word in strings(table["en"])]
    assert [word for word in words if word != " ".join(word.split()) or "." in word] == []


def test_every_word_finds_its_own_concept() -> None:
    concepts = load_concepts()
    for key, role in concepts.roles.items():
        for word in strings(TABLES[key]["zh"]):
            assert Hit(key, role, 0, len(word)) in concepts.chinese(word, 0, len(word)), word
        for words in (phrase.split() for phrase in strings(TABLES[key]["en"])):
            assert Hit(key, role, 0, len(words)) in concepts.english(words), words


APART = [
    ("revenue", "profit"),
    ("net profit", "gross profit"),
    ("killed", "injured"),
    ("students", "teachers"),
    ("deposits", "loans"),
    ("area", "length"),
    ("announced", "completed"),
    ("seats", "spectators"),
    ("households", "people"),
    ("companies", "listed companies"),
    ("men", "women"),
    ("imports", "exports"),
    ("downloads", "users"),
    ("budget", "cost"),
    ("cost", "price"),
    ("营收", "净利润"),
    ("死亡人数", "受伤人数"),
    ("成立", "上市"),
    ("企业", "上市企业"),
    ("进口", "出口"),
    ("户籍人口", "常住人口"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_newsrooms_keep_apart_is_apart(one: str, other: str) -> None:
    find = in_english if one.isascii() else in_chinese
    ids = [{key for word, key in find(text) if word == text} for text in (one, other)]
    assert all(ids)
    assert not ids[0] & ids[1]


SAME = [
    "staff employees 员工 雇员 职工",
    "death fatalities 遇难者 死亡人数",
    "GDP 国内生产总值",
    "movies films 影片 电影",
]


@pytest.mark.parametrize("line", SAME)
def test_wordings_of_one_thing_are_one_concept_in_both_languages(line: str) -> None:
    ids = [{key for _, key in (in_english(word) if word.isascii() else in_chinese(word))} for word in line.split()]
    assert set.intersection(*ids)


# -- the search -------------------------------------------------------------------------------------------------------


def test_the_longest_phrase_wins_and_the_leftmost_first() -> None:
    assert in_chinese("净利润") == [("净利润", "net-profit")]
    assert in_chinese("上市公司") == [("上市公司", "listed-companies")]
    assert in_english("net profits") == [("net profits", "net-profit")]
    assert in_english("The net loss of listed companies") == [
        ("net loss", "net-loss"),
        ("listed companies", "listed-companies"),
    ]


def test_offsets_are_those_of_the_whole_text() -> None:
    hits = load_concepts().chinese("该公司有员工三百人，用户两万", 3, 9)
    assert hits == (Hit("employees", Role.THING, 4, 6),)


def test_a_phrase_cut_by_the_end_of_the_stretch_is_not_found() -> None:
    assert load_concepts().chinese("共有员工", 0, 3) == ()


def test_an_entry_under_none_takes_its_words_away() -> None:
    assert in_chinese("某某有限公司") == []
    assert in_chinese("某某公司") == [("公司", "companies")]


def test_regular_forms_are_found_and_derived_words_are_not() -> None:
    assert in_english("cities") == [("cities", "cities")]
    assert ("launching", "launched") in in_english("launching")
    assert ("stopped growing", "growth") not in in_english("stopped growing")
    for other in ("important", "authorities", "international", "minerals", "customs", "personal", "universal"):
        assert in_english(other) == []


def test_things_are_found_as_nouns_only() -> None:
    assert in_english("books") == [("books", "books")]
    assert in_english("booked") == []


def test_words_with_capitals_are_found_only_with_them() -> None:
    assert ("EVs", "electric-cars") in in_english("EVs")
    assert in_english("evs") == []


def test_a_phrase_before_a_noun_may_be_one_word_with_hyphens() -> None:
    assert in_english("market-share gains")[0] == ("market-share", "market-share")


def test_latin_entries_are_not_found_inside_longer_latin_words() -> None:
    assert in_chinese("新的AI技术") == [("AI", "artificial-intelligence")]
    assert in_chinese("OpenAI") == []


def test_a_word_in_two_roles_gives_a_hit_for_each() -> None:
    concepts = read_concepts("test", '[a]\nrole="thing"\nzh=["融资"]\n[b]\nrole="event"\nzh=["融资"]')
    assert {(hit.id, hit.role) for hit in concepts.chinese("融资", 0, 2)} == {("a", Role.THING), ("b", Role.EVENT)}


@given(st.text(alphabet="净利润员工上市公司AIx ", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_hits_lie_in_order_inside_the_stretch(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    places = sorted({(hit.start, hit.end) for hit in load_concepts().chinese(text, start, end)})
    assert all(start <= a < b <= end for a, b in places)
    assert all(before[1] <= behind[0] for before, behind in pairwise(places))


@given(
    st.lists(
        st.sampled_from(["net", "profit", "of", "the", "listed", "companies", "go", "public", "AI", "US"]), max_size=30
    )
)
def test_english_hits_lie_in_order(words: list[str]) -> None:
    places = sorted({(hit.start, hit.end) for hit in load_concepts().english(words)})
    assert all(0 <= a < b <= len(words) for a, b in places)
    assert all(before[1] <= behind[0] for before, behind in pairwise(places))


class Counted(str):
    """A text that counts how often a piece of it is looked at."""

    looks = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        Counted.looks += 1
        return super().__getitem__(key)


@pytest.mark.parametrize("unit", ["净", "有限", "社会消费品零售", "固定资产", "A"])
def test_the_time_grows_with_the_text(unit: str) -> None:
    looks = []
    for times in (500, 1000):
        Counted.looks = 0
        text = Counted(unit * times)
        load_concepts().chinese(text, 0, len(text))
        looks.append(Counted.looks)
    assert looks[1] <= 2.1 * looks[0]


# -- a wrong list -----------------------------------------------------------------------------------------------------


def test_everything_that_is_wrong_is_named_in_one_line() -> None:
    text = """
        [a]\nrole = "thingy"\nen = ["x"]
        [b]\nrole = "thing"
        [c]\nrole = "thing"\nen = ["", "y"]\nde = ["z"]
        [d]\nrole = "event"\nzh = "一"
    """
    with pytest.raises(ConfigError) as caught:
        read_concepts("list.toml", text)
    line = str(caught.value)
    assert line.startswith("list.toml: ")
    assert "\n" not in line
    for part in (
        "[a] has a role",
        "[b] has no words",
        "[c] en has a word",
        "[c] has the unknown key de",
        "[d] zh is no list",
    ):
        assert part in line


@pytest.mark.parametrize(
    ("first", "second"),
    [("book", "books"), ("books", "book"), ("line of code", "lines of code"), ("law", "law")],
)
def test_a_word_that_stands_twice_in_a_role_is_refused(first: str, second: str) -> None:
    text = f'[a]\nrole="thing"\nen=["{first}"]\n[b]\nrole="thing"\nen=["{second}"]'
    with pytest.raises(ConfigError, match=rf"\[b\] {second} repeats \[a\] {first}"):
        read_concepts("list.toml", text)


def test_what_is_no_toml_or_no_table_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"no valid TOML"):
        read_concepts("list.toml", "[a")
    with pytest.raises(ConfigError, match=r"outside of any table"):
        read_concepts("list.toml", "en = ['x']")


def test_an_entry_may_lack_a_language() -> None:
    assert phrases([Entry("a", "thing", zh=("员工",))]).english(["staff"]) == ()


@pytest.mark.parametrize(("read", "name"), [(read_concepts, "concepts.toml"), (read_scopes, "scopes.toml")])
def test_no_word_of_this_package_stands_twice(read: Callable[[str, str], object], name: str) -> None:
    assert read(*packaged(name))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        *(
            (told, True)
            for told in ("plies", "Plied", "PLYING", "going by", "US aids", "cargo-sheds", "iPorts", "IPORT")
        ),
        *((told, False) for told in ("play", "going", "us aid", "cargo", "iport")),
    ],
)
def test_the_forms_of_an_english_word_are_found_however_short_it_is(told: str, found: bool) -> None:
    listed = phrases([Entry("a", "activity", en=("ply", "go by", "U.S. aid", "cargo shed", "iPort"))])
    assert bool(listed.english(told.split())) == found
