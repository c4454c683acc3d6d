from __future__ import annotations

from dataclasses import fields

import pytest

from claims.blocking import blocking_keys
from claims.matching import match
from claims.model import Claim, Kind, Modality
from tests.claims.reader.second import claim, found, of_fact, of_value, read, refused

TITLE = "Sandholm yard builds again"
FERRY = f"""\
{TITLE}

The company on the north quay employs 420 people in Norland, says Ida Brask. In 2021 it had 350.

Its owner, a fund from Tarnby, paid 12 million euros for it.
"""
READ = {"subject", "attribute", "scope", "as_of", "modality", "attributed_to", "features", "reader"}


def test_a_name_that_stands_in_the_title_becomes_the_subject() -> None:
    both = read(FERRY, of_value("420", subject="Sandholm yard"), title=TITLE)
    one = claim(both, "420")
    assert (one.subject, one.features.names, one.reader and one.reader.fields) == (
        "Sandholm yard",
        ("sandholm yard",),
        ("subject",),
    )
    assert refused(both).words == 0


def test_what_the_model_leaves_out_stays_as_grammar_read_it() -> None:
    assert read(FERRY, of_value("420"), title=TITLE).claims == found(FERRY, title=TITLE)[1].claims


def test_what_the_model_reads_as_grammar_did_is_grammars() -> None:
    before = next(c for c in found(FERRY, title=TITLE)[1].claims if c.value_quote == "12 million euros")
    assert before.subject
    one = claim(read(FERRY, of_value("12 million euros", subject=before.subject), title=TITLE), "12 million euros")
    assert (one, one.reader) == (before, None)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"subject": "Kronborg works"}, "subject"),
        ({"subject": ""}, "subject"),
        ({"attribute": "employees, of 900 in all"}, "attribute"),
        ({"scope": "the moon"}, "scope"),
        ({"scope": "Asia"}, "scope"),
        ({"as_of": "1999"}, "as_of"),
        ({"said_by": "the minister"}, "attributed_to"),
    ],
)
def test_words_that_stand_nowhere_are_refused_and_counted(words: dict[str, str], field: str) -> None:
    both = read(FERRY, of_value("420", **words), title=TITLE)
    before = next(c for c in found(FERRY, title=TITLE)[1].claims if c.value_quote == "420")
    assert getattr(claim(both, "420"), field) == getattr(before, field)
    assert (claim(both, "420").reader, refused(both).words) == (None, 1)


def test_each_field_that_is_read_is_named() -> None:
    words = {
        "subject": "Sandholm yard",
        "attribute": "number of employees",
        "as_of": "2025-04-28",
        "modality": "forecast",
        "said_by": "Ida Brask",
    }
    one = claim(read(FERRY, of_value("350", **words), title=TITLE), "350")
    assert (one.subject, one.attribute, one.as_of) == ("Sandholm yard", "number of employees", "2025-04-28")
    assert (one.modality, one.attributed_to) == (Modality.FORECAST, "Ida Brask")
    assert one.reader
    assert set(one.reader.fields) == {"subject", "attribute", "as_of", "modality", "attributed_to"}
    assert (one.reader.model, one.reader.prompt) == ("paper-model", "v0")


def test_an_empty_word_says_that_there_is_none() -> None:
    one = claim(read(FERRY, of_value("350", as_of=""), title=TITLE), "350")
    assert (one.as_of, one.features.as_of_kind) == (None, "")


def test_another_name_that_an_editor_gave_is_known() -> None:
    both = read(FERRY, of_value("420", subject="北港船厂"), title=TITLE, aliases={"北港船厂": ["Sandholm yard"]})
    assert claim(both, "420").subject == "北港船厂"


def test_nothing_of_a_value_its_place_or_its_key_changes() -> None:
    words = {"subject": "Ida Brask", "attribute": "revenue", "as_of": "2021", "modality": "denied", "said_by": "Tarnby"}
    before = {c.key: c for c in found(FERRY, title=TITLE)[1].claims}
    for value in ("420", "350", "12 million euros"):
        after = read(FERRY, of_value(value, **words), title=TITLE).claims
        assert [c.key for c in after] == list(before)
        kept = {f.name for f in fields(Claim)} - READ
        assert all(getattr(c, name) == getattr(before[c.key], name) for c in after for name in kept)


def test_a_subject_that_a_model_found_brings_two_articles_together() -> None:
    other = found("Sandholm yard employs 380 people.")[1].claims[0]
    grammar = next(c for c in found(FERRY)[1].claims if c.value_quote == "420")
    both = claim(read(FERRY, of_value("420", subject="Sandholm yard"), title=TITLE), "420")
    alone = match(grammar, other)
    together = match(both, other)
    assert together
    assert together.score > (alone.score if alone else 0)
    assert blocking_keys(both) & blocking_keys(other)


def test_a_fact_with_its_quote_is_a_claim() -> None:
    said = {
        "subject": "Sandholm yard",
        "attribute": "owner",
        "value": "a fund",
        "quote": "Its owner, a fund from Tarnby",
    }
    both = read(FERRY, of_fact("owner", **said), title=TITLE)
    new = [c for c in both.claims if c.kind is Kind.FACT and c.reader]
    assert [(c.subject, c.attribute, c.text, c.quote) for c in new] == [
        ("Sandholm yard", "owner", "a fund", "Its owner, a fund from Tarnby")
    ]
    (one,) = new
    assert one.span.of(FERRY) == one.quote
    assert one.value_span.of(FERRY) == one.value_quote == "a fund"
    assert not one.features.firm, "the sentence itself does not name the yard"


@pytest.mark.parametrize(
    ("words", "quotes", "others"),
    [
        ({"quote": "Its owner, a bank from Tarnby"}, 1, 0),
        ({"value": "a bank"}, 1, 0),
        ({"subject": "Kronborg works"}, 0, 1),
        ({"attribute": "guilt"}, 0, 1),
        ({"value": "12 million euros", "quote": "paid 12 million euros for it"}, 0, 1),
    ],
)
def test_a_fact_that_does_not_stand_there_is_dropped_and_counted(
    words: dict[str, str], quotes: int, others: int
) -> None:
    said = {
        "subject": "Sandholm yard",
        "attribute": "owner",
        "value": "a fund",
        "quote": "Its owner, a fund from Tarnby",
    }
    both = read(FERRY, of_fact("owner", **{**said, **words}), title=TITLE)
    assert not [c for c in both.claims if c.reader]
    assert (refused(both).quotes, refused(both).words) == (quotes, others)


def test_an_answer_to_another_passage_counts_for_nothing() -> None:
    both = read(FERRY, lambda _: {"values": [{"n": 99, "subject": "Ida Brask"}], "facts": []}, title=TITLE)
    assert both.claims == found(FERRY, title=TITLE)[1].claims
    assert both.refused == {}
