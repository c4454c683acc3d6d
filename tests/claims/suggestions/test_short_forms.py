"""Short forms that no text explains."""

from __future__ import annotations

import pytest

from tests.claims.suggestions.proposed import pairs, proposals

FOUND = [
    ("北京大学今年招生三千人。北大的食堂很好。", "北京大学", "北大"),
    ("浙江大學的團隊來了，浙大還有一個實驗室。", "浙江大学", "浙大"),
    ("中国科学院发布报告，中科院的专家作了说明。", "中国科学院", "中科院"),
    ("阿里巴巴开了会。会后，阿里又开了会。", "阿里巴巴", "阿里"),
    ("石舟科技成立于2019年。去年石舟交付机器人860台。", "石舟科技", "石舟"),
    ("渣打集团公布年报。渣打的利润下降。", "渣打集团", "渣打"),
    ("歌手鲍勃·迪伦到了。迪伦没有说话。", "鲍勃·迪伦", "迪伦"),
    ("The European Space Agency met. Later the ESA said no.", "European Space Agency", "ESA"),
    ("The Securities and Exchange Commission sued. The SEC won.", "Securities and Exchange Commission", "SEC"),
    ("Acme Inc. grew. Then Acme shrank.", "Acme", "Acme Inc"),
]


@pytest.mark.parametrize(("text", "one", "other"), FOUND)
def test_a_short_form_beside_its_name(text: str, one: str, other: str) -> None:
    assert frozenset((one, other)) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "杭州和广州都在发展。杭州很大，广州也很大。",
        "北京大学和北京师范大学都在北京。北京大学说，北京师范大学也说。",
        "中国银行和中国移动都来自中国。中国移动更大，中国银行更老。",
        "阿里和阿里云都在杭州。阿里云属于阿里。",  # a group and its branch
        "杭州银行在杭州。杭州有杭州银行。",
        "浙江大学在浙江。浙江有浙江大学。",
        "海洋科技很热门。海洋的保护也很热门。",  # a word of the dictionary is no name
        "上市公司发布公告，准备上市的企业还在排队。",
        "通义千问来自阿里。阿里通义千问更新了，阿里很高兴。通义千问免费。",  # an owner before the name
        "The Stone Boat Works met. Then the SBC said no.",
        "Sea Air Rescue came. So did the Society of Archers and Riders. The SAR left.",  # two would fit
    ],
)
def test_what_only_looks_like_a_short_form(text: str) -> None:
    assert pairs(text) == set()


def test_a_short_form_that_two_names_have_is_left_alone() -> None:
    assert frozenset(("北京大学", "北大")) in pairs("北京大学招生。北大扩招。")
    assert not any("北大" in pair for pair in pairs("北京大学招生。北方大学招生。北大扩招。"))


def test_names_that_never_stand_in_one_article_are_less_sure() -> None:
    assert pairs("北京大学今年招生三千人。", "北大的食堂很好。") == set()


def test_a_trade_left_out_is_weak_evidence_and_none_when_the_name_came_first() -> None:
    (found,) = proposals("石舟机器人不大。石舟机器人很忙。去年石舟扩招。", lowest=0.4)
    assert {found.canonical, found.alias} == {"石舟机器人", "石舟"}
    assert found.score < 0.5
    assert proposals("石舟扩招。石舟机器人不大。石舟机器人很忙。", lowest=0.4) == ()
