"""The parts of a plain text, and the sentences that a break has torn."""

from __future__ import annotations

import pytest

from sources.cleaning import clean


def parts(text: str) -> list[tuple[str, str]]:
    cleaned = clean(text)
    return [(block.kind, block.span.of(cleaned.text)) for block in cleaned.blocks]


def test_every_line_of_a_page_is_a_paragraph() -> None:
    first = "县图书馆去年借出图书12.6万册，比前年多出三成，读者人数也有增加。"
    second = "馆长说，今年的预算够买四千册新书。"
    assert parts(f"{first}\n{second}\n\n\n{first}") == [("paragraph", line) for line in (first, second, first)]


def test_a_short_line_between_blank_lines_is_a_heading() -> None:
    text = (
        "一场大雨过后\n\n水位在两天里涨了三米，低处的桥都封了。\n\nWhat the river left\n\nFour bridges were closed.\n"
    )
    assert [kind for kind, _ in parts(text)] == ["heading", "paragraph", "heading", "paragraph"]


def test_without_blank_lines_a_short_line_between_two_paragraphs_is_a_heading() -> None:
    prose = "水位在两天里涨了三米，低处的桥都封了，行人只能绕路。"
    assert [kind for kind, _ in parts(f"{prose}\n大雨之后\n{prose}")] == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line", ["图片", "——摘自年报", "（本报记者）", "桥封了。", "新闻 | 体育", "记者 2025-04-09", "12"]
)
def test_lines_that_are_no_headings(line: str) -> None:
    prose = "水位在两天里涨了三米，低处的桥都封了。"
    text = f"{prose}\n\n{line}\n\n{prose}\n\n"
    kinds = [kind for kind, _ in parts(text * (3 if line == "图片" else 1))]
    assert "heading" not in kinds


def test_items_and_rows() -> None:
    text = "- 桥四座\n• 路两条\n3. 码头一个\n（4）车站\n| 年 | 桥 |\n| 2024 | 4 |"
    assert [kind for kind, _ in parts(text)] == ["item"] * 4 + ["row"] * 2


def test_rows_of_leader_dots_in_one_line_are_no_prose() -> None:
    assert parts("build ....... ok 12 link ........ ok 7 test ..... ok 31") == [
        ("code", "build ....... ok 12 link ........ ok 7 test ..... ok 31")
    ]
    assert parts("Who counted them ..... nobody knows, and that was all.")[0][0] == "paragraph"


ENGLISH = """The county counted its bridges again last week, after
the flood, and found that only nineteen of them can
carry a lorry. Four were closed at once; the others
may follow.

Repairs will cost 3.5 million euros, says the mayor,
who expects them to last until the spring.
"""
CHINESE = """县里上周重新清点了桥梁。洪水过后，能走货车的桥只
剩下十九座，其中四座已经立即封闭，其余的也可能陆续
封闭。维修费用约为三百五十万元，县长估计工程要到明
年春天才能完成。
"""


def test_lines_broken_at_a_width_are_joined() -> None:
    assert parts(ENGLISH) == [
        ("paragraph", paragraph.replace("\n", " ")) for paragraph in ENGLISH.strip().split("\n\n")
    ]
    assert parts(CHINESE) == [("paragraph", CHINESE.replace("\n", ""))]


def test_a_joined_line_leads_back_across_the_break() -> None:
    cleaned = clean(CHINESE)
    start = cleaned.text.index("只剩下十九座")
    block = cleaned.blocks[0].span
    assert block.start == 0
    source = cleaned.source_span(type(block)(start, start + 6)).of(CHINESE)
    assert source == "只\n剩下十九座"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("the regis-\nter was lost", "the register was lost"),
        ("基因组模型Ge-\n\nnos，准确率达92%。", "基因组模型Genos，准确率达92%。"),
        ("a well-known case; this well-\nknown case", "a well-known case; this well-known case"),
    ],
)
def test_a_word_parted_by_a_hyphen_is_joined(text: str, joined: str) -> None:
    assert clean(text).text == joined


