"""The denominator: every numeral of a text is accounted for exactly once."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.coverage import Numeral, account
from claims.extract import extract_all
from claims.left_out import MEANINGS, Reason
from claims.values.roles import Role
from claims.values.runs import numeral_runs
from sources.document import Document
from tests.strategies import pieces

NUMERALS = (
    *(
        "1",
        "07",
        "1,730",
        "2.5",
        "2.1.3",
        "3:1",
        "１２",
        "1.8亿",
        "三",
        "十几",
        "一",
        "万",
        "百亿",
        "两",
        "半",
        "叁仟",
        "第三",
    ),
    *("two", "Third", "twenty-one", "million", "second", "2024年", "May 3, 2021", "3月", "18:00", "R1", "GPT-4", "5G"),
    *(
        "95后",
        "%",
        "元",
        "km",
        "people",
        "人",
        "-",
        "–",
        "~",
        "/",
        "#",
        "°",
        "²",
        "½",
        "No. ",
        "http://a.b/1 ",
        "a1@b.cd",
    ),
    *(
        " ",
        "，",
        "、",
        ". ",
        "。",
        "\n",
        "\n\n",
        " | ",
        "(",
        ")",
        "“",
        "”",
        "=",
        "至",
        "超",
        "about ",
        "a ",
        "long",
        "号",
    ),
)
FIGURE = re.compile(r"[0-9０-９]+")


def texts() -> st.SearchStrategy[str]:
    """Texts full of numerals, next to all that may come between them."""
    return st.lists(st.one_of(st.sampled_from(NUMERALS), pieces()), max_size=30).map("".join)


def accounted(text: str, format: str = "text") -> tuple[Numeral, ...]:
    document = Document("", "utf-8", text, format)
    return account(document, extract_all(document, published="2025-04"))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(texts(), st.sampled_from(["text", "markdown"]))
def test_every_numeral_is_accounted_for_once(text: str, format: str) -> None:
    numerals = accounted(text, format)
    assert [n.span for n in numerals] == list(numeral_runs(text))
    assert all((n.claim is None) != (n.reason is None) for n in numerals)
    covered = {at for n in numerals for at in range(n.span.start, n.span.end)}
    assert all(at in covered for found in FIGURE.finditer(text) for at in range(*found.span()))


CASES = [
    ("三者都在岚港。", {"三": Reason.WORD}),
    ("这是一个小镇。", {"一": Reason.ARTICLE}),
    ("万科一起来了。", {"万": Reason.IDIOM, "一": Reason.IDIOM}),
    ("The GPT-4 model runs on an R1 chip.", {"4": Reason.NAME, "1": Reason.NAME}),
    ("所谓“241算法”很新。", {"241": Reason.LABEL}),
    ("Harbour Weekly\n\n- +1\n\nThe port has 30 boats.", {"1": Reason.LABEL, "30": None}),
    ("It needs release 2.1.3 of the kit, or GNOME 3.38.", {"2.1.3": Reason.VERSION, "3.38": Reason.VERSION}),
    ("一位95后工程师。", {"一": Reason.ARTICLE, "95": Reason.GENERATION}),
    ("馆藏编号：31120170006。", {"31120170006": Reason.IDENTIFIER}),
    ("馆址在灯彩街1008号。", {"1008": Reason.ADDRESS}),
    ("热线：021-962866", {"021": Reason.PHONE, "962866": Reason.PHONE}),
    ("See https://example.org/2024/17 for more.", {"2024": Reason.LINK, "17": Reason.LINK}),
    ("Put `depth=12` there.", {"12": Reason.CODE}),
    ("1. Apples are sold here.", {"1": Reason.LIST_NUMBER}),
    ("参见第三章。", {"三": Reason.SECTION}),
    ("The rest is known [3].", {"3": Reason.CITATION}),
    ("主队以3:1获胜。", {"3": Reason.SCORE, "1": Reason.SCORE}),
    ("The gates open at 18:00.", {"18": None, "00": None}),
    ("Page last modified on 2021-10-06.", {"2021": Reason.PAGE_DATE, "10": Reason.PAGE_DATE, "06": Reason.PAGE_DATE}),
    ("In 2023, the bank had 4,200 employees.", {"2023": Reason.DATES_ANOTHER, "4,200": None}),
    ("These two rivers are wide.", {"two": Reason.POINTS_BACK}),
    ("第二层是读者的需要。", {"二": Reason.STEP}),
    (
        "Sales by town\n\n| Town | 2023 | 2024 |\n| --- | --- | --- |\n| Leith | 1,200 | 1,300 |\n| Norr 2 | 90 | 95 |",
        {"2023": Reason.TABLE_HEAD, "2024": Reason.TABLE_HEAD, "1,200": None, "1,300": None}
        | {"2": Reason.ROW_LABEL, "90": None, "95": None},
    ),
    ('An apple costs <a href="/p?id=77">a little</a>.', {"77": Reason.MARKUP}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_why_a_numeral_is_left_out(text: str, expected: dict[str, Reason | None]) -> None:
    found = {numeral.span.of(text): numeral.reason for numeral in accounted(text)}
    assert found == expected


def test_the_reasons_are_closed_and_explained() -> None:
    assert set(MEANINGS) == set(Reason)
    assert {role.value for role in Role} <= {reason.value for reason in Reason}
    shown = {reason for _, expected in CASES for reason in expected.values()}
    rare = {Reason.RELATIVE, Reason.VAGUE_DATE, Reason.CAPTION_UNIT, Reason.PART_OF_DATE, Reason.TORN, Reason.CLOCK}
    assert set(Reason) - shown == rare, (
        "each reason has a case; these are met in texts without a numeral, or by accident"
    )


def test_a_quotation_registers_no_number_in_it() -> None:
    text = "馆长林雨晴说：“这是一个好消息，读者有300人。”"
    found = {numeral.span.of(text): numeral.claim and numeral.claim.value_quote for numeral in accounted(text)}
    assert found == {"一": None, "300": "300人"}


def test_a_registered_numeral_names_its_claim() -> None:
    text = "哈尔登有员工1.8万人，其中叁仟人在岚港。"
    assert [(n.span.of(text), n.claim and n.claim.value_quote) for n in accounted(text)] == [
        ("1.8万", "1.8万人"),
        ("叁仟", "叁仟人"),
    ]


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("１２３,４５６ and 1,2", ["１２３,４５６", "1", "2"]),
        ("兩萬五千人，大陸，參與", ["兩萬五千"]),
        ("Twenty-one thirds of a million", ["Twenty-one thirds", "million"]),
        ("3.5亿元，第十二届", ["3.5亿", "十二"]),
        ("someone often weighs a ton", []),
    ],
)
def test_what_is_a_numeral(text: str, numerals: list[str]) -> None:
    assert [span.of(text) for span in numeral_runs(text)] == numerals
