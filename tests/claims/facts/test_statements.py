"""Who says what: the words, and whose they are, wherever the speaker stands."""

from __future__ import annotations

import pytest

from claims.facts.matching import STATEMENT
from claims.model import Claim
from tests.claims.readings import claims_in


def said(text: str) -> list[tuple[str | None, str | None]]:
    return [(c.attributed_to, c.text) for c in claims_in(text) if c.features.head == STATEMENT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("罗秋野说：“船可以等人，潮水从来不会等人。”", ("罗秋野", "船可以等人，潮水从来不会等人。")),
        ("“船可以等人，潮水从来不会等人。”船长罗秋野说。", ("罗秋野", "船可以等人，潮水从来不会等人。")),
        ("港务局局长贺千帆透露，新码头不会早于明年开工。", ("贺千帆", "新码头不会早于明年开工")),
        (
            "Anna Holt said the new pier would not open before spring.",
            ("Anna Holt", "the new pier would not open before spring"),
        ),
        (
            "“A ship can wait, the tide never will,” said Karl Berg.",
            ("Karl Berg", "A ship can wait, the tide never will"),
        ),
        ("Anna Holt, the harbour master, said: “The tide never waits.”", ("Anna Holt", "The tide never waits.")),
        (
            "Some residents said that the new pier was far too loud.",
            ("Some residents", "the new pier was far too loud"),
        ),
    ],
)
def test_words_have_their_speaker(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


def test_a_quotation_over_two_sentences_is_one_claim_with_both() -> None:
    text = "天色暗了。“船可以等人。潮水从来不会等人。”罗秋野说。没有人回答。"
    [claim] = [c for c in claims_in(text) if c.features.head == STATEMENT]
    assert claim.text == "船可以等人。潮水从来不会等人。"
    assert claim.attributed_to == "罗秋野"
    assert claim.quote == "船可以等人。潮水从来不会等人。”罗秋野"
    assert claim.sentence.endswith("罗秋野说。")


def test_words_in_quotation_marks_that_nobody_says_are_no_statement() -> None:
    assert said("他在“海图时代的最后一家书店”里上班。") == []


def test_statements_are_kept_apart_by_their_keys() -> None:
    text = "罗秋野说：“船可以等人，潮水不会等人。”罗秋野说：“船可以等人，潮水不会等人。”"
    keys: list[Claim] = list(claims_in(text))
    assert len({c.key for c in keys}) == len(keys) > 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“A ship can wait, the tide never will,” Karl Berg told reporters.", "Karl Berg"),
        ("“A ship can wait, the tide never will,” said the harbour master, Karl Berg, on Monday.", "Karl Berg"),
        ("“A ship can wait, the tide never will,” said the museum's curator, Karl Berg.", "Karl Berg"),
        ("“A ship can wait, the tide never will,” he told the Ashwick Herald.", None),
        ("罗秋野在去年的航海日志里写道：“船可以等人，潮水从来不会等人。”", "罗秋野"),
        ("韩冰任船长时说：“船可以等人，潮水从来不会等人。”", "韩冰"),
        ("据王建国介绍，“船可以等人，潮水从来不会等人。”", "王建国"),
    ],
)
def test_who_listens_and_where_it_is_said_is_not_who_speaks(text: str, speaker: str | None) -> None:
    assert [who for who, _ in said(text)] == [speaker]


def test_whom_words_are_told_and_when_is_no_part_of_them() -> None:
    [(_, words)] = said("Anna Holt told the council on Monday that the new pier would not open before spring.")
    assert words == "the new pier would not open before spring"