@pytest.mark.parametrize("text", ["pre-\nand post-war", "1998-\n2003年", "他说-\n是的"])
def test_other_hyphens_stay(text: str) -> None:
    assert clean(text).text == text


TORN = "洪水过后，县里重新清点了桥梁，能走货车的只剩下十九座，其余都要维"
REST = "修，费用约三百五十万元。维修从春天开始。"


def test_a_sentence_torn_by_a_page_is_joined_where_the_text_knows_the_word() -> None:
    assert parts(f"{TORN}\n\n{REST}") == [("paragraph", TORN + REST)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TORN, "相关链接"),
        (TORN, "2024年洪水资料图。"),
        (TORN + "。", REST),
        ("洪水维", REST),
        (TORN.replace("维", "重"), REST),
    ],
)
def test_other_paragraphs_stay_apart(first: str, second: str) -> None:
    assert len(parts(f"{first}\n\n{second}")) == 2


def test_an_english_sentence_torn_by_a_page_goes_on_in_lower_case() -> None:
    first = "Only nineteen bridges, the county found, can still carry a lorry after the"
    assert parts(f"{first}\n\nflood of last week.") == [("paragraph", f"{first} flood of last week.")]
    assert len(parts(f"{first}\n\nFloods of last week.")) == 2


def test_leftovers_of_html() -> None:
    text = "约&nbsp;12%&#65292;见<b>图</b></p><p>共2<sup>8</sup>个，a < b，x&y;"
    assert clean(text).text == "约 12%，见图\n\n共2^8个，a < b，x&y;"


PROSE = "The river rose by three metres in two days, and four bridges were closed at once."


def test_short_lines_after_a_colon_are_items() -> None:
    text = f"{PROSE}\n\nThese were closed:\n\nThe old bridge\n\nThe mill bridge\n\n{PROSE}"
    assert [kind for kind, _ in parts(text)] == ["paragraph", "paragraph", "item", "item", "paragraph"]


def test_of_many_short_lines_only_the_last_heads_what_follows() -> None:
    text = f"Home\n\nNews\n\nContact\n\nBridges and roads\n\n{PROSE}"
    assert [kind for kind, _ in parts(text)] == ["item", "item", "item", "heading", "paragraph"]


def test_a_title_and_a_heading_may_follow_one_another() -> None:
    assert [kind for kind, _ in parts(f"Bridges\n\nAfter the flood\n\n{PROSE}")] == ["heading", "heading", "paragraph"]


def test_nothing_is_headed_at_the_end() -> None:
    assert [kind for kind, _ in parts(f"{PROSE}\n\nRelated pages")] == ["paragraph", "paragraph"]
    assert [kind for kind, _ in parts(f"{PROSE}\n\nUp\n\nHome")] == ["paragraph", "item", "item"]


@pytest.mark.parametrize("line", ["1.2. How many bridges are closed?", "第三章 大雨之后"])
def test_a_numbered_section_is_a_heading_even_as_a_question(line: str) -> None:
    assert parts(f"{PROSE}\n\n{line}\n\n{PROSE}")[1] == ("heading", line)


def test_the_name_below_a_picture_is_no_heading() -> None:
    prose = "水位在两天里涨了三米，低处的桥都封了，行人只能绕路。"
    assert "heading" not in [kind for kind, _ in parts(f"{prose}\n林雨晴\n{prose}")]


def test_a_line_that_stops_in_mid_sentence_goes_on_in_lower_case() -> None:
    assert [line for _, line in parts("The parish council said that\nthe mill burnt down at night.")] == [
        "The parish council said that the mill burnt down at night."
    ]


@pytest.mark.parametrize(("menu", "line"), [("Home News", "contact us"), ("The mill burnt down.", "iPads were saved.")])
def test_lines_that_do_not_go_on(menu: str, line: str) -> None:
    assert [text for _, text in parts(f"{menu}\n{line}")] == [menu, line]
