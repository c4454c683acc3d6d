"""Which licence a text says that a thing is under."""

from __future__ import annotations

import pytest

from claims.facts.licences import licence_of
from claims.model import Claim, Kind
from tests.benchmarks.line import claims_of, compared


def licences(text: str) -> list[tuple[str | None, str]]:
    """Whose licence is told, and which."""
    found: list[Claim] = [c for c in claims_of(text, "2024-05-02") if c.features.head == "licence"]
    assert all(c.kind is Kind.FACT for c in found)
    return [(c.subject, " ".join(c.features.values)) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestrel\n\nLicence: BSD 2-clause\nSize: 410 kilobytes", ("Kestrel", "bsd")),
        ("Kestrel\n\nLicence: GNU LGPL 2.1\nLanguage: C99", ("Kestrel", "lgpl 2.1")),
        ("Kestrel is under the two-clause BSD licence.", ("Kestrel", "bsd")),
        ("Kestrel went over to Apache 2.0 in 2014.", ("Kestrel", "apache 2.0")),
        ("The code of Kestrel is licensed MIT.", ("Kestrel", "mit")),
        ("Kestrel is offered under the terms of the GNU General Public License, version 2.", ("Kestrel", "gpl 2")),
        ("海图云采用BSD许可证发布。", ("海图云", "bsd")),
        ("Kestrel采用GNU宽通用公共许可证（LGPL）第2.1版发布。", ("Kestrel", "lgpl 2.1")),
        ("Kestrel以Apache 2.0许可证开源，允许商用。", ("Kestrel", "apache 2.0")),
    ],
)
def test_a_thing_is_said_to_be_under_a_licence(text: str, expected: tuple[str, str]) -> None:
    assert licences(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She studied at MIT and has a licence to fly.",
        "Kestrel runs beside Apache 2.4.38.",
        "Lena Moe is the author of the GNU General Public License.",
        "Kestrel moved away from the GPL.",
        "海图云不再采用GPL。",
        "The pilot lost his licence.",
    ],
)
def test_what_only_names_a_licence_says_nothing_of_a_thing(text: str) -> None:
    assert licences(text) == []


def test_two_licences_of_one_thing_exclude_each_other_and_two_names_of_one_do_not() -> None:
    page = claims_of("Kestrel\n\nKestrel is a store.\nLicence: BSD 2-clause\nSize: 2 MB", "2024-05-02")
    other = claims_of("Kestrel\n\nKestrel is released under the MIT license.", "2024-06-02")
    same = claims_of("Kestrel\n\nKestrel采用BSD许可证发布。", "2024-06-02")
    assert [f.ruling.rule for f in compared(page, other) if f.ruling.verdict.flagged] == ["two_values"]
    assert not [f for f in compared(page, same) if f.ruling.verdict.flagged]


def test_a_version_is_part_of_the_name() -> None:
    assert licence_of("GPLv3") == "gpl 3"
    assert licence_of("the GNU GPL") == "gpl"
    assert licence_of("a free licence") is None
