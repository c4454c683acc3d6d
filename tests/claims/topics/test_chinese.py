"""Chinese words: all of them, in place, with the part of speech that the grammar of subjects needs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from claims.topics.chinese import chinese_tokens
from claims.topics.tokens import Pos, Token
from sources.span import Span
from tests.strategies import noisy_texts


def tokens(text: str) -> list[Token]:
    return list(chinese_tokens(text, Span(0, len(text))))


def parts(text: str) -> dict[str, Pos]:
    return {token.text: token.pos for token in tokens(text)}


@given(noisy_texts())
@settings(max_examples=100, deadline=None)
def test_words_lie_where_they_say_and_leave_out_only_white_space(text: str) -> None:
    # OpenCC and the tagger are handed text without halves of characters by cleaning.
    text = text.replace("\ud800", "")
    end = 0
    for token in tokens(text):
        assert token.span.of(text) == token.text
        assert text[end : token.span.start].strip() == ""
        end = token.span.end
    assert text[end:].strip() == ""


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "县报说临港银行拥有员工"
    assert [token.span.of(text) for token in chinese_tokens(text, Span(3, 9))] == ["临港", "银行", "拥有"]


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [
        ("他在杭州工作", "杭州", Pos.NAME),
        ("公司的员工", "的", Pos.LINK),
        ("公司的员工", "员工", Pos.NOUN),
        ("公司拥有员工", "拥有", Pos.VERB),
        ("它在这里", "它", Pos.PRONOUN),
        ("在杭州工作", "在", Pos.PREPOSITION),
        ("员工和读者", "和", Pos.CONJUNCTION),
        ("下载量很高", "很", Pos.ADVERB),
        ("开放了，关了", "，", Pos.PUNCTUATION),
    ],
)
def test_parts_of_speech(text: str, word: str, pos: Pos) -> None:
    assert parts(text)[word] is pos


@pytest.mark.parametrize("word", ["GPT-4", "C++", "Llama3.1", "Qwen", "AT&T", "O'Neil", "Ærø"])
def test_a_latin_word_is_one_token_and_a_name(word: str) -> None:
    assert parts(f"模型{word}已经发布")[word] is Pos.NAME


def test_capitals_that_everybody_uses_are_no_name() -> None:
    assert parts("公司的CEO说")["CEO"] is Pos.NOUN


def test_a_word_for_a_property_is_a_noun_even_where_it_looks_like_a_verb() -> None:
    assert parts("公司收入为3亿元")["收入"] is Pos.NOUN


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [
        ("农村居民的收入", "农村居民", Pos.NOUN),
        ("这座城市", "城市", Pos.NOUN),
        ("球迷的满意度", "满意度", Pos.NOUN),
        ("台风登陆", "台风", Pos.NOUN),
        ("公司去年上市", "上市", Pos.VERB),
        ("博士生导师", "博士生", Pos.NOUN),
        ("对行业尤为重要", "尤为重要", Pos.ADJECTIVE),
        ("水位拉高了", "拉高", Pos.VERB),
        ("新一轮调查", "新一轮", Pos.NOUN),
    ],
)
def test_a_common_word_that_the_dictionary_has_as_a_name_is_none(text: str, word: str, pos: Pos) -> None:
    assert parts(text)[word] is pos


def test_case_does_not_tell_latin_words_apart() -> None:
    assert {
        token.lemma for text in ("模型QWEN发布", "模型qwen发布") for token in tokens(text) if token.text.isascii()
    } == {"qwen"}


def test_when_somebody_says_something_is_no_word() -> None:
    assert [t.text for t in tokens("接受采访时说")] == ["接受", "采访", "时", "说"]
