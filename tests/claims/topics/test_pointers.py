"""What pronouns, *the project* and the paragraphs of an English article make a value be said of."""

from __future__ import annotations

import pytest

from claims.extract import extract
from claims.topics.leading import is_product, leading_name, section_name
from claims.topics.people import People
from claims.topics.pointers import Pointer, Points, pointer_for
from claims.topics.subjects import is_unit
from sources.document import Document
from tests.claims.readings import sentence


@pytest.mark.parametrize(
    ("marked", "pointer"),
    [
        ("It employs ⟦4,200⟧ people.", Pointer(Points.THING, rules=True)),
        ("In 2006, its income was ⟦4,200⟧ crowns.", Pointer(Points.THING, rules=True)),
        ("That was worth ⟦4,200⟧ crowns.", Pointer(Points.THING, rules=True)),
        ("She sold ⟦4,200⟧ prints.", Pointer(Points.PERSON, rules=True)),
        ("With Ann Lee as editor, this release had ⟦4,200⟧ pages.", Pointer(Points.PRODUCT, rules=True)),
        ("The company has ⟦4,200⟧ branches.", Pointer(Points.THING, rules=True)),
        ("It was withdrawn, and ⟦4,200⟧ copies were burnt.", Pointer(Points.THING, rules=False)),
        ("The mill stood on it for ⟦40⟧ years.", None),
        ("The mill has ⟦40⟧ looms.", None),
        ("Snow fell, making it ⟦40⟧ inches.", None),
    ],
)
def test_what_stands_for_a_subject(marked: str, pointer: Pointer | None) -> None:
    read = sentence(marked)
    assert pointer_for(read.reading, read.value) == pointer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee sold the mill.", "Ann Lee"),
        ("Across the canal stands Ostrava.", "Ostrava"),
        ("With a card that knows Grebe, the looms ran.", None),
        ("The weavers ran it on 64-bit Grebe.", None),
        ("The loom sold well, and Ostrava bought three.", "Ostrava"),
    ],
)
def test_what_a_sentence_goes_on_about_is_its_subject(text: str, name: str | None) -> None:
    assert leading_name(text, as_subject=True) == name


@pytest.mark.parametrize(("text", "name"), [("WHAT THE MILLS PAID", None), ("What Ostrava paid", "Ostrava")])
def test_a_heading_in_capitals_names_nothing(text: str, name: str | None) -> None:
    assert section_name(sentence(text).reading) == name


@pytest.mark.parametrize(
    ("text", "expected"), [("It has 151 KSLOC of code.", True), ("The 12 ECB governors met.", False)]
)
def test_capitals_behind_figures_are_a_unit(text: str, expected: bool) -> None:
    reading = sentence(text).reading
    assert any(is_unit(reading, phrase) for phrase in reading.phrases) is expected


def test_an_article_about_a_product_keeps_naming_it() -> None:
    assert is_product("Grebe", "Grebe sorts mail. " * 5, People())
    assert not is_product("Grebe", "Grebe sorts mail. ", People())
    assert not is_product("Ann Lee", "Ann Lee sorts mail. " * 5, People({"Ann Lee": "Ann Lee"}))


_ABOUT_GREBE = (
    "Grebe sorts mail for parishes. Grebe is written in C. Grebe is free.\n\n"
    "Tern, which came first, sorted 900 letters a minute. It has 14 rules.\n\n"
    "There are 31 translations of the manual.\n\n"
    "Ann Lee, the founder, said that Grebe had been a joke. She wrote 2,300 lines.\n\n"
    "The project has 66 sponsors. Grebe grows."
)


@pytest.mark.parametrize(("value", "subject"), [("14", "Tern"), ("31", "Grebe"), ("2,300", "Ann Lee"), ("66", "Grebe")])
def test_a_name_is_carried_within_its_paragraph(value: str, subject: str) -> None:
    claims = extract(Document("0" * 64, "utf-8", _ABOUT_GREBE), title="About Grebe")
    assert [c.subject for c in claims if c.value_quote == value] == [subject]
