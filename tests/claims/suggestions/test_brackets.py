"""Names that a text gives in so many words."""

from __future__ import annotations

import pytest

from claims.suggestions.model import Evidence
from tests.claims.suggestions.proposed import pairs, proposals

GIVEN = [
    # a short form in brackets
    ("The Harbour Safety Board (HSB) met in May. The HSB will meet again.", "Harbour Safety Board", "HSB"),
    ("She joined Friends of the Public Archive (FPA) that year.", "Friends of the Public Archive", "FPA"),
    ('They wrote the "QT2" (Quay Trial #2) from scratch.', "QT2", "Quay Trial #2"),
    # words that say so
    ('Tidewater Trial Kit #4 (hereafter "TTK4") was new.', "Tidewater Trial Kit #4", "TTK4"),
    ('The Tidewater Trial Kit, hereafter "Old Tom", was new.', "Tidewater Trial Kit", "Old Tom"),
    ("Maud Ferrier (also known as Sparrow) died in June.", "Maud Ferrier", "Sparrow"),
    ("Maud Ferrier, also known as Sparrow, died in June.", "Maud Ferrier", "Sparrow"),
    ("岚港海事大学（以下简称岚海大）今年扩招。岚海大有新校区。", "岚港海事大学", "岚海大"),
    ("织海科技，又称“大网”，搬进了新楼。", "织海科技", "大网"),
    # the name in another language
    ("步云科技（Buyun）发布了新品。步云科技说，Buyun明年上市。", "步云科技", "Buyun"),
    ("首席科学家沈知行（Shen Zhixing）出席。", "沈知行", "Shen Zhixing"),
    ("论文《湿滑甲板上的步态》（Gait on Slippery Decks）已经发表。", "湿滑甲板上的步态", "Gait on Slippery Decks"),
    ("歐洲太空總署（ESA）宣布。", "欧洲太空总署", "ESA"),
]


@pytest.mark.parametrize(("text", "one", "other"), GIVEN)
def test_a_name_that_the_text_gives(text: str, one: str, other: str) -> None:
    assert frozenset((one, other)) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Langang Bank (Dongyu) opened a branch.",  # where it stands
        "Ann Lee (Tidewater Review) wrote it.",  # for whom she writes
        "Seven formats (ODT, ODP, PDF) were tried.",  # what there is of it
        "He left for Dongyu (by train).",
        "潮织（2.1）刚刚发布，潮织3（Tide 4）还没有。",  # a version; two of them
        "人均收入最高的是岚港（17.3万元）。",
        "院长程素问（右一）在场。",
        "岚港大学（东屿）招生。",
        "放宽学习（工作）的期限。",
        "协议有HTTP（网页）和POP（邮件）。",  # what they are for
    ],
)
def test_brackets_that_name_nothing(text: str) -> None:
    assert pairs(text) == set()


def test_the_evidence_is_named_and_its_passage_shown() -> None:
    (found,) = proposals("他们说，步云科技（Buyun）发布了新品。步云科技还说，Buyun明年上市。")
    assert found.evidence == (Evidence.TRANSLATION,)
    (place,) = found.passages
    assert (place.article, place.span.start, place.span.end) == (0, 4, 15)


def test_what_is_said_outright_is_surer_than_what_stands_in_brackets() -> None:
    said, glossed = (
        proposals(text)[0].score for text in ("步云科技（英文名Buyun）发布了新品。", "步云科技（Buyun）发布了新品。")
    )
    assert said > glossed
