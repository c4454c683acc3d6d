"""Claims that state a watched fact take its subject and attribute; what is said of something else does not."""

from __future__ import annotations

import pytest

from claims.aliases import Aliases
from claims.extract import extract
from claims.model import Claim
from claims.watch.entry import Entry
from claims.watch.fact import with_names
from claims.watch.statement import facts_of
from claims.watch.value import NoValueError, value_of
from sources.document import Document
from sources.span import Span

NOWHERE = Span(0, 0)


def entry(subject: str, attribute: tuple[str, ...], value: str, aliases: tuple[str, ...] = ()) -> Entry:
    return Entry(subject, attribute, value, "the register", NOWHERE, NOWHERE, aliases)


STAFF = entry("Halden Robotics", ("employees", "员工"), "820", ("哈尔登机器人", "Halden"))
REVENUE = entry("Halden Robotics", ("revenue", "营收"), "5 million euros", ("Halden",))
CLOUD = entry("Halden Robotics", ("cloud revenue",), "1 million euros")
FOUNDER = entry("Halden Robotics", ("founder", "创始人"), "Ida Brandt and Ole Norr", ("Halden",))
SHIPPED = entry("Norr Bikes", ("shipped",), "900")


def watched(text: str, *entries: Entry) -> dict[str, str]:
    """The attribute under which each value of ``text`` that states one of the entries was placed."""
    names = with_names(Aliases(), entries)
    claims = extract(Document("", "utf-8", text), aliases=names, facts=facts_of(entries, names))
    return {claim.value_quote: _placed(claim) for claim in claims if claim.features.watched}


def _placed(claim: Claim) -> str:
    return f"{claim.subject} · {claim.attribute}"


@pytest.mark.parametrize(
    ("text", "entries", "expected"),
    [
        ("Halden employs about 300 people.", (STAFF,), {}),
        ("Halden has 300 employees.", (STAFF,), {"300": "Halden Robotics · employees"}),
        ("哈爾登機器人去年擁有員工300人。", (STAFF,), {"300人": "Halden Robotics · employees"}),
        ("Norr Bikes shipped 800 units last year.", (SHIPPED,), {"800": "Norr Bikes · shipped"}),
        # a value of the same kind that another firm has
        (
            "Halden has 300 employees, and Brandt Motors has 500 employees.",
            (STAFF,),
            {"300": "Halden Robotics · employees"},
        ),
        # a property of another kind, and one that is narrower
        ("Halden had a profit of 2 million euros.", (REVENUE,), {}),
        (
            "The cloud revenue of Halden was 2 million euros.",
            (REVENUE, CLOUD),
            {"2 million euros": "Halden Robotics · cloud revenue"},
        ),
        # a fact in words, and another property of the same firm
        ("Halden Robotics was founded by Kari Lund.", (FOUNDER,), {"Kari Lund": "Halden Robotics · founder"}),
        ("Halden Robotics is based in Leith.", (FOUNDER,), {}),
        # the same words with a value on another scale
        ("Halden Robotics pays its employees 4,000 euros.", (STAFF,), {}),
    ],
)
def test_what_is_placed(text: str, entries: tuple[Entry, ...], expected: dict[str, str]) -> None:
    assert watched(text, *entries) == expected


def test_a_pronoun_goes_on_with_the_subject_before_it() -> None:
    text = "Halden Robotics builds diggers. The company has 300 employees."
    assert watched(text, STAFF) == {"300": "Halden Robotics · employees"}


def test_nothing_is_watched_without_facts() -> None:
    assert watched("Halden has 300 employees.") == {}


@pytest.mark.parametrize("written", ["many", "", "12 of the 30", "MIT licence"])
def test_a_value_is_one_value(written: str) -> None:
    with pytest.raises(NoValueError):
        value_of(entry("Halden Robotics", ("employees",), written))


@pytest.mark.parametrize("written", ["over 420 km", "第三", "１．８亿元", "最大", "2016-11", "60 to 70 %"])
def test_a_value_is_written_as_in_an_article(written: str) -> None:
    assert value_of(entry("Halden Robotics", ("employees",), written)).span.of(written) == written


def test_names_join_the_group_that_knows_one_of_them() -> None:
    known = Aliases.of({"Halden AS": ["Halden"]})
    assert with_names(known, [STAFF]).canonical("哈尔登机器人") == "Halden AS"
    assert with_names(Aliases(), [STAFF, REVENUE]).canonical("Halden") == "Halden Robotics"


def test_a_fact_in_words_is_a_list_of_names() -> None:
    value = value_of(FOUNDER)
    assert (value.attribute, value.parts) == ("founder", ("Ida Brandt", "Ole Norr"))


@pytest.mark.parametrize("words", ["licence", "许可证", "seat", "所在地", "founder", "chairman", "院长"])
def test_properties_and_offices_are_stated_in_words(words: str) -> None:
    assert value_of(entry("Halden Robotics", (words,), "Kari Lund")).attribute
