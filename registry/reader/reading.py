"""Reading a text with the answers that are kept: grammar first, then what a model said of its values."""

from __future__ import annotations

from functools import lru_cache

from sqlite_utils import Database

from claims.describe import Article
from claims.extract import Extraction, extract_all
from claims.model import Claim
from claims.reader.merging import merged, without_placed
from claims.reader.passage import Passage, passages_of
from claims.reader.reader import Reader
from claims.watch.placing import placed
from registry.method import Method
from registry.model import Source
from registry.reader.answers import answers, link
from sources.document import Document


@lru_cache(maxsize=1)
def grammar(
    document: Document, language: str | None, published: str | None, title: str | None, method: Method
) -> Extraction:
    """What grammar reads."""
    return extract_all(
        document, language=language, published=published, title=title, aliases=method.names, facts=method.facts
    )


def passages(
    document: Document, language: str | None, published: str | None, title: str | None, method: Method
) -> tuple[Passage, ...]:
    """The passages of a text that a model may be asked about."""
    return passages_of(grammar(document, language, published, title, method), title, published)


def read_with(db: Database, document: Document, owner: Source, method: Method, reader: Reader) -> tuple[Claim, ...]:
    """The claims of a text of ``owner``; which passages it has, and what of the answers was refused, is noted."""
    found = grammar(document, owner.language, owner.published, owner.title, method)
    pieces = passages_of(found, owner.title, owner.published)
    known = answers(db, reader, {piece.key for piece in pieces})
    article = Article(document, found.text, owner.published, (), (), {}, method.names)
    both = merged(found, article, pieces, known, reader)
    link(db, document.sha256, pieces, both.refused)
    # What a model says may show that a claim is of a watched fact.
    return tuple(map(without_placed, placed(both.claims, method.facts)))
