"""What becomes of the evidence: heads, counts, order, and what a person has said already."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.aliases import Aliases
from claims.suggestions.model import Article, Evidence
from claims.suggestions.suggest import suggest_aliases
from sources.cleaning import clean
from tests.claims.suggestions.proposed import pairs, proposals
from tests.timing import seconds

MODEL = "织海科技发布了潮织（Tide）。潮织很大，潮织很忙，Tide也是潮织。"
BOARD = "The Harbour Safety Board (HSB) met in May. The HSB met again, and the HSB left."


def test_the_commoner_name_is_canonical() -> None:
    (found,) = proposals(BOARD)
    assert (found.canonical, found.alias, found.like) == ("HSB", "Harbour Safety Board", "HSB")
    assert found.evidence == (Evidence.PARENTHESIS, Evidence.ABBREVIATION)
    assert (found.canonical_counts, found.alias_counts) == ((("1", 3),), (("1", 1),))


def test_counts_say_where_each_name_stands() -> None:
    (found,) = proposals(MODEL, "没有名字的一天。", "潮织又更新了。")
    assert found.canonical == "潮织"
    assert found.canonical_counts == (("1", 4), ("3", 1))
    assert found.alias_counts == (("1", 2),)


def test_names_of_one_subject_get_one_head() -> None:
    found = proposals(MODEL + "潮织（Chaozhi）也有别的名字，Chaozhi很少用。")
    assert {(s.canonical, s.alias) for s in found} == {("潮织", "Tide"), ("潮织", "Chaozhi")}


def test_the_surest_come_first_and_what_is_unsure_is_held_back() -> None:
    texts = (BOARD, "北京大学今年招生三千人。北大的食堂很好。")
    scores = [s.score for s in proposals(*texts)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 2
    assert [s.canonical for s in proposals(*texts, lowest=0.9)] == ["HSB"]


def test_several_kinds_of_evidence_count_for_more_than_one() -> None:
    alone = proposals("The Harbour Safety Board (HSB) met in May.")[0].score
    glossed = proposals("步云科技（Buyun）发布了新品。步云科技说，Buyun明年上市。")[0].score
    assert proposals(BOARD)[0].score > alone > glossed


def test_an_alias_is_not_proposed_again() -> None:
    assert proposals(BOARD, aliases={"Harbour Safety Board": ["HSB"]}) == ()


def test_a_known_name_stays_the_head_of_its_subject() -> None:
    (found,) = proposals(BOARD, aliases={"Safety Board": ["Harbour Safety Board"]})
    assert (found.canonical, found.alias, found.like) == ("Safety Board", "HSB", "Harbour Safety Board")


def test_names_of_two_subjects_are_left_apart() -> None:
    assert proposals(BOARD, aliases={"HSB": ["hsb"], "Harbour Safety Board": ["the Board"]}) == ()


def test_what_is_said_to_be_apart_is_not_proposed() -> None:
    assert proposals(BOARD, apart={"HSB": ["Harbour Safety Board"]}) == ()
    assert proposals(BOARD, apart={"HSB": ["Langang Bank"]}) != ()


def test_what_is_apart_is_not_joined_by_a_third_name() -> None:
    text = MODEL + "潮织（Chaozhi）也有别的名字，Chaozhi很少用。"
    found = proposals(text, apart={"Tide": ["Chaozhi"]})
    assert len(found) == 1
    assert found[0].alias in ("Tide", "Chaozhi")


def test_places_that_are_known_in_both_languages_need_no_alias() -> None:
    assert pairs("杭州市（Hangzhou）开会。杭州来了人，Hangzhou也来了人。杭州市很大。") == set()


def test_script_makes_no_second_name() -> None:
    assert pairs("阿里雲與雲棲小鎮。阿里雲很大。", "阿里云与云栖小镇。阿里云很大。") == set()


def test_nothing_comes_of_nothing() -> None:
    assert proposals() == proposals("") == proposals("。（）()（ ）") == ()


@pytest.mark.parametrize(
    "piece", ["潮织（Tide）", "(ab)", "Acme of ", "（以下简称", "aka ", "Acme 1.1.1", "北大", "·梁", "Qwen Owen "]
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    proposals(piece * 100)
    short, long = (seconds(lambda copies=copies: proposals(piece * copies), runs=2) for copies in (1000, 8000))
    assert long < 30 * max(short, 0.02)


@given(st.lists(st.text(alphabet="北京大学北大（）()AcmeACM aka,，。·-3", max_size=40), max_size=3))
def test_any_text_is_read_and_every_passage_stands_in_it(texts: list[str]) -> None:
    articles = [Article(str(n), clean(text)) for n, text in enumerate(texts)]
    for found in suggest_aliases(articles, Aliases(), lowest=0.0):
        assert found.canonical != found.alias
        assert 0 <= found.score <= 1
        shown = " ".join(place.span.of(articles[place.article].text.text) for place in found.passages)
        assert all(word in shown for name in (found.like, found.alias) for word in name.split())


def test_the_demonstration_gives_its_short_names_away() -> None:
    corpus = files("registry.demo").joinpath("corpus")
    texts = [
        (e.name, e.read_text(encoding="utf-8")) for e in sorted(corpus.iterdir(), key=str) if e.name.endswith("txt")
    ]
    articles = [Article(name, clean(text)) for name, text in texts]
    sure = {(s.canonical, s.alias) for s in suggest_aliases(articles, Aliases(), lowest=0.5)}
    assert sure == {("潮织", "TideWeave"), ("织海科技", "织海")}
    likely = {(s.canonical, s.alias) for s in suggest_aliases(articles, Aliases(), lowest=0.4)}
    assert likely >= sure | {("步云", "步云机器人"), ("石舟", "石舟机器人")}


@pytest.mark.parametrize(
    ("one", "other"),
    [("DeepSeek", "深度求索"), ("通义千问", "Qwen"), ("通义千问", "千问"), ("梁文锋", "梁文峰"), ("阿里", "阿里巴巴")],
)
def test_the_articles_give_their_names_away(shared: Path, one: str, other: str) -> None:
    folder = shared / "articles" / "hangzhou-zh"
    articles = [Article(path.name, clean(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.txt"))]
    found = suggest_aliases(articles, Aliases(), lowest=0.5)[:12]
    assert (one, other) in {(s.canonical, s.alias) for s in found}
