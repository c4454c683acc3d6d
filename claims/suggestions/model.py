"""What a proposal of an alias is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sources.cleaning import CleanText
from sources.span import Span


class Evidence(StrEnum):
    """Why two names are held to be one."""

    PARENTHESIS = (
        "parenthesis"  # the text says so: brackets with a short form, or words such as 以下简称, also known as
    )
    TRANSLATION = "translation"  # brackets with the name in another language
    ABBREVIATION = "abbreviation"  # one is a short form of the other, and both stand in the text
    SPELLING = "spelling"  # they differ by a character that is easily mistaken


@dataclass(frozen=True, slots=True)
class Article:
    """An article to look for names in: the name of its source, and its text."""

    source: str
    text: CleanText


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a name stands: the number of the article, and the stretch of its clean text."""

    article: int
    span: Span


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of evidence that ``one`` and ``other`` are names of one subject.

    ``score`` says how surely (0 to 1); ``place`` is the passage that says so, None where it follows from the names.
    """

    one: str
    other: str
    evidence: Evidence
    score: float
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``alias`` may be a further name of ``canonical``.

    ``like`` is the name that the evidence binds the alias to: the canonical one, or another alias of it. The counts
    say how often each stands in which source, the sources in the order of the articles. ``passages`` are places that
    show both: one that holds the two, or one for each.
    """

    canonical: str
    alias: str
    like: str
    evidence: tuple[Evidence, ...]
    score: float
    canonical_counts: tuple[tuple[str, int], ...]
    alias_counts: tuple[tuple[str, int], ...]
    passages: tuple[Place, ...]
