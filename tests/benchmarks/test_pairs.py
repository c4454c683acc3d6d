"""The form of our own benchmark; its scores stand in docs/accuracy.md and are not asserted here."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.benchmarks.marks import LANGUAGES, MarkedPair, parse_pairs, read_pairs

SIZES = {"dev": 540, "heldout": 100}

every_set = pytest.mark.parametrize("name", sorted(SIZES))

BLOCK = """\
# a remark
== x1 conflict en noisy bridge-length
a 2021-08-02 | The bridge is⏎⟦375 metres⟧ long.
b 2021-08 | | bridge | ⟦375 feet⟧ |
"""


@every_set
def test_a_set_has_its_size_and_no_id_twice(name: str) -> None:
    ids = [pair.id for pair in read_pairs(name)]
    assert len(ids) == SIZES[name]
    assert [ident for ident, count in Counter(ids).items() if count > 1] == []


@every_set
def test_at_most_four_pairs_come_from_one_template(name: str) -> None:
    templates = Counter(pair.template for pair in read_pairs(name))
    assert {template: count for template, count in templates.items() if count > 4} == {}


@every_set
def test_at_least_half_are_look_alikes(name: str) -> None:
    pairs = read_pairs(name)
    assert 2 * sum(not pair.must_be_flagged for pair in pairs) >= len(pairs)


@every_set
def test_every_language_and_noise_take_part(name: str) -> None:
    pairs = read_pairs(name)
    assert {pair.language for pair in pairs} == set(LANGUAGES)
    assert sum(pair.noise == "noisy" for pair in pairs) >= len(pairs) // 5


@every_set
def test_every_passage_has_a_date_of_publication(name: str) -> None:
    for pair in read_pairs(name):
        for passage in (pair.a, pair.b):
            assert date.fromisoformat((passage.published + "-01-01")[:10]), pair.id


def test_the_sets_share_no_passage() -> None:
    def texts(pairs: tuple[MarkedPair, ...]) -> set[str]:
        return {passage.text for pair in pairs for passage in (pair.a, pair.b)}

    assert not texts(read_pairs("dev")) & texts(read_pairs("heldout"))


def test_marks_are_spans_of_the_text_without_them() -> None:
    (pair,) = parse_pairs(BLOCK)
    assert (pair.id, pair.label, pair.language, pair.noise, pair.template) == (
        *("x1", "conflict", "en", "noisy"),
        "bridge-length",
    )
    assert pair.a.text == "The bridge is\n375 metres long."
    assert pair.a.mark.of(pair.a.text) == "375 metres"
    assert (pair.b.published, pair.b.mark.of(pair.b.text)) == ("2021-08", "375 feet")


def test_a_passage_with_a_table_is_read_as_markdown() -> None:
    (pair,) = parse_pairs(BLOCK)
    assert (pair.a.name, pair.b.name) == ("passage.txt", "passage.md")


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("conflict", "quarrel", "quarrel"),
        (" en ", " de ", "'de'"),
        (" bridge-length", "", "a block is"),
        ("⟦375 metres⟧", "375 metres", "side a needs exactly one"),
        ("long", "⟦long⟧", "side a needs exactly one"),
        ("⟦375 feet⟧", "⟦⟧", "side b needs exactly one"),
        ("b 2021-08 |", "c 2021-08 |", "side b is"),
    ],
)
def test_what_is_not_in_the_form_is_named(good: str, bad: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_pairs(BLOCK.replace(good, bad))
