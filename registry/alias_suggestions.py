"""Further names of subjects, drawn from everything registered: proposals for the alias file, never applied."""

from __future__ import annotations

from itertools import islice

from sqlite_utils import Database

from claims.aliases import Aliases
from claims.suggestions.model import Article, Place, Suggestion
from claims.suggestions.suggest import suggest_aliases
from registry import load
from registry.alias_file import AliasFile
from registry.reports.report import Excerpt, Proposal, Proposals
from sources.cleaning import clean

CONTEXT = 20
"""Characters shown on either side of a passage, within its paragraph."""


def propose(db: Database, file: AliasFile, *, lowest: float, limit: int | None = None) -> Proposals:
    """The surest ``limit`` proposals that score ``lowest`` (0 to 1) or more; see :func:`suggest_aliases`.

    What ``file`` says is settled; where it does not exist, the registry's own copy of the aliases holds.
    """
    documents = [(source.name, load.document(db, source.document)) for source in load.articles(db)]
    articles = [Article(name, clean(document.text, format=document.format)) for name, document in documents]
    aliases = file.aliases if file.path.exists() else load.aliases(db)
    found = suggest_aliases(articles, aliases, Aliases.of(file.apart), lowest=lowest)
    texts = [document.text for _, document in documents]
    shown = tuple(_proposal(suggestion, articles, texts) for suggestion in islice(found, limit))
    return Proposals(shown, len(found) - len(shown))


def _proposal(found: Suggestion, articles: list[Article], texts: list[str]) -> Proposal:
    return Proposal(
        canonical=found.canonical,
        alias=found.alias,
        like=found.like,
        evidence=tuple(kind.value for kind in found.evidence),
        score=found.score,
        canonical_counts=dict(found.canonical_counts),
        alias_counts=dict(found.alias_counts),
        passages=tuple(_excerpt(place, articles[place.article], texts[place.article]) for place in found.passages),
    )


def _excerpt(place: Place, article: Article, text: str) -> Excerpt:
    span = article.text.source_span(place.span)
    before = text[max(0, span.start - CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + CONTEXT].partition("\n")[0]
    return Excerpt(article.source, span, span.of(text), before, after)
