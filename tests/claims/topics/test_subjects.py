"""Who or what a value is said of."""

from __future__ import annotations

import pytest

from claims.model import Kind
from claims.topics.context import Context
from claims.topics.name_parts import ends_as_organisation, name_of, wording
from claims.topics.subjects import candidates
from claims.topics.words import load_words
from sources.span import Span
from tests.claims.readings import sentence


def best(marked: str, kind: Kind = Kind.COUNT, context: Context | None = None) -> str | None:
    read = sentence(marked)
    found = candidates(read.reading, read.value, kind, context or Context())
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Harbour Bank employs ⟦4,200⟧ people.", "Harbour Bank"),
        ("The staff of Harbour Bank numbers ⟦4,200⟧.", "Harbour Bank"),
        ("Harbour Bank's staff numbers ⟦4,200⟧.", "Harbour Bank"),
        ("Unlike Fjord Line, Harbour Bank has ⟦4,200⟧ employees.", "Harbour Bank"),
        ("Harbour Bank, founded by Ann Lee, has ⟦4,200⟧ employees.", "Harbour Bank"),
        ("In Norway, Harbour Bank has ⟦4,200⟧ employees.", "Harbour Bank"),
        ("According to Fitch, Harbour Bank has ⟦4,200⟧ employees.", "Harbour Bank"),
        ("Harbour Bank (⟦4,200⟧ employees) grew faster than Fjord Line.", "Harbour Bank"),
        ("Harbour Bank, the oldest house in Norway, has ⟦4,200⟧ employees.", "Harbour Bank"),
        ("Karl Berg, the chief executive of Harbour Bank, said the company employs ⟦4,200⟧ people.", "Harbour Bank"),
        ("Harbour Bank's chairman, Karl Berg, told reporters that it had ⟦40⟧ branches.", "Harbour Bank"),
        ("A spokesman for Harbour Bank said revenue had reached ⟦$3 million⟧.", "Harbour Bank"),
        ("临港银行行长林雨晴表示，去年贷款增长⟦8%⟧。", "临港银行"),
        ("据临港地产董事长王强介绍，公司将新开⟦12家⟧门店。", "临港地产"),
        ("临港银行拥有⟦4200名⟧员工。", "临港银行"),
        ("临港银行的员工达到⟦4200人⟧。", "临港银行"),
        ("据海湾日报报道，临港银行拥有⟦4200名⟧员工。", "临港银行"),
        ("与海湾航运相比，临港银行拥有⟦4200名⟧员工。", "临港银行"),
        ("在杭州，临港银行拥有⟦4200名⟧员工。", "临港银行"),
        ("临港大学的团队推出模型TideWeave，其准确率达⟦92%⟧。", "TideWeave"),
    ],
)
def test_the_best_candidate(marked: str, name: str) -> None:
    assert best(marked) == name


def test_a_date_is_said_of_what_was_made_too() -> None:
    read = sentence("⟦去年⟧县里的临港大学推出了TideWeave。")
    found = candidates(read.reading, read.value, Kind.DATE, Context())
    assert {candidate.name for candidate in found[:2]} == {"临港大学", "TideWeave"}


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Harbour Bank ranks ⟦third⟧ in Norway.", "Harbour Bank"),
        ("临港银行位居全国⟦第三⟧。", "临港银行"),
        ("临港银行的存款在全球⟦第三⟧。", "临港银行"),
    ],
)
def test_the_place_where_a_rank_holds_is_not_what_is_ranked(marked: str, name: str) -> None:
    assert best(marked, Kind.RANK) == name


@pytest.mark.parametrize(
    "marked",
    [
        "It employs ⟦4,200⟧ people.",
        "The bank employs ⟦4,200⟧ people.",
        "它拥有⟦4200名⟧员工。",
        "该公司拥有⟦4200名⟧员工。",
    ],
)
def test_a_pronoun_stands_for_what_was_spoken_of(marked: str) -> None:
    assert best(marked, context=Context(carried="Harbour Bank")) == "Harbour Bank"


def test_a_sentence_with_a_name_of_its_own_needs_no_context() -> None:
    context = Context(carried="Fjord Line", section="Ann Lee", title="Norway")
    assert best("Harbour Bank employs ⟦4,200⟧ people.", context=context) == "Harbour Bank"


def test_the_nearer_context_comes_first() -> None:
    names = ("Harbour Bank", "Fjord Line", "Ann Lee")
    for context, expected in (
        (Context(*names), names[0]),
        (Context(None, *names[1:]), names[1]),
        (Context(None, None, names[2]), names[2]),
    ):
        read = sentence("共⟦35个⟧。")
        assert candidates(read.reading, read.value, Kind.COUNT, context)[0].name == expected


def test_candidates_come_best_first_and_each_once() -> None:
    read = sentence("Harbour Bank and Fjord Line have ⟦4,200⟧ employees, Harbour Bank says.")
    found = candidates(read.reading, read.value, Kind.COUNT, Context())
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert len({c.name for c in found}) == len(found)


def test_no_words_no_candidates() -> None:
    assert best("⟦35⟧") is None


# -- the name in a phrase ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("阿里云用户数量", "阿里云", "用户数量"),
        ("杭州大学学生", "杭州大学", "学生"),
        ("员工数量", "员工", "数量"),
        ("大桥全长", "大桥", "全长"),
        ("医院床位", "医院床位", ""),
        ("Harbour Bank", "Harbour Bank", ""),
    ],
)
def test_a_phrase_is_a_name_and_what_it_adds(text: str, name: str, rest: str) -> None:
    reading = sentence(text).reading
    named, added = name_of(reading.phrases[0], load_words())
    assert (wording(reading, named), wording(reading, added)) == (name, rest)


@pytest.mark.parametrize(
    ("word", "expected"), [("人民医院", True), ("管弦乐团", True), ("局", True), ("结局", False), ("员工", False)]
)
def test_what_ends_as_an_organisation(word: str, expected: bool) -> None:
    assert ends_as_organisation(word, load_words()) is expected


# -- what a sentence and an article are about -------------------------------------------------------------------------


def test_an_organisation_is_no_candidate_inside_the_value() -> None:
    read = sentence("县里⟦三家银行⟧倒闭。")
    assert all(
        c.span is None or not c.span.overlaps(Span(2, 4))
        for c in candidates(read.reading, read.value, Kind.COUNT, Context())
    )
