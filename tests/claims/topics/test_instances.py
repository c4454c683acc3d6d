"""Versions, editions and numbered members of a series."""

from __future__ import annotations

import pytest

from claims.topics.instances import Instance, designations, instances_in, numbers_for
from claims.topics.reading import Reading
from tests.claims.readings import claims_in, sentence


def instances(text: str) -> tuple[Instance, ...]:
    """The instances of a sentence whose designations have been taken from its values, as the whole line does."""
    read = sentence(text)
    labels = designations(read.reading, read.mentions)
    values = tuple(m.span for m in read.mentions if m not in labels)
    return instances_in(Reading(text, read.reading.span, values, read.reading.names))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Harbour Linux 3.1 was released.", ["3.1"]),
        ("The tenth edition was printed.", ["10"]),
        ("The 10th edition was printed.", ["10"]),
        ("第三届大会在杭州举行。", ["3"]),
        ("Harbour Bank grew.", []),
        ("Harbour Bank has 35 branches.", []),
        ("The first bank in Norway grew.", []),
    ],
)
def test_what_a_sentence_names(text: str, numbers: list[str]) -> None:
    assert [i.number for i in instances(text)] == numbers


@pytest.mark.parametrize(
    ("one", "other"), [("第3届大会举行。", "第三届大会举行。"), ("The third round began.", "第三轮开始了。")]
)
def test_one_member_is_one_in_figures_numerals_and_both_languages(one: str, other: str) -> None:
    assert [i.number for i in instances(one)] == [i.number for i in instances(other)]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Harbour Linux 3.38 was released.", ["3.38"]),
        ("A Boeing 747 landed.", ["747"]),
        ("Harbour Bank has 747 branches.", []),
        ("It lent 126,000 books.", []),
        ("澜语2.1发布了。", ["2.1"]),
        ("指数上涨58.2点。", []),
    ],
)
def test_a_number_that_names_does_not_count(text: str, labels: list[str]) -> None:
    read = sentence(text)
    assert [m.surface for m in designations(read.reading, read.mentions)] == labels


OWN = (Instance("linux", "3"), Instance("debian", "12"))
EARLIER = (Instance("linux", "2"), Instance("", "9"))


@pytest.mark.parametrize(
    ("names", "own", "earlier", "expected"),
    [
        (["linux"], OWN, EARLIER, ("3",)),
        (["harbour linux"], OWN, EARLIER, ("3",)),
        (["linux", "debian"], OWN, EARLIER, ("12", "3")),
        (["harbour bank"], OWN, (), ()),
        (["linux"], (), EARLIER, ("2",)),
        (["harbour bank"], (), EARLIER, ()),
        ([], (), (), ()),
    ],
)
def test_the_sentence_wins_over_earlier_text(
    names: list[str], own: tuple[Instance, ...], earlier: tuple[Instance, ...], expected: tuple[str, ...]
) -> None:
    assert numbers_for(names, own, earlier) == expected


def test_the_day_by_which_an_event_is_called_counts_nothing() -> None:
    assert [c.value_quote for c in claims_in("“4·17”事故造成9人受伤。")] == ["9人"]
