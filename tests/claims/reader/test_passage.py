from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reader.passage import LONGEST
from tests.claims.reader.second import found, passages

FERRY = """\
Sandholm yard builds again

The yard on the north quay employs 420 people. In 2021 it had 350.

Its owner, a fund from Tarnby, paid 12 million euros for it. Nobody in the town had heard of the fund before, and the \
council asked twice for a list of its members, without an answer, until the harbour board published one by mistake.

The quay was quiet that night, and quieter still by morning; the gulls went on as gulls do, and whoever walked there \
walked slowly, past the sheds and the cranes and the long grey wall, towards the water and away from it again, and home.
"""


def test_values_are_numbered_where_they_stand() -> None:
    first, *_ = passages(FERRY, title="Sandholm yard builds again")
    shown = json.loads(first.content)
    assert "employs ⟦1⟧420 people. In 2021 it had ⟦2⟧350." in shown["passage"]
    assert [value["value"] for value in shown["values"][:2]] == ["420", "350"]
    assert shown["dates"] == ["2021", "2025-04-28"]


def test_a_paragraph_without_claims_is_not_sent() -> None:
    assert not any("The quay was quiet" in passage.text for passage in passages(FERRY))


def test_what_stands_ahead_is_shown_apart() -> None:
    text = f"{'The town sleeps late. ' * 12}The mill has 420 looms.\n\nIts owner paid 12 million euros for it."
    *_, last = passages(text)
    assert last.text == "Its owner paid 12 million euros for it."
    assert last.before.startswith("The town sleeps late.")
    assert last.before.endswith("The mill has 420 looms.")


def test_an_edit_leaves_the_passages_ahead_and_far_behind() -> None:
    filler = "The town sleeps late. " * 12
    text = "\n\n".join([f"{filler}The mill has {n}0 looms." for n in range(1, 6)])
    before, after = ([p.key for p in passages(t)] for t in (text, text.replace("20 looms", "25 looms")))
    assert [a == b for a, b in zip(before, after, strict=True)] == [True, False, False, True, True]


def test_the_same_text_has_the_same_keys_and_another_title_has_others() -> None:
    assert [p.key for p in passages(FERRY)] == [p.key for p in passages(FERRY)]
    assert {p.key for p in passages(FERRY)}.isdisjoint(p.key for p in passages(FERRY, title="Another paper's title"))


def test_long_paragraphs_are_cut_between_sentences() -> None:
    text = " ".join(f"In the {n}th street stand {n} lamps." for n in range(4, 200))
    pieces = passages(text)
    assert len(pieces) > 2
    assert all(len(p.text) <= LONGEST and p.text.rstrip().endswith("lamps.") for p in pieces)


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("The yard on the north quay employs ⟦1⟧420 people.", True),
        ("The yard on the\nnorth quay", True),
        ("The yard on the south quay", False),
        ("the yard", False),
        ("", False),
        ("⟦1⟧", False),
    ],
)
def test_a_quote_is_found_letter_for_letter_or_not_at_all(quote: str, there: bool) -> None:
    first, *_ = passages(FERRY)
    place = first.find(quote)
    assert (place is not None) == there
    if place:
        assert "".join(place.of(found(FERRY)[1].text.text).split()) in "".join(FERRY.split())


def test_words_are_shown_whole() -> None:
    first, *_ = passages(FERRY)
    assert first.shows("north QUAY")
    assert not first.shows("ort")
    assert not first.shows("quayside")


@given(st.text(alphabet="甲乙五3 \n⟦⟧。.a", max_size=80))
def test_the_marks_are_those_of_the_numbers_whatever_the_text_holds(text: str) -> None:
    for passage in passages(text):
        shown = json.loads(passage.content)
        assert shown["passage"].count("⟦") == len(passage.values) == shown["passage"].count("⟧")
        assert [v["n"] for v in shown["values"]] == list(range(1, len(passage.values) + 1))
