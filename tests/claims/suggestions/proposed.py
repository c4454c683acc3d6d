"""What is proposed for little texts."""

from __future__ import annotations

from collections.abc import Mapping

from claims.aliases import Aliases
from claims.suggestions.model import Article, Suggestion
from claims.suggestions.suggest import suggest_aliases
from sources.cleaning import clean


def proposals(
    *texts: str,
    aliases: Mapping[str, list[str]] | None = None,
    apart: Mapping[str, list[str]] | None = None,
    lowest: float = 0.5,
) -> tuple[Suggestion, ...]:
    """The proposals for articles of these texts, named 1, 2 and so on."""
    articles = [Article(str(number), clean(text)) for number, text in enumerate(texts, 1)]
    return suggest_aliases(articles, Aliases.of(aliases or {}), Aliases.of(apart or {}), lowest=lowest)


def pairs(*texts: str) -> set[frozenset[str]]:
    """The pairs of names that the evidence binds, without their order."""
    return {frozenset((found.like, found.alias)) for found in proposals(*texts)}
