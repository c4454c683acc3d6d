"""What a Chinese sentence hands on as what the next one is about."""

from __future__ import annotations

import pytest

from claims.topics.leading import carried_on
from tests.claims.readings import sentence


@pytest.mark.parametrize(
    "text",
    [
        "他们率先提出TideWeave架构，省下了一半的船。",
        "随后收购了海湾银行。",
        "还为此买下了三套Fjordline软件。",
        "此外，动用了300台GT40服务器。",
        "去年在省内推出了“潮信”系统。",
        "和海湾银行用3000块GT40相比，能耗低了三成。",
        "员工超过三千人。",
    ],
)
def test_an_object_is_not_what_the_next_sentence_goes_on_with(text: str) -> None:
    assert carried_on(sentence(text).reading, "临港银行") == "临港银行"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("海湾银行提出了新的方案。", "海湾银行"),
        ("昨天下午，海湾银行收购了临港医院。", "海湾银行"),
        ("他们说，海湾银行不肯降价。", "海湾银行"),
        ("再看海湾银行。", "海湾银行"),
        ("随后发表论文《渔港志》。", "渔港志"),
        ("排名第一的是海湾银行。", "海湾银行"),
        ("成立三年的海湾银行还没有盈利。", "海湾银行"),
        ("有一家名为海湾银行的公司不肯降价。", "海湾银行"),
    ],
)
def test_a_subject_is(text: str, name: str) -> None:
    assert carried_on(sentence(text).reading, "临港银行") == name


def test_where_nothing_was_spoken_of_an_object_is_better_than_nothing() -> None:
    assert carried_on(sentence("随后收购了海湾银行。").reading, None) == "海湾银行"


def test_an_english_sentence_goes_on_with_the_name_it_is_about() -> None:
    assert carried_on(sentence("Fjord Line was bought.").reading, "Harbour Bank") == "Fjord Line"
