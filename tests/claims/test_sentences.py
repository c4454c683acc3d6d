"""Where sentences and clauses end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sentences import clauses, sentences
from sources.span import Span

TEXTS = st.text(alphabet="甲乙 丙a1b.。，,;:!?…”“\"'（）()—-\n第3")


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


def split(text: str, *whole: str) -> list[str]:
    kept = tuple(Span(text.index(w), text.index(w) + len(w)) for w in whole)
    return [span.of(text) for span in clauses(text, Span(0, len(text)), kept)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新馆已经开放。读者很多！还会增加吗？", ["新馆已经开放。", "读者很多！", "还会增加吗？"]),
        ("馆长说：“读者很多。”她笑了。", ["馆长说：“读者很多。”", "她笑了。"]),
        ("It opened. Readers came! Will more?", ["It opened.", "Readers came!", "Will more?"]),
        ('He said: "It opened." She left.', ['He said: "It opened."', "She left."]),
        ("It cost 3.5 million. It is paid.", ["It cost 3.5 million.", "It is paid."]),
        ("版本为3.11.2，已发布。", ["版本为3.11.2，已发布。"]),
        ("还没有完……后来呢？", ["还没有完……", "后来呢？"]),
        ("没有句号的一行", ["没有句号的一行"]),
        ("", []),
        ("   \n ", []),
    ],
)
def test_sentences_end_at_their_stops(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith counted them.",
        "Prof. Lin and Dr. Wu disagree.",
        "J. R. Brown founded it in Nov. 1998.",
        "The U.S. Navy bought it.",
        "Harbour Bank Inc. was founded in 1894.",
        "It stands in St. Albans, No. 3 High Street.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新馆占地大，藏书多；读者更多。", ["新馆占地大", "藏书多", "读者更多"]),
        ("It lent 126,000 books, a third more.", ["It lent 126,000 books", "a third more."]),
        ("馆长说：读者还会增加", ["馆长说", "读者还会增加"]),
        ("One hall - the largest - is new", ["One hall", "the largest", "is new"]),
        ("a well-known name", ["a well-known name"]),
    ],
)
def test_clauses_lie_between_commas_colons_and_dashes(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_no_clause_ends_inside_a_value_or_a_name() -> None:
    text = "会议于上午9：30开始，持续两天"
    assert split(text, "9：30") == ["会议于上午9：30开始", "持续两天"]


@given(TEXTS, st.data())
def test_sentences_are_trimmed_in_order_and_leave_no_word_out(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    whole = Span(start, data.draw(st.integers(start, len(text))))
    end = whole.start
    for sentence in sentences(text, whole):
        assert whole.contains(sentence)
        assert sentence.of(text) == sentence.of(text).strip() != ""
        assert text[end : sentence.start].strip() == ""
        end = sentence.end
    assert text[end : whole.end].strip() == ""


@given(TEXTS)
def test_clauses_lie_in_order_and_leave_out_nothing_but_marks(text: str) -> None:
    end = 0
    for clause in clauses(text, Span(0, len(text))):
        assert clause.start >= end
        assert not any(c.isalnum() for c in text[end : clause.start])
        end = clause.end
    assert not any(c.isalnum() for c in text[end:])


@given(TEXTS, st.data())
def test_what_is_to_stay_whole_is_not_cut(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    whole = Span(start, data.draw(st.integers(start, len(text))))
    if whole.of(text).strip() == whole.of(text) != "":
        edges = [edge for clause in clauses(text, Span(0, len(text)), (whole,)) for edge in (clause.start, clause.end)]
        assert not any(whole.start < edge < whole.end for edge in edges)


@pytest.mark.parametrize(
    ("unit", "piece"),
    [("东馆有35人，", "东馆有35人，"), ("35 seats ", "35 seats"), ("3人", "3人")],
    ids=["at a comma", "at a space", "anywhere"],
)
def test_what_is_too_long_for_a_sentence_is_read_in_pieces(unit: str, piece: str) -> None:
    pieces = cut(unit * 400)
    assert len(pieces) > 1
    assert all(len(p) <= 600 and p.startswith(piece) and p.endswith(piece) for p in pieces)
    assert "".join(pieces).replace(" ", "") == (unit * 400).replace(" ", "")
