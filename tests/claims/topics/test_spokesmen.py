"""For which house somebody speaks."""

from __future__ import annotations

import pytest

from claims.topics import han_spokesmen, spokesmen
from tests.claims.readings import sentence


def house(marked: str) -> str | None:
    read = sentence(marked)
    if read.reading.chinese:
        found = han_spokesmen.spoken_for(read.reading, read.value)
        return found.of(read.reading.text) if found else None
    spokesman = spokesmen.spoken_for(read.reading, read.value)
    return spokesman.house.of(read.reading.text) if spokesman else None


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Acme's chairman, Karl Berg, said it had ⟦40⟧ shops.", "Acme"),
        ("Karl Berg, the chief executive of Acme, said the company had ⟦40⟧ shops.", "Acme"),
        ("The mayor of Harwick, Jane Roe, said ⟦300⟧ people had left.", "Harwick"),
        ("A spokesman for Acme said revenue was ⟦$3 million⟧.", "Acme"),
        ("云岭银行行长林雨晴表示，去年贷款增长⟦8%⟧。", "云岭银行"),
        ("据云岭地产董事长王强介绍，公司将开⟦12家⟧门店。", "云岭地产"),
    ],
)
def test_an_officer_speaks_for_the_house(marked: str, name: str) -> None:
    assert house(marked) == name


@pytest.mark.parametrize(
    "marked",
    [
        "Acme's chairman, Karl Berg, said he owned ⟦40⟧ boats.",
        "Karl Berg said it had ⟦40⟧ shops.",
        "A spokesman for Acme said the bridge had ⟦40⟧ arches.",
        "Acme has ⟦40⟧ shops, its chairman said.",
        "云岭银行行长林雨晴表示，她去年读了⟦30本⟧书。",
        "林雨晴表示，去年贷款增长⟦8%⟧。",
        "云岭银行去年贷款增长⟦8%⟧，行长林雨晴表示。",
    ],
)
def test_nobody_speaks_for_a_house(marked: str) -> None:
    assert house(marked) is None
