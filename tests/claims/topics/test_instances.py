"""Versions, editions and numbered members of a series."""

from __future__ import annotations

import pytest

from claims.extract import extract
from claims.topics.instances import Instance, designations, instances_in, numbers_for
from claims.topics.reading import Reading
from sources.document import Document
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
        ("这家老店已传到第五代。", []),
        ("老店由第四代传人经营。", []),
        ("第四代产品在杭州发布。", ["4"]),
        ("Harbour Bank grew.", []),
        ("Harbour Bank has 35 branches.", []),
        ("The first bank in Norway grew.", []),
        ("2.4 Heron (5 June 1999): 12 looms", ["2.4"]),
        ("- 2.4.1 (5 June 1999, 48 KB)", ["2.4.1"]),
        ("2.4 Heron released June 1999", ["2.4"]),
        ("2.4 came out in the spring of 1999.", ["2.4"]),
        ("2.4 was released in June 1999.", ["2.4"]),
        ("2.4 followed after 6 days.", ["2.4"]),
        ("It holds 999 for versions prior to 3.32.0 (2020-05-22).", ["3.32.0"]),
        ("2.4 million came in June 1999.", []),
        ("2.4 children were born to each (June 1999).", []),
        ("2.4 (June 1999), 2.3 (May 1999)", []),
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


_RELEASES = (
    "Heron keeps the rota of a lifeboat. Heron is free. Heron is small. Heron is old. Heron runs.\n\n"
    "Releases\n\n"
    "2.4 (5 June 1999)\n\n- Starts in 40 seconds.\n\n- Shows 17 flags.\n\n"
    "2.3 (4 May 1998)\n\n- Prints 9 pages.\n\n"
)


@pytest.mark.parametrize(
    ("value", "instances"),
    [("5 June 1999", ("2.4",)), ("40 seconds", ("2.4",)), ("17", ("2.4",)), ("9", ("2.3",))],
)
def test_what_stands_under_a_release_is_of_it(value: str, instances: tuple[str, ...]) -> None:
    claims = extract(Document("0" * 64, "utf-8", _RELEASES), title="Heron: the log of changes")
    assert [c.features.instances for c in claims if c.value_quote == value][:1] == [instances]
