"""Values that carry no claim."""

from __future__ import annotations

import pytest

from claims.topics.claimless import claims_nothing
from tests.claims.readings import sentence


@pytest.mark.parametrize(
    ("marked", "nothing"),
    [
        ("这⟦两条⟧大河都在县里。", True),
        ("县里有⟦两条⟧大河。", False),
        ("这⟦12000条⟧记录都在县里。", False),
        ("These ⟦two⟧ rivers are in the county.", True),
        ("There are ⟦two⟧ rivers in the county.", False),
        ("所谓“⟦241⟧算法”很新。", True),
        ("馆长说“⟦241⟧人来过，而且还会增加”。", False),
        ("⟦第二层⟧是读者的需要。", True),
        ("县图书馆排名⟦第二⟧。", False),
        ("In ⟦2023⟧, the bank had 4,200 employees.", True),
        ("The bank was founded in ⟦1894⟧.", False),
    ],
)
def test_what_points_back_counts_off_or_only_says_when(marked: str, nothing: bool) -> None:
    read = sentence(marked, published="2024-05-01")
    assert claims_nothing(read.reading, read.mention, read.mentions, "2024-05-01") is nothing
