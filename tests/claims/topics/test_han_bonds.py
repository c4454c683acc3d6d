"""What Chinese word order says of who a value is said of."""

from __future__ import annotations

import pytest

from claims.topics.context import Context
from claims.topics.subjects import candidates
from tests.claims.readings import sentence


def best(marked: str, carried: str | None = None) -> str | None:
    read = sentence(marked)
    found = candidates(read.reading, read.value, read.kind, Context(carried=carried))
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("在临港银行的年会上，海湾银行宣布裁员⟦400人⟧。", "海湾银行"),
        ("⟦2012年⟧，浙江省首个渔业学院甲江渔业学院挂牌。", "甲江渔业学院"),
        ("与海湾银行用⟦300艘⟧船、临港医院用200艘船相比，能耗低了三成。", "海湾银行"),
        ("与海湾银行用300艘船、临港医院用⟦200艘⟧船相比，能耗低了三成。", "临港医院"),
        ("三家银行中，排名⟦第一⟧的是临港银行。", "临港银行"),
        ("排在⟦前三⟧的银行分别来自杭州、宁波和温州。", "杭州"),
        ("上台的是⟦三年前⟧离开海湾的叶青岚。", "叶青岚"),
        ("作为海湾银行母公司的临港银行，拥有⟦4200名⟧员工。", "临港银行"),
        ("身为海湾银行创办人的叶青岚捐出⟦300万元⟧。", "叶青岚"),
        ("作为浙江的省会，杭州拥有⟦1200万⟧人口。", "杭州"),
        ("曾是海湾银行子公司的临港银行，如今员工有⟦4200名⟧。", "临港银行"),
        ("按照⟦第九届⟧航运大会上发布的榜单，海湾银行、临港医院都上了榜。", "航运大会"),
        ("⟦第三次⟧来访的叶青岚没有说话。", "叶青岚"),
        ("临港银行在⟦第六轮⟧融资中拿到3亿元。", "临港银行"),
        ("在浙江全省⟦十家⟧医院中，海湾银行出资的占了三家。", "浙江"),
        ("⟦去年⟧，海湾银行发布V4版本。", "海湾银行"),
        ("⟦去年⟧，海湾银行发布了TideWeave。", "TideWeave"),
        ("⟦前几天⟧，叶青岚联合沈知行发布关于TideWeave的论文。", "叶青岚"),
        ("临港银行、海湾银行共同出资的嘉南医院有⟦900张⟧床位。", "嘉南医院"),
        ("美国研究员内森·科瓦奇走访了⟦7家⟧实验室。", "内森·科瓦奇"),
        ("临港银行行长叶青岚捐出⟦300万元⟧。", "叶青岚"),
    ],
)
def test_the_best_candidate(marked: str, name: str) -> None:
    assert best(marked) == name


@pytest.mark.parametrize(
    "marked",
    [
        "这家银行拥有⟦4200名⟧员工。",
        "这种“学以致用”的机制使周期缩短至⟦9个月⟧。",
        "重点推动⟦3家⟧医院。",
        "三者共有⟦3家⟧医院。",
        "该行拥有⟦4200名⟧员工。",
        "其中，城镇居民人均可支配收入⟦83356元⟧。",
        "规模达到⟦300亿元⟧。",
        "公司现有员工⟦2900人⟧。",
        "推动⟦3家⟧医院买下海湾银行。",
        "派出⟦12名⟧医生帮助海湾银行。",
        "上线⟦两个月⟧就超越了海湾银行的TideWeave。",
        "（记者王佳杭州3日电）去年贷款增加⟦12亿元⟧。",
    ],
)
def test_what_points_back_or_is_a_property_goes_on_with_what_was_spoken_of(marked: str) -> None:
    assert best(marked, "临港银行") == "临港银行"


def test_a_noun_beside_the_name_it_takes_up_is_no_subject() -> None:
    assert best("杭州这座城市有⟦1200万⟧人口。", "临港银行") == "杭州"
