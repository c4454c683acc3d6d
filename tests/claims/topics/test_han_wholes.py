"""What a Chinese sentence names as a whole."""

from __future__ import annotations

import pytest

from claims.topics.context import Context
from claims.topics.subjects import candidates
from tests.claims.readings import sentence


def best(marked: str, carried: str | None = "临港银行") -> str | None:
    read = sentence(marked)
    found = candidates(read.reading, read.value, read.kind, Context(carried=carried))
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("县志办联合海湾银行编印《⟦1998年⟧县志》。", "1998年县志"),
        ("记者翻开《⟦三百首⟧渔歌》。", "三百首渔歌"),
        ("县政府印发《渔港规划》，提出新建⟦20个⟧码头。", "渔港规划"),
        ("海湾银行发布《航运年报》，涵盖⟦五大⟧领域。", "航运年报"),
        ("据《渔港规划》，海湾银行有⟦20个⟧网点。", "海湾银行"),
    ],
)
def test_a_title(marked: str, name: str) -> None:
    assert best(marked) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("“听涛社区”吸引全国⟦2000万⟧读者。", "听涛社区"),
        ("海湾银行换了行长；“听涛小筑”迎来⟦300位⟧客人。", "听涛小筑"),
        ("去年，「潮信」已经卖出⟦80万份⟧。", "潮信"),
        ("“听涛社区”公布的⟦300份⟧名单里没有海湾银行。", "听涛"),
        ("“快”字写了⟦三遍⟧，海湾银行才满意。", "海湾银行"),
    ],
)
def test_a_name_in_quotation_marks_that_opens_its_clause(marked: str, name: str) -> None:
    assert best(marked) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("和芯澜用⟦3072块⟧卡、汐澜用2048块卡相比，能耗低了三成。", "芯澜"),
        ("和芯澜用3072块卡、汐澜用⟦2048块⟧卡相比，能耗低了三成。", "汐澜"),
        ("与听涛小筑的⟦300位⟧客人相比，这里冷清。", "听涛小筑"),
        ("和芯澜用3072块卡、汐澜用2048块卡相比，能耗低了⟦三成⟧。", "临港银行"),
    ],
)
def test_the_sides_of_a_comparison(marked: str, name: str) -> None:
    assert best(marked) == name
