"""Which properties the words around a value name, and a word list that says what is wrong with it."""

from __future__ import annotations

import pytest

from claims.matching import FLAG, match
from claims.model import Kind
from claims.topics.properties import load_properties, read_properties
from sources.errors import ConfigError
from tests.claims.readings import claims_in


def nearest(text: str, value: str) -> set[str]:
    [claim] = [claim for claim in claims_in(text) if value in claim.value_quote]
    return set(claim.features.properties[:2])


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("The film took $48 million.", "48", "It grossed $61 million in three weeks.", "61"),
        ("The ferry line laid off 300 people.", "300", "The line made 280 people redundant.", "280"),
        ("The hall dates from 1880.", "1880", "The hall was founded in 1885.", "1885"),
        ("He was jailed for four years.", "four", "A judge gave him six years in prison.", "six"),
        ("The blaze has burned 400 acres.", "400", "The fire blackened 900 acres.", "900"),
        ("The statues are insured for $3 million.", "3", "The statues are covered for $5 million.", "5"),
        ("The show runs until 9 June.", "9 June", "The show closes on 30 June.", "30 June"),
        ("The raft was 21 metres from stem to stern.", "21", "The raft was 24 metres long.", "24"),
        ("Hikers came upon the cave in 1964.", "1964", "The cave was found in 1946.", "1946"),
        ("He takes the oath on 3 March.", "3 March", "He will be sworn in on 6 March.", "6 March"),
        ("About 900 posts will go at the mill.", "900", "Some 700 jobs are to be lost there.", "700"),
        ("She was sent to prison for two years.", "two", "She began a term of nine years.", "nine"),
        ("影片票房达4800万美元。", "4800", "The film grossed $61 million.", "61"),
    ],
)
def test_other_words_for_one_property(one: str, first: str, other: str, second: str) -> None:
    assert nearest(one, first) & nearest(other, second)


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("He was elected on 3 March.", "3 March", "He was sworn in on 6 May.", "6 May"),
        ("She was arrested in 2011.", "2011", "She was convicted in 2014.", "2014"),
        ("The works was founded in 1911.", "1911", "The ore was found in 1899.", "1899"),
        ("Rosen founded the choir in 1961.", "1961", "He founded the choir in 1961 and led it until 1984.", "1984"),
    ],
)
def test_what_newsrooms_keep_apart(one: str, first: str, other: str, second: str) -> None:
    assert not nearest(one, first) & nearest(other, second)


def test_a_word_is_read_for_values_of_its_kind_only() -> None:
    assert "box-office" in nearest("The film took $48 million.", "48")
    [claim] = claims_in("The film took 90 days.")
    assert "box-office" not in claim.features.properties


def test_every_property_has_words_in_both_languages() -> None:
    assert {Kind.MONEY, Kind.COUNT, Kind.DATE, Kind.PERCENT, Kind.DURATION, Kind.MEASURE} <= load_properties().keys()


@pytest.mark.parametrize("text", ['[a]\nkinds = ["wealth"]\nen = ["x"]', '[a]\nen = ["x"]', '[a]\nkinds = ["money"]'])
def test_a_wrong_list_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match=r"\[a\]"):
        read_properties("here.toml", text)


def test_that_something_rose_says_nothing_of_what_did() -> None:
    profit = "Alder Foods made £118m in the first half, up 9 per cent."
    shares = "Alder Foods closed up 0.4 per cent."
    x, y = (next(c for c in claims_in(text) if "per cent" in c.value_quote) for text in (profit, shares))
    found = match(x, y)
    assert found is None or found.score < FLAG
