"""Values that carry no claim."""

from __future__ import annotations

import pytest

from claims.left_out import Reason
from claims.topics.claimless import claims_nothing
from tests.claims.readings import sentence


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("这⟦两条⟧大河都在县里。", Reason.POINTS_BACK),
        ("县里有⟦两条⟧大河。", None),
        ("这⟦12000条⟧记录都在县里。", None),
        ("These ⟦two⟧ rivers are in the county.", Reason.POINTS_BACK),
        ("There are ⟦two⟧ rivers in the county.", None),
        ("所谓“⟦241⟧算法”很新。", Reason.LABEL),
        ("馆长说“⟦241⟧人来过，而且还会增加”。", None),
        ("⟦第二层⟧是读者的需要。", Reason.STEP),
        ("县图书馆排名⟦第二⟧。", None),
        ("In ⟦2023⟧, the bank had 4,200 employees.", Reason.DATES_ANOTHER),
        ("The bank was founded in ⟦1894⟧.", None),
        ("The fair was held in Leith, ⟦from 5 to 9 May 2023⟧ with 200 guests.", None),
    ],
)
def test_what_points_back_counts_off_or_only_says_when(marked: str, reason: Reason | None) -> None:
    read = sentence(marked, published="2024-05-01")
    assert claims_nothing(read.reading, read.mention, read.mentions, "2024-05-01") is reason
