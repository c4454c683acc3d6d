"""Names that a text tells by itself, and those of the alias list."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claims.aliases import Aliases
from claims.topics.names import find_names
from sources.span import Span
from tests.strategies import noisy_texts

NONE = Aliases()


def names(text: str, aliases: Aliases = NONE) -> set[str]:
    return {span.of(text) for span in find_names(text, aliases).spans}


@given(noisy_texts())
@settings(max_examples=60, deadline=None)
def test_names_lie_in_order_and_none_overlaps(text: str) -> None:
    text = text.replace("\ud800", "")
    end = 0
    for span in find_names(text * 3, Aliases.of({"县图书馆": ["library"]})).spans:
        assert span.start >= end
        assert len(span) > 0
        end = span.end


def test_a_title_in_its_brackets_is_a_name_wherever_it_stands() -> None:
    assert names("县报评论了《环湖往事》。环湖往事很长。") == {"环湖往事"}


def test_what_the_alias_list_knows_is_a_name() -> None:
    aliases = Aliases.of({"Harbour Bank": ["临港新银行"]})
    assert names("临港新银行与Harbour Bank是一家。", aliases) == {"临港新银行", "Harbour Bank"}


def test_a_latin_name_is_a_word_of_its_own() -> None:
    assert names("The arkose is no ark.", Aliases.of({"ark": []})) == {"ark"}
    assert len(find_names("The arkose is no ark.", Aliases.of({"ark": []})).spans) == 1


def test_the_longest_name_wins() -> None:
    aliases = Aliases.of({"临港": [], "临港银行": []})
    assert names("临港银行开业", aliases) == {"临港银行"}


def test_words_that_keep_standing_together_are_a_name() -> None:
    text = "深谷求真发布模型。深谷求真拥有员工。读者都知道深谷求真。"
    assert "深谷求真" in names(text)
    assert "深谷求真" not in names("深谷求真发布模型。")


def test_a_chinese_name_with_a_latin_one_behind_it() -> None:
    assert any("启明" in name for name in names("昨天，启明(Qiming)发布了模型。"))


def test_how_often_a_name_stands_in_the_text() -> None:
    found = find_names("Harbour Bank grew. Harbour Bank hired. Fjord Line did not.", NONE)
    assert found.frequency["Harbour Bank"] == 2
    assert found.frequency["Fjord Line"] == 1


def test_the_names_inside_a_stretch() -> None:
    text = "《环湖往事》和《环湖今事》"
    found = find_names(text, NONE)
    assert [span.of(text) for span in found.inside(Span(0, 6))] == ["环湖往事"]
    assert found.inside(Span(2, 4)) == ()


@pytest.mark.parametrize("text", ["", "。", "《》", "《a》"])
def test_a_text_without_names(text: str) -> None:
    assert names(text) == set()


def test_a_coined_word_before_a_line_of_business_is_a_name() -> None:
    text = "松岩化工去年盈利。松岩在县里有三座工厂。"
    spans = find_names(text, Aliases()).spans
    assert [span.of(text) for span in spans] == ["松岩", "松岩"]


def test_partners_are_one_name() -> None:
    text = "Hallam & Finch was founded in 1894. Its rival is Alder Foods."
    assert [span.of(text) for span in find_names(text, Aliases()).spans] == ["Hallam & Finch"]
