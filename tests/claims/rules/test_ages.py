"""Ages of one person, with and without the days at which they were told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claims.ages import AGE
from claims.model import Claim, Kind, Match, Quantity, Ruling, Severity, Verdict
from claims.rules.ages import years_older
from claims.rules.pair import Pair
from sources.span import Span

AT = Span(0, 1)


def age(years: int, published: str | None, as_of: str | None = None) -> Claim:
    quantity = Quantity(Kind.COUNT, Decimal(years), Decimal(years))
    told = Claim("key", AT, str(years), AT, str(years), quantity, str(years), AT, as_of=as_of)
    return replace(told, features=replace(told.features, published=published, head=AGE))


def ruled(a: Claim, b: Claim) -> Ruling:
    found = years_older(Pair.of(a, b, Match(1.0, "topic", ())))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("years", "verdict", "severity"),
    [
        (62, Verdict.AGREE, Severity.LOW),
        (61, Verdict.AGREE, Severity.LOW),
        (60, Verdict.AGREE, Severity.LOW),
        (63, Verdict.TENSION, Severity.LOW),
        (75, Verdict.TENSION, Severity.MEDIUM),
        (47, Verdict.TENSION, Severity.MEDIUM),
    ],
)
@pytest.mark.parametrize("published", ["2024-05-20", None])
def test_an_age_without_a_day_agrees_within_a_birthday_only(
    years: int, verdict: Verdict, severity: Severity, published: str | None
) -> None:
    found = ruled(age(61, published), age(years, None))
    assert (found.verdict, found.severity) == (verdict, severity)
    assert "as the articles lie apart" not in found.reason


def test_the_reason_says_how_many_years_must_lie_between_ages_without_a_day() -> None:
    assert "14 years" in ruled(age(61, "2024-05-20"), age(75, None)).reason


@pytest.mark.parametrize(
    ("there", "back", "distance"),
    [
        ("2024-05-20", "2024-05-20", "in articles published on the same day"),
        ("2024-05-20", "2024-05-21", "in articles published 1 day apart"),
        ("2024-05-24", "2024-05-20", "in articles published 4 days apart"),
        ("2024-05-20", "2024-06-10", "in articles published 3 weeks apart"),
        ("2024-05-20", "2023-10-19", "in articles published 7 months apart"),
        ("2024-05-20", "2026-05-30", "in articles published 2 years apart"),
    ],
)
def test_a_conflict_says_how_far_apart_the_articles_lie(there: str, back: str, distance: str) -> None:
    found = ruled(age(61, there), age(75, back))
    assert found.verdict is Verdict.CONFLICT
    assert found.reason == f"“61” against “75”: nobody is of both ages {distance}."


def test_dates_in_the_text_are_not_told_as_those_of_articles() -> None:
    found = ruled(age(61, "2024-05-20", as_of="2024-05-20"), age(75, "2024-05-24"))
    assert "published" not in found.reason
