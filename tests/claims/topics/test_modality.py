"""Whether something is, will be, is aimed at or is denied, and who says so."""

from __future__ import annotations

import pytest

from claims.model import Modality
from claims.topics.modality import modality_of, speaker_of
from tests.claims.readings import sentence


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("The hall has ⟦35⟧ seats.", Modality.ACTUAL),
        ("The hall will have ⟦35⟧ seats.", Modality.FORECAST),
        ("The hall is expected to have ⟦35⟧ seats.", Modality.FORECAST),
        ("The council plans a hall with ⟦35⟧ seats.", Modality.TARGET),
        ("The hall never had ⟦35⟧ seats.", Modality.DENIED),
        ("县图书馆拥有⟦35个⟧座位。", Modality.ACTUAL),
        ("县图书馆预计拥有⟦35个⟧座位。", Modality.FORECAST),
        ("县图书馆有望拥有⟦35个⟧座位。", Modality.FORECAST),
        ("县图书馆力争拥有⟦35个⟧座位。", Modality.TARGET),
        ("县图书馆并未拥有⟦35个⟧座位。", Modality.DENIED),
        # What comes behind the value rules something else.
        ("The hall has ⟦35⟧ seats and will be sold.", Modality.ACTUAL),
        ("县图书馆拥有⟦35个⟧座位，预计还会增加。", Modality.ACTUAL),
        # A denial reaches only what stands beside it.
        ("The hall, which was not finished in time for the opening, has ⟦35⟧ seats.", Modality.ACTUAL),
    ],
)
def test_how_a_value_is_meant(marked: str, modality: Modality) -> None:
    read = sentence(marked)
    assert modality_of(read.reading, read.value) is modality


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harbour Bank said it has 35 branches.", "Harbour Bank"),
        ("It has 35 branches, Fitch said.", "Fitch"),
        ("临港银行表示，员工有35人。", "临港银行"),
        # A house is known by who speaks for it, and not the other way round.
        ("织网科技创始人沈知远说，员工有35人。", "沈知远"),
        ("Harbour Bank founder Ruth Ainsley said it has 35 branches.", "Ruth Ainsley"),
        ("It has 35 branches.", None),
        ("The man said it has 35 branches.", None),
        ("县里有人说它很大。", None),
    ],
)
def test_who_says_so(text: str, speaker: str | None) -> None:
    assert speaker_of(sentence(text).reading) == speaker
